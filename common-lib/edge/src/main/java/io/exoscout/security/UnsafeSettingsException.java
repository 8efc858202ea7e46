package io.exoscout.security;

/** The service would be open to the network without anybody having said so. */
class UnsafeSettingsException extends RuntimeException {

	/**
	 * A refusal to start.
	 * @param reason one line, without any secret: it is what the operator gets to see
	 */
	UnsafeSettingsException(String reason) {
		super(reason);
	}

}
