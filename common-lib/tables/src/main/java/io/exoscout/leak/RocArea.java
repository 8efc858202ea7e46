package io.exoscout.leak;

/**
 * Area under the ROC curve: how likely a random row of a class has a higher score than a
 * random other one, equal scores counting half. Counted in whole numbers, so that neither
 * the order of the rows nor rounding has a say in it.
 */
public final class RocArea {

	private long hits;

	private long misses;

	/** Pairs of which the row of the class is above, twice, and pairs of equals. */
	private long halves;

	/**
	 * Counts the rows of the next higher score.
	 * @param hits how many are of the class
	 * @param misses how many are not
	 */
	public void add(int hits, int misses) {
		this.halves += hits * (2 * this.misses + misses);
		this.hits += hits;
		this.misses += misses;
	}

	/** From 0 to 1; {@code NaN} unless there are rows of the class, and others. */
	public double value() {
		return this.halves / (2.0 * this.hits * this.misses);
	}

}
