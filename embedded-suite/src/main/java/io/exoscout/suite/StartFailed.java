package io.exoscout.suite;

/**
 * The suite can not start, for a reason its user can do something about; told in one
 * line.
 */
class StartFailed extends RuntimeException {

	StartFailed(String reason) {
		super(reason);
	}

	StartFailed(String reason, Throwable cause) {
		super(reason, cause);
	}

}
