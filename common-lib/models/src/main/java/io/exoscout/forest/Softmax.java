package io.exoscout.forest;

/** From scores to probabilities. */
public final class Softmax {

	private Softmax() {
	}

	/** Replaces scores by probabilities in proportion to their exponentials. */
	public static void apply(double[] scores) {
		double highest = Double.NEGATIVE_INFINITY;
		for (double score : scores) {
			highest = Math.max(highest, score);
		}
		double sum = 0;
		for (int c = 0; c < scores.length; c++) {
			scores[c] = Math.exp(scores[c] - highest);
			sum += scores[c];
		}
		for (int c = 0; c < scores.length; c++) {
			scores[c] /= sum;
		}
	}

}
