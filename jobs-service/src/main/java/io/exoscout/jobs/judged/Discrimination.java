package io.exoscout.jobs.judged;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How well scores tell planets from others.
 *
 * @param value the chance that a planet has a higher score than something else, ties
 * counted half: 0.5 is a guess, 1 no mistake
 * @param lower end of the interval that holds it with a confidence of 95 %; {@code null}
 * where no pair, or every pair, is in the wrong order
 * @param upper end of the same
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Discrimination(double value, @Nullable Double lower, @Nullable Double upper) {

	/** With fewer of either, an interval says nothing. */
	static final int LEAST = 10;

	private static final double CONFIDENCE_95 = 1.959964;

	private static final double MILLION = 1e6;

	/**
	 * Compares scores (DeLong et al. 1988), with the interval on the scale of log-odds.
	 * @param planets the scores of those that are
	 * @param others the scores of those that are not
	 * @return {@code null} if there are too few of either
	 */
	static @Nullable Discrimination of(double[] planets, double[] others) {
		if (planets.length < LEAST || others.length < LEAST) {
			return null;
		}
		double[] above = shares(planets, others);
		double value = mean(above);
		double[] below = shares(others, planets);
		double deviation = Math.sqrt(variance(above) / planets.length + variance(below) / others.length);
		if (deviation == 0 || value <= 0 || value >= 1) {
			return new Discrimination(rounded(value), null, null);
		}
		double logOdds = Math.log(value / (1 - value));
		double reach = CONFIDENCE_95 * deviation / (value * (1 - value));
		return new Discrimination(rounded(value), rounded(odds(logOdds - reach)), rounded(odds(logOdds + reach)));
	}

	/** Of each score the share of the others that it is above. */
	private static double[] shares(double[] scores, double[] others) {
		double[] sorted = others.clone();
		Arrays.sort(sorted);
		return Arrays.stream(scores)
			.map((score) -> (first(sorted, score, false) + first(sorted, score, true)) / (2.0 * sorted.length))
			.toArray();
	}

	/** How many are less than a score, or at most as high. */
	private static int first(double[] sorted, double score, boolean orEqual) {
		int from = 0;
		int to = sorted.length;
		while (from < to) {
			int middle = (from + to) >>> 1;
			boolean less = sorted[middle] < score || (orEqual && sorted[middle] == score);
			from = less ? middle + 1 : from;
			to = less ? to : middle;
		}
		return from;
	}

	private static double mean(double[] values) {
		return Arrays.stream(values).average().orElseThrow();
	}

	private static double variance(double[] values) {
		double mean = mean(values);
		return Arrays.stream(values).map((value) -> (value - mean) * (value - mean)).sum() / (values.length - 1);
	}

	private static double odds(double logOdds) {
		return 1 / (1 + Math.exp(-logOdds));
	}

	private static double rounded(double value) {
		return Math.round(value * MILLION) / MILLION;
	}

}
