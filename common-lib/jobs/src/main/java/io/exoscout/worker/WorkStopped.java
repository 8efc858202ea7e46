package io.exoscout.worker;

/** The work was given up because its {@link WorkWatch} said so. */
public class WorkStopped extends RuntimeException {

	public WorkStopped() {
		super("The work was stopped");
	}

}
