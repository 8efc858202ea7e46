package io.exoscout.jobs.verdict;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonValue;

/** What somebody takes an object for. */
public enum Opinion {

	/** A planet. */
	PLANET,
	/** Something else. */
	NOT_PLANET,
	/** Looked at, and undecided. */
	UNSURE;

	/** The word in JSON and in tables. */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<Opinion> of(String id) {
		return Arrays.stream(values()).filter((opinion) -> opinion.id().equals(id)).findFirst();
	}

	/** All words, for people. */
	static String known() {
		return Arrays.stream(values()).map(Opinion::id).collect(Collectors.joining(", "));
	}

}
