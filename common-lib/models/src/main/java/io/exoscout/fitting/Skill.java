package io.exoscout.fitting;

/**
 * What predictions are worth beside the base rates of the classes.
 *
 * @param accuracy share of rows whose likeliest class is the right one
 * @param baseAccuracy the same for who always names the most frequent class
 * @param logLoss mean log loss, in nats
 * @param baseLogLoss the same for who always gives the classes' shares: their entropy
 * @param rows how many rows were judged
 */
public record Skill(double accuracy, double baseAccuracy, double logLoss, double baseLogLoss, int rows) {

	/** Probabilities below this count as this. */
	private static final double LEAST = 1e-15;

	static Skill of(OutOfFold predictions) {
		int[] counts = new int[predictions.classes()];
		int right = 0;
		double loss = 0;
		for (int row = 0; row < predictions.size(); row++) {
			double[] probabilities = predictions.probabilities()[row];
			int label = predictions.labels()[row];
			counts[label]++;
			right += (OutOfFold.likeliest(probabilities) == label) ? 1 : 0;
			loss -= Math.log(Math.max(LEAST, probabilities[label]));
		}
		double rows = predictions.size();
		double entropy = 0;
		int most = 0;
		for (int count : counts) {
			entropy -= (count == 0) ? 0 : count * Math.log(count / rows) / rows;
			most = Math.max(most, count);
		}
		return new Skill(right / rows, most / rows, loss / rows, entropy, predictions.size());
	}

	/** Whether more classes are told than by their base rates, beyond chance. */
	public boolean beyondBaseRate() {
		double error = Math.sqrt(this.baseAccuracy * (1 - this.baseAccuracy) / this.rows);
		return this.logLoss < this.baseLogLoss && this.accuracy > this.baseAccuracy + error;
	}

	/** How much of the whole model's knowledge of the classes these have, 0 to 1. */
	double information(double wholeLogLoss) {
		double whole = this.baseLogLoss - wholeLogLoss;
		double share = (whole <= 0) ? 0 : (this.baseLogLoss - this.logLoss) / whole;
		return Math.max(0, Math.min(1, share));
	}

}
