package io.exoscout.online;

import java.util.Arrays;
import java.util.Locale;

import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;

/** When labels come. */
public enum LabelArrival {

	/** With the event, in a cell of it. */
	WITH_EVENT,
	/** Some time after it, or never. */
	LATER;

	/** The word for it, e.g. {@code with_event}. */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Finds one by its word.
	 * @param field where the word stands, for the message
	 * @param word the word
	 * @return the arrival
	 * @throws ProblemException with {@code invalid_input} if there is none
	 */
	public static LabelArrival of(String field, String word) {
		return Arrays.stream(values())
			.filter((value) -> value.id().equals(word))
			.findFirst()
			.orElseThrow(() -> ProblemException.invalidField(field,
					"Field '%s' is %s; accepted are with_event, later.".formatted(field, Quoted.of(word))));
	}

}
