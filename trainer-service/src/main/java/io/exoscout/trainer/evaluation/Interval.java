package io.exoscout.trainer.evaluation;

import java.util.Arrays;

/**
 * Between which values a figure lies, by the percentile method (Efron 1979).
 *
 * @param lower 2.5 % of the resamples give less
 * @param upper 2.5 % of the resamples give more
 */
public record Interval(double lower, double upper) {

	/** The share of the resamples that lies within. */
	public static final double LEVEL = 0.95;

	/**
	 * Cuts the tails off.
	 * @param drawn the figure in each resample, in any order; one at least
	 * @return the interval; between two neighbours the bounds are interpolated
	 */
	public static Interval of(double[] drawn) {
		double[] sorted = drawn.clone();
		Arrays.sort(sorted);
		return new Interval(quantile(sorted, (1 - LEVEL) / 2), quantile(sorted, (1 + LEVEL) / 2));
	}

	/**
	 * Cuts the tails off and moves what is left onto the figure, for figures that are 0
	 * or more and to which chance can only add, like the calibration error: every
	 * resample has the noise of the rows and its own on top, and may lie above the figure
	 * altogether.
	 * @param figure of the rows themselves
	 * @param drawn the figure in each resample, in any order; one at least
	 * @return the interval, moved by the distance between the figure and the mean of the
	 * resamples
	 */
	public static Interval around(double figure, double[] drawn) {
		double bias = Arrays.stream(drawn).average().orElseThrow() - figure;
		Interval interval = of(drawn);
		return new Interval(Math.max(0, interval.lower - bias), interval.upper - bias);
	}

	private static double quantile(double[] sorted, double share) {
		double at = share * (sorted.length - 1);
		int below = (int) at;
		int above = Math.min(below + 1, sorted.length - 1);
		return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
	}

}
