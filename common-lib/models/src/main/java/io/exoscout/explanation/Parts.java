package io.exoscout.explanation;

import java.util.Arrays;

/**
 * What adds up to the scores of some rows.
 *
 * @param unit of all of it
 * @param base what each row's sum begins from: the score of the average training row
 * @param contributions {@code contributions[row][feature]}
 */
public record Parts(ScoreUnit unit, double[] base, double[][] contributions) {

	/**
	 * Probabilities are taken to be this far from 0 and 1, so that they have log-odds.
	 */
	private static final double LEAST = 1e-12;

	/** Nearer than this two probabilities are the same. */
	private static final double SAME = 1e-9;

	/** What the parts of a row add up to. */
	public double score(int row) {
		return this.base[row] + Arrays.stream(this.contributions[row]).sum();
	}

	/** The parts of a weighted mean; both are of the same rows and unit. */
	public Parts mixed(double weight, Parts other) {
		double[] base = mixed(this.base, weight, other.base);
		double[][] contributions = new double[base.length][];
		Arrays.setAll(contributions, (row) -> mixed(this.contributions[row], weight, other.contributions[row]));
		return new Parts(this.unit, base, contributions);
	}

	private static double[] mixed(double[] one, double weight, double[] other) {
		double[] mixed = new double[one.length];
		Arrays.setAll(mixed, (i) -> weight * one[i] + (1 - weight) * other[i]);
		return mixed;
	}

	/**
	 * Parts of probabilities as parts of their log-odds: all of a row's are multiplied by
	 * the same number.
	 */
	public Parts logOdds() {
		double[] base = Arrays.stream(this.base).map(Parts::logOdds).toArray();
		double[][] contributions = new double[base.length][];
		Arrays.setAll(contributions, (row) -> {
			double times = slope(this.base[row], score(row));
			return Arrays.stream(this.contributions[row]).map((part) -> times * part).toArray();
		});
		return new Parts(ScoreUnit.LOG_ODDS, base, contributions);
	}

	private static double slope(double from, double to) {
		if (Math.abs(to - from) < SAME) {
			double between = Math.max(LEAST, Math.min(1 - LEAST, from));
			return 1 / (between * (1 - between));
		}
		return (logOdds(to) - logOdds(from)) / (to - from);
	}

	/** The log-odds of a probability. */
	public static double logOdds(double probability) {
		double inside = Math.max(LEAST, Math.min(1 - LEAST, probability));
		return Math.log(inside / (1 - inside));
	}

}
