package io.exoscout.series;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A linear ephemeris: transits at T(E) = T0 + P·E, fitted by weighted least squares. E is
 * counted from the transit at which the errors of T0 and P have least to do with each
 * other.
 *
 * @param epoch T0, the time of transit 0, in days
 * @param epochError its standard deviation in days
 * @param period P in days
 * @param periodError its standard deviation in days
 * @param covariance of the two, in days squared
 * @param chiSquare the sum of squared O−C over squared errors; none where no errors were
 * given
 * @param freedom transits beyond the two that a line needs
 * @param transits those that were given
 */
public record Ephemeris(double epoch, double epochError, double period, double periodError, double covariance,
		@Nullable Double chiSquare, int freedom, List<Transit> transits) {

	/** How far from a whole number of periods a transit may be, in periods. */
	private static final double OFF = 0.25;

	private static final double FARTHEST = 1e9;

	/** In days; known planets take 0.17 at least. */
	private static final double SHORTEST = 0.1;

	/** So many of the longest gaps are counted otherwise. */
	private static final int GAPS = 20;

	/**
	 * What fits less well by that in the sum of squares is three standard deviations off.
	 */
	private static final double AS_WELL = 9;

	/** Where but one or two transits tell how well they were measured. */
	private static final double AS_WELL_OF_FEW = 25;

	/** In days: what an error is at least, as far as nobody knows it. */
	private static final double LEAST_ERROR = 1e-9;

	/**
	 * Fits transit times.
	 * @param times in days, increasing
	 * @param errors their standard deviations in days; {@code null} to take them from the
	 * scatter, which needs three times
	 * @param guess about what the period is, in days; 0 for the least difference of times
	 * @throws ProblemException {@code UNUSABLE} (code {@code too_few_points}) if there
	 * are not enough, or {@code irregular_series} if the times are no whole number of
	 * periods apart
	 */
	public static Ephemeris of(double[] times, double @Nullable [] errors, double guess) {
		int least = (errors != null) ? 2 : 3;
		if (times.length < least) {
			throw new ProblemException(ErrorCode.TOO_FEW_POINTS,
					"There are %d transit times; a period needs %d, and where none has an error 3."
						.formatted(times.length, least));
		}
		double[] weights = new double[times.length];
		for (int i = 0; i < weights.length; i++) {
			weights[i] = (errors != null) ? 1 / (errors[i] * errors[i]) : 1;
		}
		long[] counts = counts(times, (guess > 0) ? guess : leastDifference(times));
		Ephemeris fitted = fit(times, errors, weights, counts);
		if (fitted.freedom == 0 && guess <= 0) {
			return fitted;
		}
		return meant(fitted, countedOtherwise(times, errors, weights, counts, fitted), guess);
	}

	private static double leastDifference(double[] times) {
		double least = IntStream.range(1, times.length).mapToDouble((i) -> times[i] - times[i - 1]).min().orElseThrow();
		if (least < SHORTEST) {
			throw new ProblemException(ErrorCode.IRREGULAR_SERIES,
					"Two transit times are %s days apart, less than any planet takes: if they are of one transit, leave one out or send the 'period'."
						.formatted(least));
		}
		return least;
	}

	/**
	 * What fits as well with one transit more, or less, in one of the longest gaps.
	 */
	private static List<Ephemeris> countedOtherwise(double[] times, double @Nullable [] errors, double[] weights,
			long[] counts, Ephemeris fitted) {
		double squares = fitted.squares(weights);
		// errors may be too small
		double scatter = (fitted.freedom > 0) ? squares / fitted.freedom : 0;
		double scale = Math.max(scatter, (errors != null) ? 1 : LEAST_ERROR * LEAST_ERROR);
		double most = squares + scale * ((fitted.freedom > 2) ? AS_WELL : AS_WELL_OF_FEW);
		return IntStream.range(1, times.length)
			.boxed()
			.sorted(Comparator.comparingLong((i) -> counts[i - 1] - counts[i]))
			.limit(GAPS)
			.flatMap((gap) -> Stream.of(-1, 1)
				.filter((more) -> counts[gap] - counts[gap - 1] + more > 0)
				.map((more) -> fit(times, errors, weights,
						IntStream.range(0, counts.length)
							.mapToLong((i) -> counts[i] + ((i < gap) ? 0 : more))
							.toArray())))
			.filter((other) -> other.squares(weights) <= most)
			.toList();
	}

	/**
	 * Which of them it is: the only one, or the only one near what was sent.
	 * @param guess the period that was sent; 0 if none was
	 */
	private static Ephemeris meant(Ephemeris fitted, List<Ephemeris> others, double guess) {
		if (others.isEmpty()) {
			return fitted;
		}
		List<Ephemeris> all = Stream.concat(Stream.of(fitted), others.stream())
			.sorted(Comparator.comparingDouble((one) -> Math.abs(one.period - guess)))
			.toList();
		double nearest = Math.abs(all.get(0).period - guess);
		// as many digits as it was sent with
		double precision = new BigDecimal(Double.toString(guess)).ulp().doubleValue() / 2;
		if (guess > 0 && Math.abs(all.get(1).period - guess) > Math.max(precision, 2 * nearest)) {
			return all.get(0);
		}
		throw new ProblemException(ErrorCode.IRREGULAR_SERIES,
				"Over the longest gap nobody can count: periods of %s and of %s days both fit. Send a 'period' that is known better, or transits in between."
					.formatted((float) all.get(0).period, (float) all.get(1).period));
	}

	/** Counts transits, with a period that gets better the further it reaches. */
	private static long[] counts(double[] times, double guess) {
		long[] counts = new long[times.length];
		double period = guess;
		for (int i = 1; i < times.length; i++) {
			double steps = (times[i] - times[i - 1]) / period;
			long whole = Math.round(steps);
			if (!(steps < FARTHEST) || whole < 1 || Math.abs(steps - whole) > OFF) {
				throw new ProblemException(ErrorCode.IRREGULAR_SERIES,
						"From transit %s to transit %s it is %s periods of %s days, and no whole number; send a better 'period', or leave out what is no transit."
							.formatted(times[i - 1], times[i], steps, period));
			}
			counts[i] = counts[i - 1] + whole;
			period = (times[i] - times[0]) / counts[i];
		}
		return counts;
	}

	private static Ephemeris fit(double[] times, double @Nullable [] errors, double[] weights, long[] counts) {
		double all = 0;
		double meanCount = 0;
		double meanTime = 0;
		for (int i = 0; i < times.length; i++) {
			all += weights[i];
			meanCount += weights[i] * counts[i];
			meanTime += weights[i] * (times[i] - times[0]);
		}
		meanCount /= all;
		meanTime /= all;
		double spread = 0;
		double slope = 0;
		for (int i = 0; i < times.length; i++) {
			double off = counts[i] - meanCount;
			spread += weights[i] * off * off;
			slope += weights[i] * off * (times[i] - times[0] - meanTime);
		}
		double period = slope / spread;
		long origin = Math.round(meanCount);
		double shift = origin - meanCount;
		double epoch = times[0] + meanTime + period * shift;
		double squares = 0;
		for (int i = 0; i < times.length; i++) {
			double off = times[i] - epoch - period * (counts[i] - origin);
			squares += weights[i] * off * off;
		}
		int freedom = times.length - 2;
		// times on a line to the last digit tell nothing of how well they were measured
		double scale = (errors != null) ? 1 : Math.max(squares / freedom, LEAST_ERROR * LEAST_ERROR);
		double periodVariance = scale / spread;
		List<Transit> transits = new ArrayList<>();
		for (int i = 0; i < times.length; i++) {
			double computed = epoch + period * (counts[i] - origin);
			transits.add(new Transit(counts[i] - origin, times[i], computed, times[i] - computed,
					(errors != null) ? errors[i] : null));
		}
		return new Ephemeris(epoch, Math.sqrt(scale / all + shift * shift * periodVariance), period,
				Math.sqrt(periodVariance), shift * periodVariance, (errors != null) ? squares : null, freedom,
				transits);
	}

	/** What is off the line, in squares. */
	private double squares(double[] weights) {
		return IntStream.range(0, weights.length)
			.mapToDouble((i) -> weights[i] * this.transits.get(i).difference() * this.transits.get(i).difference())
			.sum();
	}

	/** The time of a transit, in days. */
	public double time(long number) {
		return this.epoch + this.period * number;
	}

	/** Its standard deviation in days, which grows with the distance. */
	public double error(long number) {
		double far = number;
		return Math.sqrt(Math.max(0, this.epochError * this.epochError + 2 * far * this.covariance
				+ far * far * this.periodError * this.periodError));
	}

	/**
	 * The number of the first transit later than a time. One that was seen by then is
	 * not, though it came early.
	 */
	public long after(double time) {
		long computed = (long) Math.floor((time - this.epoch) / this.period) + 1;
		return this.transits.stream()
			.filter((seen) -> seen.time() <= time)
			.mapToLong((seen) -> seen.number() + 1)
			.reduce(computed, Math::max);
	}

	/**
	 * The number of the first transit whose time is less certain than a bound, from the
	 * one at which it is most certain on; none if that is too far away to count.
	 * @param bound a standard deviation in days
	 */
	public @Nullable Long expires(double bound) {
		double variance = this.periodError * this.periodError;
		double rest = this.epochError * this.epochError - bound * bound;
		double inside = this.covariance * this.covariance - variance * rest;
		if (rest > 0) {
			return 0L;
		}
		double number = (variance > 0) ? (-this.covariance + Math.sqrt(Math.max(0, inside))) / variance
				: Double.POSITIVE_INFINITY;
		return (number < FARTHEST) ? (long) Math.floor(number) + 1 : null;
	}

	/**
	 * A transit that was seen.
	 *
	 * @param number E
	 * @param time O, in days
	 * @param computed C, in days
	 * @param difference O−C in days
	 * @param error of the time, in days, if it was given
	 */
	public record Transit(long number, double time, double computed, double difference, @Nullable Double error) {
	}

}
