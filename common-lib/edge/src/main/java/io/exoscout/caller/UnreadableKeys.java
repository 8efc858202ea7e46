package io.exoscout.caller;

/** A file of keys is not one, or can not be read or written. */
public final class UnreadableKeys extends RuntimeException {

	private static final long serialVersionUID = 1;

	UnreadableKeys(String message, Throwable cause) {
		super(message, cause);
	}

	UnreadableKeys(String message) {
		super(message);
	}

}
