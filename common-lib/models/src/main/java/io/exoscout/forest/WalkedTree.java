package io.exoscout.forest;

/**
 * A tree of many leaves: rows walk down it side by side, so that the memory is asked for
 * the next nodes of all of them at once. A node lies in four numbers one after the other.
 */
final class WalkedTree implements RowBlock.Asked {

	private static final int SIZE = 4;

	private final int output;

	private final int leafSize;

	/**
	 * Of each node the column it looks at, the first bin that goes right, and where its
	 * left and right child begin. Of a leaf both are itself, and its first number tells
	 * where its values begin, as {@code -1 - start}.
	 */
	private final int[] nodes;

	private final double[] values;

	WalkedTree(NodeArrays all, int from, int to, FeatureBins bins, int output, int leafSize) {
		this.output = output;
		this.leafSize = leafSize;
		this.values = all.values();
		this.nodes = new int[SIZE * (to - from)];
		for (int i = from; i < to; i++) {
			int at = SIZE * (i - from);
			int feature = all.feature()[i];
			boolean leaf = feature == NodeArrays.LEAF;
			this.nodes[at] = leaf ? -1 - all.right()[i] : 2 * feature + (all.missingLeft()[i] ? 0 : 1);
			this.nodes[at + 1] = leaf ? 0 : bins.cut(feature, all.threshold()[i]) + 1;
			this.nodes[at + 2] = leaf ? at : at + SIZE;
			this.nodes[at + 3] = leaf ? at : SIZE * (all.right()[i] - from);
		}
	}

	@Override
	public void add(RowBlock block) {
		int row = 0;
		for (; row + 4 <= block.rows(); row += 4) {
			four(block, row);
		}
		for (; row < block.rows(); row++) {
			say(block, row, walk(block, row, 0));
		}
	}

	private void four(RowBlock block, int row) {
		int[] nodes = this.nodes;
		int[] cells = block.cells;
		int width = block.columns.length;
		int row0 = row * width;
		int row1 = row0 + width;
		int row2 = row1 + width;
		int row3 = row2 + width;
		int at0 = 0;
		int at1 = 0;
		int at2 = 0;
		int at3 = 0;
		// until one of them has come to its leaf
		while ((nodes[at0] | nodes[at1] | nodes[at2] | nodes[at3]) >= 0) {
			at0 = nodes[at0 + ((cells[row0 + nodes[at0]] < nodes[at0 + 1]) ? 2 : 3)];
			at1 = nodes[at1 + ((cells[row1 + nodes[at1]] < nodes[at1 + 1]) ? 2 : 3)];
			at2 = nodes[at2 + ((cells[row2 + nodes[at2]] < nodes[at2 + 1]) ? 2 : 3)];
			at3 = nodes[at3 + ((cells[row3 + nodes[at3]] < nodes[at3 + 1]) ? 2 : 3)];
		}
		say(block, row, walk(block, row, at0));
		say(block, row + 1, walk(block, row + 1, at1));
		say(block, row + 2, walk(block, row + 2, at2));
		say(block, row + 3, walk(block, row + 3, at3));
	}

	/** Where the values of a row's leaf begin. */
	private int walk(RowBlock block, int row, int from) {
		int at = from;
		int cells = row * block.columns.length;
		while (this.nodes[at] >= 0) {
			at = this.nodes[at + ((block.cells[cells + this.nodes[at]] < this.nodes[at + 1]) ? 2 : 3)];
		}
		return -1 - this.nodes[at];
	}

	private void say(RowBlock block, int row, int leaf) {
		for (int value = 0; value < this.leafSize; value++) {
			block.scores[this.output + value][row] += this.values[leaf + value];
		}
	}

}
