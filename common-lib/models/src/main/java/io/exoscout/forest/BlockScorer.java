package io.exoscout.forest;

import java.util.Arrays;

/**
 * Scores many rows with one forest, block by block, each tree asked of a whole block.
 * Scores are summed up in the order of the trees, so they are, bit for bit, those that
 * walking down tree by tree with one row gives, which stays as the measure of this.
 */
final class BlockScorer {

	/** Memory that the layout takes, at most. */
	static final int BYTES_PER_NODE = 40;

	private final FeatureBins bins;

	private final RowBlock.Asked[] trees;

	private final double[] base;

	private final int outputs;

	private final boolean walked;

	/**
	 * Lays the trees of a forest out.
	 * @param nodes of all trees
	 * @param roots where each tree begins
	 * @param outputs what each tree adds to
	 * @param base what the sum of each output starts from, none for 0
	 * @param features length of the feature vector
	 * @param leafSize values per leaf
	 */
	BlockScorer(NodeArrays nodes, int[] roots, int[] outputs, double[] base, int features, int leafSize) {
		this.bins = FeatureBins.of(nodes, features);
		this.trees = new RowBlock.Asked[roots.length];
		this.base = base;
		this.outputs = Math.max(leafSize, base.length);
		boolean walked = false;
		for (int i = 0; i < this.trees.length; i++) {
			int from = roots[i];
			int to = (i + 1 < roots.length) ? roots[i + 1] : nodes.feature().length;
			// every second node is a leaf, and one more
			boolean large = (to - from + 1) / 2 > MaskedTree.MOST_LEAVES;
			walked |= large;
			this.trees[i] = large ? new WalkedTree(nodes, from, to, this.bins, outputs[i], leafSize)
					: MaskedTree.of(nodes, from, to, this.bins, outputs[i], leafSize);
		}
		this.walked = walked;
	}

	/**
	 * Sums up what the trees say.
	 * @param vectors of some rows
	 * @param scores receives the sum of each output of each row
	 */
	void sum(float[][] vectors, double[][] scores) {
		RowBlock block = new RowBlock(this.bins, Math.min(RowBlock.ROWS, vectors.length), this.outputs, this.walked);
		for (int from = 0; from < vectors.length; from += RowBlock.ROWS) {
			int count = Math.min(RowBlock.ROWS, vectors.length - from);
			block.fill(vectors, from, count);
			for (int output = 0; output < this.outputs; output++) {
				Arrays.fill(block.scores[output], 0, count, (this.base.length > 0) ? this.base[output] : 0);
			}
			for (RowBlock.Asked tree : this.trees) {
				tree.add(block);
			}
			for (int i = 0; i < count; i++) {
				for (int output = 0; output < this.outputs; output++) {
					scores[from + i][output] = block.scores[output][i];
				}
			}
		}
	}

}
