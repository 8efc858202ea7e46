package io.exoscout.cleaning;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;

/** What stands in for a value that is missing. Only values seen before count. */
public enum Imputation {

	/**
	 * Nothing: learners leave the feature out of this event, forests take their way for
	 * missing values.
	 */
	NONE,
	/** Zero. */
	ZERO,
	/** The mean so far. */
	MEAN,
	/**
	 * The median so far, estimated by five markers (Jain and Chlamtac 1985,
	 * Communications of the ACM 28, 1076).
	 */
	MEDIAN,
	/** The last value seen. */
	LAST,
	/** The event is left out, and counted as incomplete. */
	DROP;

	/** The word for it, e.g. {@code mean}. */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether it is found among values that were seen. */
	boolean learned() {
		return this == MEAN || this == MEDIAN || this == LAST;
	}

	/**
	 * Finds one by its word.
	 * @param field where the word stands, for the message
	 * @param word the word
	 * @return the imputation
	 * @throws ProblemException with {@code invalid_input} if there is none
	 */
	public static Imputation of(String field, String word) {
		return Arrays.stream(values())
			.filter((value) -> value.id().equals(word))
			.findFirst()
			.orElseThrow(() -> ProblemException.invalidField(field,
					"Field '%s' is %s; accepted are %s.".formatted(field, Quoted.of(word),
							Arrays.stream(values()).map(Imputation::id).collect(Collectors.joining(", ")))));
	}

}
