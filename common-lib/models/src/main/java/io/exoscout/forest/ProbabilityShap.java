package io.exoscout.forest;

import java.util.Arrays;

/**
 * Contributions of features to a probability, whatever scale a forest's leaves have, so
 * that those of several forests can be averaged. A boosted forest's contributions add up
 * from the scores of the average training row to those of the row in question; they are
 * carried over to probabilities along the straight line between the two (integrated
 * gradients, Sundararajan et al. 2017). For two classes that multiplies all of them by
 * the same number, so that they add up to the difference of the probabilities.
 */
final class ProbabilityShap {

	/** Steps along the line: the sum is exact to six digits. */
	private static final int STEPS = 1000;

	private static final double TINY = 1e-300;

	// contributions[k][feature] to the score of class k
	private final double[][] contributions;

	// scores of this row, up to a constant that makes no difference
	private final double[] scores;

	private ProbabilityShap(Forest forest, float[] vector, double[][] contributions) {
		this.contributions = contributions;
		this.scores = new double[forest.classes()];
		forest.predict(vector, this.scores);
		for (int k = 0; k < this.scores.length; k++) {
			this.scores[k] = Math.log(Math.max(this.scores[k], TINY));
		}
	}

	/**
	 * Explains probabilities.
	 * @param forest the forest
	 * @param vectors one value per feature for each row, {@code NaN} where it is missing
	 * @param output the class whose probability is explained
	 * @param meanwhile called every few milliseconds; may end it with an exception
	 * @return {@code contributions[row][feature]}; those of a row sum to the difference
	 * from the probability of the average training row
	 */
	static double[][] contributions(Forest forest, float[][] vectors, int output, Runnable meanwhile) {
		if (forest.link() == Link.MEAN) {
			return TreeShap.contributions(forest, vectors, output, meanwhile);
		}
		double[][][] toScores = new double[forest.classes()][][];
		for (int k = 0; k < toScores.length; k++) {
			toScores[k] = hasScore(forest, k) ? TreeShap.contributions(forest, vectors, k, meanwhile)
					: new double[vectors.length][forest.features()];
		}
		double[][] contributions = new double[vectors.length][];
		for (int row = 0; row < vectors.length; row++) {
			int number = row;
			double[][] ofRow = Arrays.stream(toScores).map((ofClass) -> ofClass[number]).toArray(double[][]::new);
			contributions[row] = new ProbabilityShap(forest, vectors[row], ofRow).along(output);
			meanwhile.run();
		}
		return contributions;
	}

	/** Log-odds are the score of the second class against one that stays at zero. */
	private static boolean hasScore(Forest forest, int output) {
		return forest.link() == Link.SOFTMAX || output == 1;
	}

	private double[] along(int output) {
		double[] ways = Arrays.stream(this.contributions).mapToDouble((one) -> Arrays.stream(one).sum()).toArray();
		double[] slopes = new double[ways.length];
		double[] at = new double[ways.length];
		for (int step = 0; step < STEPS; step++) {
			double left = 1 - (step + 0.5) / STEPS;
			for (int k = 0; k < at.length; k++) {
				at[k] = this.scores[k] - left * ways[k];
			}
			Softmax.apply(at);
			for (int k = 0; k < at.length; k++) {
				slopes[k] += at[output] * (((k == output) ? 1 : 0) - at[k]) / STEPS;
			}
		}
		double[] result = new double[this.contributions[0].length];
		for (int k = 0; k < slopes.length; k++) {
			for (int f = 0; f < result.length; f++) {
				result[f] += slopes[k] * this.contributions[k][f];
			}
		}
		return result;
	}

}
