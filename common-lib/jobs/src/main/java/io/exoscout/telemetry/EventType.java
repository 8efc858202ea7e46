package io.exoscout.telemetry;

import java.util.Arrays;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a message about jobs is about. */
public enum EventType {

	/** How things stand; all that follows goes on from here. */
	SNAPSHOT,
	/** The job went from one state to another, or was asked to stop. */
	STATE,
	/** How far the work is. */
	PROGRESS,
	/** A round of the fit of one fold. */
	ROUND,
	/** The model of one fold is fitted, and has scored the rows it had not seen. */
	FOLD_FINISHED,
	/** The outcome is stored. */
	COMPLETED,
	/** The job ended in error. */
	ERROR,
	/** The job is gone. */
	DELETED,
	/** Who works, and how much waits. */
	WORKERS;

	/** The name used in JSON, e.g. {@code fold_finished}. */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	@JsonCreator
	static EventType of(String id) {
		return Arrays.stream(values())
			.filter((type) -> type.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There are no messages of type " + id));
	}

}
