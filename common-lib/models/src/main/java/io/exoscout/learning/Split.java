package io.exoscout.learning;

/** The best way found so far to part the rows of a node; used again for every node. */
final class Split {

	private int feature;

	private int bin;

	private boolean missingLeft;

	private double gain;

	/** Forgets everything; only splits that gain more than this count. */
	void reset(double atLeast) {
		this.feature = -1;
		this.gain = atLeast;
	}

	/** Takes a split if it gains more than the best so far. */
	void offer(int feature, int bin, boolean missingLeft, double gain) {
		if (gain > this.gain) {
			this.feature = feature;
			this.bin = bin;
			this.missingLeft = missingLeft;
			this.gain = gain;
		}
	}

	boolean found() {
		return this.feature >= 0;
	}

	int feature() {
		return this.feature;
	}

	int bin() {
		return this.bin;
	}

	boolean missingLeft() {
		return this.missingLeft;
	}

	double gain() {
		return this.gain;
	}

	boolean goesLeft(int slot) {
		return (slot == BinnedTable.MISSING) ? this.missingLeft : slot <= this.bin;
	}

}
