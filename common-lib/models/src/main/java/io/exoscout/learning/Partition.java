package io.exoscout.learning;

/** Row numbers that a tree sorts into its nodes: each node owns a range of them. */
final class Partition {

	private final int[] rows;

	private final int[] aside;

	private final int size;

	/** Begins with the first {@code size} of the rows, all in the root's range. */
	Partition(int[] rows, int size) {
		this.rows = rows;
		this.size = size;
		this.aside = new int[size];
	}

	int size() {
		return this.size;
	}

	int row(int at) {
		return this.rows[at];
	}

	int[] rows() {
		return this.rows;
	}

	/**
	 * Parts a node's range in two, keeping the order on either side.
	 * @param from begin of the range
	 * @param to end of the range
	 * @param bins bin of each row in the feature to split on
	 * @param split where to part them
	 * @return where the right side begins
	 */
	int part(int from, int to, byte[] bins, Split split) {
		int left = from;
		int right = 0;
		for (int i = from; i < to; i++) {
			int row = this.rows[i];
			if (split.goesLeft(bins[row] & 0xFF)) {
				this.rows[left++] = row;
			}
			else {
				this.aside[right++] = row;
			}
		}
		System.arraycopy(this.aside, 0, this.rows, left, right);
		return left;
	}

}
