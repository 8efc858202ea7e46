package io.exoscout.forest;

import java.util.Arrays;

/**
 * One tree as a grower writes it down: in preorder, so the left child of a split is the
 * node that follows it. Written as {@code split}, left subtree, {@code right}, right
 * subtree; every subtree ends in leaves.
 */
public final class Tree {

	private final int output;

	private final int leafSize;

	private int nodes;

	private int leaves;

	private int[] feature = new int[16];

	private float[] threshold = new float[16];

	private int[] right = new int[16];

	private boolean[] missingLeft = new boolean[16];

	private float[] cover = new float[16];

	private double[] values = new double[16];

	private Tree(int output, int leafSize) {
		this.output = output;
		this.leafSize = leafSize;
	}

	/** A tree whose leaves hold a distribution over the classes. */
	public static Tree distribution(int classes) {
		return new Tree(0, classes);
	}

	/** A tree whose leaves add to the score of one output. */
	public static Tree score(int output) {
		return new Tree(output, 1);
	}

	/**
	 * Adds a split; the nodes that follow, up to {@link #right}, are its left subtree.
	 * @param feature index into the feature vector
	 * @param threshold values below it go left, all others right
	 * @param missingLeft whether a missing value goes left
	 * @param cover weight of the training rows that came here
	 * @return the split, for {@link #right}
	 */
	public int split(int feature, float threshold, boolean missingLeft, double cover) {
		int node = node(feature, cover);
		this.threshold[node] = threshold;
		this.missingLeft[node] = missingLeft;
		return node;
	}

	/** Begins the right subtree of a split. */
	public void right(int split) {
		this.right[split] = this.nodes;
	}

	/**
	 * Adds a leaf.
	 * @param cover weight of the training rows that came here
	 * @param value the distribution, or the one score
	 */
	public void leaf(double cover, double... value) {
		if (value.length != this.leafSize) {
			throw new IllegalArgumentException("A leaf of this tree holds " + this.leafSize + " values");
		}
		int node = node(NodeArrays.LEAF, cover);
		int at = this.leaves * this.leafSize;
		this.right[node] = at;
		this.leaves++;
		if (at + this.leafSize > this.values.length) {
			this.values = Arrays.copyOf(this.values, Math.max(at + this.leafSize, this.values.length * 2));
		}
		System.arraycopy(value, 0, this.values, at, this.leafSize);
	}

	/** How many nodes there are so far. */
	public int size() {
		return this.nodes;
	}

	int output() {
		return this.output;
	}

	int leafSize() {
		return this.leafSize;
	}

	int valueCount() {
		return this.leaves * this.leafSize;
	}

	/** Copies this tree into the arrays of a forest, behind what is already there. */
	void copyTo(NodeArrays target, int node, int value) {
		System.arraycopy(this.feature, 0, target.feature(), node, this.nodes);
		System.arraycopy(this.threshold, 0, target.threshold(), node, this.nodes);
		System.arraycopy(this.missingLeft, 0, target.missingLeft(), node, this.nodes);
		System.arraycopy(this.cover, 0, target.cover(), node, this.nodes);
		System.arraycopy(this.values, 0, target.values(), value, valueCount());
		for (int i = 0; i < this.nodes; i++) {
			target.right()[node + i] = this.right[i] + ((this.feature[i] == NodeArrays.LEAF) ? value : node);
		}
	}

	private int node(int feature, double cover) {
		if (this.nodes == this.feature.length) {
			int size = this.nodes * 2;
			this.feature = Arrays.copyOf(this.feature, size);
			this.threshold = Arrays.copyOf(this.threshold, size);
			this.right = Arrays.copyOf(this.right, size);
			this.missingLeft = Arrays.copyOf(this.missingLeft, size);
			this.cover = Arrays.copyOf(this.cover, size);
		}
		this.feature[this.nodes] = feature;
		this.cover[this.nodes] = (float) cover;
		return this.nodes++;
	}

}
