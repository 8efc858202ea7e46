package io.exoscout.forest;

/** From scores to probabilities. */
public final class Softmax {

	private Softmax() {
	}

	/**
	 * Replaces scores by probabilities in proportion to their exponentials.
	 * @return the sum of these exponentials, of which the {@link #highest} counts as 1
	 */
	public static double apply(double[] scores) {
		double highest = highest(scores);
		double sum = 0;
		for (int c = 0; c < scores.length; c++) {
			scores[c] = Math.exp(scores[c] - highest);
			sum += scores[c];
		}
		for (int c = 0; c < scores.length; c++) {
			scores[c] /= sum;
		}
		return sum;
	}

	/** The highest of some scores. */
	public static double highest(double[] scores) {
		double highest = Double.NEGATIVE_INFINITY;
		for (double score : scores) {
			highest = Math.max(highest, score);
		}
		return highest;
	}

	/** The probability whose log-odds are a score. */
	public static double logistic(double score) {
		return 1 / (1 + Math.exp(-score));
	}

}
