package io.exoscout.stream.definition;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a stream learns from what arrives. Events are taken and kept either way. */
public enum StreamState {

	/** It does. */
	RUNNING,
	/** It does once it is resumed. */
	PAUSED;

	/** The word for it. */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
