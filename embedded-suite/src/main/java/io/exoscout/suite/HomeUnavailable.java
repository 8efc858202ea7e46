package io.exoscout.suite;

/**
 * The data directory can not be used. The message is one line that says why and what to
 * do about it, ready to be printed.
 */
public class HomeUnavailable extends RuntimeException {

	HomeUnavailable(String message) {
		super(message);
	}

	HomeUnavailable(String message, Throwable cause) {
		super(message, cause);
	}

}
