package io.exoscout.forest;

import java.util.Arrays;

import io.exoscout.integral.StraightLine;

/**
 * Contributions of features to a probability, whatever scale a forest's leaves have, so
 * that those of several forests can be averaged. A boosted forest's contributions add up
 * from the scores of the average training row to those of the row in question; they are
 * carried over to probabilities along the straight line between the two (integrated
 * gradients, Sundararajan et al. 2017). For two classes that multiplies all of them by
 * the same number, so that they add up to the difference of the probabilities.
 */
final class ProbabilityShap {

	private ProbabilityShap() {
	}

	/**
	 * Explains probabilities.
	 * @param forest the forest
	 * @param vectors one value per feature for each row, {@code NaN} where it is missing
	 * @param unknown features that are not known of any row
	 * @param output the class whose probability is explained
	 * @param meanwhile called every few milliseconds; may end it with an exception
	 * @return {@code contributions[row][feature]}; those of a row sum to the difference
	 * from the probability of the average training row
	 */
	static double[][] contributions(Forest forest, float[][] vectors, boolean[] unknown, int output,
			Runnable meanwhile) {
		if (forest.link() == Link.MEAN) {
			return TreeShap.contributions(forest, vectors, unknown, output, meanwhile);
		}
		double[][][] toScores = new double[forest.classes()][][];
		double[] average = new double[forest.classes()];
		for (int k = 0; k < toScores.length; k++) {
			boolean scored = hasScore(forest, k);
			toScores[k] = scored ? TreeShap.contributions(forest, vectors, unknown, k, meanwhile)
					: new double[vectors.length][forest.features()];
			average[k] = scored ? forest.average(k) : 0;
		}
		StraightLine line = new StraightLine(average, (scores, slopes) -> softmax(scores, output, slopes));
		double[][] contributions = new double[vectors.length][];
		for (int row = 0; row < vectors.length; row++) {
			int number = row;
			contributions[row] = line
				.carry(Arrays.stream(toScores).map((ofClass) -> ofClass[number]).toArray(double[][]::new));
			meanwhile.run();
		}
		return contributions;
	}

	/** The probabilities of the average training row. */
	static double[] average(Forest forest) {
		double[] average = new double[forest.classes()];
		for (int k = 0; k < average.length; k++) {
			average[k] = (hasScore(forest, k) || forest.link() == Link.MEAN) ? forest.average(k) : 0;
		}
		if (forest.link() != Link.MEAN) {
			Softmax.apply(average);
		}
		return average;
	}

	/** Log-odds are the score of the second class against one that stays at zero. */
	private static boolean hasScore(Forest forest, int output) {
		return forest.link() == Link.SOFTMAX || output == 1;
	}

	private static double softmax(double[] scores, int output, double[] slopes) {
		double[] at = scores.clone();
		Softmax.apply(at);
		for (int k = 0; k < at.length; k++) {
			slopes[k] = at[output] * (((k == output) ? 1 : 0) - at[k]);
		}
		return at[output];
	}

}
