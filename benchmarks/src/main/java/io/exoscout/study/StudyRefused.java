package io.exoscout.study;

/** What was asked for can not be done; the message tells a person why. */
final class StudyRefused extends RuntimeException {

	private static final long serialVersionUID = 1;

	StudyRefused(String message) {
		super(message);
	}

}
