package io.exoscout.cleaning;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;

/** What is computed of the values in a window of time. */
public enum RollingStatistic {

	/** The arithmetic mean. */
	MEAN,
	/** The smallest. */
	MIN,
	/** The largest. */
	MAX,
	/** The standard deviation, with n in the denominator; 0 for one value. */
	STD;

	/** The word for it, e.g. {@code mean}. */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Finds one by its word.
	 * @param field where the word stands, for the message
	 * @param word the word
	 * @return the statistic
	 * @throws ProblemException with {@code invalid_input} if there is none
	 */
	public static RollingStatistic of(String field, String word) {
		return Arrays.stream(values())
			.filter((value) -> value.id().equals(word))
			.findFirst()
			.orElseThrow(() -> ProblemException.invalidField(field,
					"Field '%s' is %s; accepted are %s.".formatted(field, Quoted.of(word),
							Arrays.stream(values()).map(RollingStatistic::id).collect(Collectors.joining(", ")))));
	}

}
