package io.exoscout.result;

/**
 * Rows that were given about the same probability, and what became of them.
 *
 * @param lower lowest probability in the bin
 * @param upper where the next bin begins
 * @param rows how many rows there are, 1 or more
 * @param meanProbability what was said of them, on average
 * @param fractionOfClass share of them that is of the class
 */
public record ReliabilityBin(double lower, double upper, long rows, double meanProbability, double fractionOfClass) {

	/** Distance between said and found. */
	public double gap() {
		return Math.abs(this.fractionOfClass - this.meanProbability);
	}

}
