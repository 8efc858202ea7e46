package io.exoscout.forest;

/** Some rows with their features binned, and room for what a forest makes of them. */
final class RowBlock {

	/** Rows of a block: as many as keep their bins in the processor's cache. */
	static final int ROWS = 512;

	/**
	 * {@code columns[2 · feature]} and, for splits that send missing values right, the
	 * next.
	 */
	final int[][] columns;

	/** The same bins row by row, for trees that are walked. */
	final int[] cells;

	final int[] low;

	final int[] high;

	/** {@code scores[output][row]} */
	final double[][] scores;

	private final FeatureBins bins;

	private int rows;

	/**
	 * A block of no rows.
	 * @param bins by which rows are binned
	 * @param most rows it has room for
	 * @param outputs how many sums each row has
	 * @param walked whether some tree is walked
	 */
	RowBlock(FeatureBins bins, int most, int outputs, boolean walked) {
		this.bins = bins;
		this.low = new int[most];
		this.high = new int[most];
		this.columns = new int[2 * bins.features()][];
		for (int f = 0; f < bins.features(); f++) {
			if (bins.compares(f)) {
				this.columns[2 * f] = new int[most];
				this.columns[2 * f + 1] = new int[most];
			}
		}
		this.cells = new int[walked ? most * this.columns.length : 0];
		this.scores = new double[outputs][most];
	}

	/** Takes in other rows. */
	void fill(float[][] vectors, int from, int count) {
		this.rows = count;
		for (int f = 0; f < this.bins.features(); f++) {
			if (this.columns[2 * f] != null) {
				this.bins.bin(f, vectors, from, this.columns[2 * f], this.columns[2 * f + 1], count);
			}
		}
		if (this.cells.length > 0) {
			for (int column = 0; column < this.columns.length; column++) {
				int[] bins = this.columns[column];
				for (int i = 0; bins != null && i < count; i++) {
					this.cells[i * this.columns.length + column] = bins[i];
				}
			}
		}
	}

	int rows() {
		return this.rows;
	}

	/** A tree as it is asked about a block of rows. */
	interface Asked {

		/** Adds what the tree says of each row to its scores. */
		void add(RowBlock block);

	}

}
