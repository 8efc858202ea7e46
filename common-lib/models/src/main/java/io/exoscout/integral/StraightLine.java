package io.exoscout.integral;

/**
 * Carries contributions to scores over to something that is computed from the scores,
 * along the straight line from the average training row to the row in question
 * (integrated gradients, Sundararajan et al. 2017; the path that Aumann &amp; Shapley
 * 1974 take). What comes out adds up to the difference at the two ends, as what goes in
 * adds up to the difference of the scores.
 *
 * @param average scores of the average training row
 * @param target what is computed
 */
public record StraightLine(double[] average, OfScores target) {

	/** Where on the line to look. */
	private static final Quadrature RULE = Quadrature.of(48);

	/** Something that is computed from scores. */
	public interface OfScores {

		/**
		 * Computes it.
		 * @param scores one per class
		 * @param slopes receives its derivative by each score
		 * @return its value
		 */
		double at(double[] scores, double[] slopes);

	}

	/**
	 * Carries the contributions of one row over.
	 * @param contributions {@code contributions[class][feature]} to the scores
	 * @return the contribution of each feature
	 */
	public double[] carry(double[][] contributions) {
		double[] ways = new double[contributions.length];
		for (int k = 0; k < ways.length; k++) {
			for (double contribution : contributions[k]) {
				ways[k] += contribution;
			}
		}
		double[] slopes = slopes(ways);
		double[] carried = new double[contributions[0].length];
		for (int k = 0; k < slopes.length; k++) {
			for (int f = 0; f < carried.length; f++) {
				carried[f] += slopes[k] * contributions[k][f];
			}
		}
		return carried;
	}

	/** The mean slopes on the line, made to fit the two ends. */
	private double[] slopes(double[] ways) {
		double[] mean = new double[ways.length];
		double[] slopes = new double[ways.length];
		double[] scores = new double[ways.length];
		for (int i = 0; i < RULE.size(); i++) {
			double u = RULE.points()[i];
			// slow at both ends, where probabilities near 0 or 1 bend most
			double t = u * u * (3 - 2 * u);
			double weight = RULE.weights()[i] * 6 * u * (1 - u);
			for (int k = 0; k < scores.length; k++) {
				scores[k] = this.average[k] + t * ways[k];
			}
			this.target.at(scores, slopes);
			for (int k = 0; k < mean.length; k++) {
				mean[k] += weight * slopes[k];
			}
		}
		double length = 0;
		double missed = difference(ways);
		for (int k = 0; k < mean.length; k++) {
			length += ways[k] * ways[k];
			missed -= mean[k] * ways[k];
		}
		// what a steep target hides between the points
		for (int k = 0; k < mean.length && length > 0; k++) {
			mean[k] += missed / length * ways[k];
		}
		return mean;
	}

	private double difference(double[] ways) {
		double[] slopes = new double[ways.length];
		double[] end = this.average.clone();
		for (int k = 0; k < end.length; k++) {
			end[k] += ways[k];
		}
		return this.target.at(end, slopes) - this.target.at(this.average, slopes);
	}

}
