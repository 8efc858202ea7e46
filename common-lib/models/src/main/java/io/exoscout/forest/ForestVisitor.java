package io.exoscout.forest;

import java.util.Arrays;

/** Is told of trees, each in preorder. */
public interface ForestVisitor {

	/**
	 * A tree begins.
	 * @param output the score it adds to
	 */
	void tree(int output);

	/**
	 * A split, at which values below a threshold go left.
	 * @param node its place in its tree, where the root is 0; its left child is the next
	 * one
	 * @param feature index into the feature vector
	 * @param threshold values below it go left
	 * @param missingLeft whether a missing value goes left
	 * @param right place of its right child
	 * @param cover weight of the training rows that came here
	 */
	void split(int node, int feature, float threshold, boolean missingLeft, int right, float cover);

	/**
	 * A leaf.
	 * @param node its place in its tree
	 * @param cover weight of the training rows that came here
	 * @param values the distribution, or the one score
	 */
	void leaf(int node, float cover, double[] values);

	/** Tells of all trees of a forest, one after the other. */
	default void visit(Forest forest) {
		NodeArrays nodes = forest.nodes();
		int[] roots = forest.roots();
		for (int tree = 0; tree < roots.length; tree++) {
			int root = roots[tree];
			int end = (tree + 1 < roots.length) ? roots[tree + 1] : forest.nodeCount();
			tree(forest.outputs()[tree]);
			for (int i = root; i < end; i++) {
				int feature = nodes.feature()[i];
				int right = nodes.right()[i];
				float cover = nodes.cover()[i];
				if (feature == NodeArrays.LEAF) {
					leaf(i - root, cover, Arrays.copyOfRange(nodes.values(), right, right + forest.leafSize()));
				}
				else {
					split(i - root, feature, nodes.threshold()[i], nodes.missingLeft()[i], right - root, cover);
				}
			}
		}
	}

}
