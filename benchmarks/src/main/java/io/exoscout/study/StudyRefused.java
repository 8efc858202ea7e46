package io.exoscout.study;

/** What was asked for can not be done; the message tells a person why. */
public final class StudyRefused extends RuntimeException {

	private static final long serialVersionUID = 1;

	public StudyRefused(String message) {
		super(message);
	}

}
