package io.exoscout.database;

/**
 * A server can not start, for a reason its user can do something about; told in one line.
 */
public class StartFailed extends RuntimeException {

	public StartFailed(String reason) {
		super(reason);
	}

	public StartFailed(String reason, Throwable cause) {
		super(reason, cause);
	}

}
