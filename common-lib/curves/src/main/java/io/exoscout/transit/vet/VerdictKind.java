package io.exoscout.transit.vet;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What may be said of a signal. */
public enum VerdictKind {

	/** It may be a planet. */
	CANDIDATE,

	/** Nothing passes before the star: noise, spots, what the spacecraft does. */
	FALSE_ALARM,

	/** Something passes before a star, but no planet: another star. */
	FALSE_POSITIVE;

	/** The word for it. */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
