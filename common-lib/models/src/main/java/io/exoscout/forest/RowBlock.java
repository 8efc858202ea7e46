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

	final int[] low = new int[ROWS];

	final int[] high = new int[ROWS];

	/** {@code scores[output][row]} */
	final double[][] scores;

	private final FeatureBins bins;

	private int rows;

	/**
	 * A block of no rows.
	 * @param bins by which rows are binned
	 * @param outputs how many sums each row has
	 * @param walked whether some tree is walked
	 */
	RowBlock(FeatureBins bins, int outputs, boolean walked) {
		this.bins = bins;
		this.columns = new int[2 * bins.features()][];
		for (int f = 0; f < bins.features(); f++) {
			if (bins.cuts()[f].length > 0) {
				this.columns[2 * f] = new int[ROWS];
				this.columns[2 * f + 1] = new int[ROWS];
			}
		}
		this.cells = new int[walked ? ROWS * this.columns.length : 0];
		this.scores = new double[outputs][ROWS];
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

}
