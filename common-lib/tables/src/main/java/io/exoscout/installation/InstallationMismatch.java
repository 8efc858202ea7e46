package io.exoscout.installation;

/** Database and blob store do not belong together. */
public class InstallationMismatch extends RuntimeException {

	/** A refusal to go on, in one line for operators: what was found and what to do. */
	InstallationMismatch(String reason) {
		super(reason);
	}

}
