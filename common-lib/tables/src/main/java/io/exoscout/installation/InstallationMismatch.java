package io.exoscout.installation;

/** Database and blob store do not belong together. */
public class InstallationMismatch extends RuntimeException {

	/**
	 * A refusal to go on.
	 * @param reason one line: what was found and what to do. It is for operators
	 */
	InstallationMismatch(String reason) {
		super(reason);
	}

}
