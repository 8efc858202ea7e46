package io.exoscout.security;

/** The service would be open to the network without anybody having said so. */
class UnsafeSettingsException extends RuntimeException {

	/**
	 * A refusal to start, in one line without any secret: the operator gets to see it.
	 */
	UnsafeSettingsException(String reason) {
		super(reason);
	}

}
