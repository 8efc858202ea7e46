package io.exoscout.forecast.curve;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.forecast.collection.Members;
import io.exoscout.problem.ProblemException;
import io.exoscout.series.Ephemeris;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Transit times.
 *
 * @param times of mid-transit, in days (such as BJD), in any order
 * @param errors their standard deviations in days; if there are none, they are taken from
 * the scatter
 * @param period about what the period is, in days; needed only if no two transits in a
 * row were seen
 * @param after from when on the next transits are wanted, in days; from the last one sent
 * if it is not told
 * @param next how many of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EphemerisRequest(@Nullable List<@Nullable Double> times, @Nullable List<@Nullable Double> errors,
		@Nullable Double period, @Nullable Double after, @Schema(implementation = Integer.class, minimum = "1",
				maximum = "1000", defaultValue = "10") @Nullable Double next) {

	private static final int MOST_TIMES = 10_000;

	private static final int MOST_NEXT = 1000;

	private static final int NEXT = 10;

	/** Times beyond are none of any calendar, and would lose minutes. */
	private static final double LATEST = 1e9;

	/** A mistyped error of 0 would outweigh all others. */
	private static final double LEAST_ERROR = 1e-9;

	EphemerisAnswer answer() {
		double[] sent = NumberList.finite("times", Members.required("times", this.times));
		if (sent.length > MOST_TIMES) {
			throw Members.refused("times",
					"Field 'times' has %d times; at most %d are accepted.".formatted(sent.length, MOST_TIMES));
		}
		double[] sentErrors = (this.errors != null) ? errors(this.errors, sent.length) : null;
		int[] order = IntStream.range(0, sent.length)
			.boxed()
			.sorted(Comparator.comparingDouble((place) -> sent[place]))
			.mapToInt(Integer::intValue)
			.toArray();
		double[] sorted = IntStream.of(order).mapToDouble((place) -> sent[place]).toArray();
		requireSound(sorted);
		double[] sortedErrors = (sentErrors != null)
				? IntStream.of(order).mapToDouble((place) -> sentErrors[place]).toArray() : null;
		Ephemeris ephemeris = Ephemeris.of(sorted, sortedErrors, guess());
		double since = (this.after != null) ? time("after", this.after) : sorted[sorted.length - 1];
		return EphemerisAnswer.of(ephemeris, since, Members.between("next", this.next, NEXT, 1, MOST_NEXT));
	}

	private static double[] errors(List<@Nullable Double> sent, int times) {
		if (sent.size() != times) {
			throw Members.refused("errors", "Field 'errors' has %d values, and 'times' %d; they go together one by one."
				.formatted(sent.size(), times));
		}
		double[] errors = NumberList.finite("errors", sent);
		for (int i = 0; i < errors.length; i++) {
			if (!(errors[i] >= LEAST_ERROR && errors[i] <= LATEST)) {
				throw range("errors[%d]".formatted(i), errors[i], "from 1e-9 days on");
			}
		}
		return errors;
	}

	private static void requireSound(double[] sorted) {
		for (int i = 0; i < sorted.length; i++) {
			time("times", sorted[i]);
			if (i > 0 && sorted[i] == sorted[i - 1]) {
				throw Members.refused("times",
						"Field 'times' has %s twice; a transit is seen once, or its times are ".formatted(sorted[i])
								+ "averaged before.");
			}
		}
	}

	private static double time(String name, double value) {
		if (!(Math.abs(value) <= LATEST)) {
			throw range(name, value, "days from -1e9 to 1e9");
		}
		return value;
	}

	private double guess() {
		if (this.period == null) {
			return 0;
		}
		if (!(this.period >= LEAST_ERROR && this.period <= LATEST)) {
			throw range("period", this.period, "days above 0");
		}
		return this.period;
	}

	private static ProblemException range(String name, double value, String accepted) {
		return Members.refused(name, "Field '%s' is %s; accepted are %s.".formatted(name, value, accepted));
	}

}
