package io.exoscout.forest;

/**
 * The nodes of all trees of a forest, tree after tree, each in preorder. The left child
 * of split {@code i} is node {@code i + 1}.
 *
 * @param feature feature a split looks at, {@link #LEAF} for a leaf
 * @param threshold values below it go left
 * @param right right child of a split; for a leaf, where its values begin
 * @param missingLeft whether a missing value goes left
 * @param cover weight of the training rows that came to a node
 * @param values what the leaves say
 */
record NodeArrays(int[] feature, float[] threshold, int[] right, boolean[] missingLeft, float[] cover,
		double[] values) {

	/** Marks a leaf in place of a feature. */
	static final int LEAF = -1;

	/** The deepest trees that any algorithm here grows. */
	static final int DEEPEST = 64;

	NodeArrays(int nodes, int values) {
		this(new int[nodes], new float[nodes], new int[nodes], new boolean[nodes], new float[nodes],
				new double[values]);
	}

	/** Walks down from a root and tells where the values of the leaf begin. */
	int leaf(int root, float[] vector) {
		int node = root;
		int tested = this.feature[node];
		while (tested >= 0) {
			node = goesLeft(node, vector[tested]) ? node + 1 : this.right[node];
			tested = this.feature[node];
		}
		return this.right[node];
	}

	/** Whether a split sends a value left. */
	boolean goesLeft(int split, float value) {
		return (value != value) ? this.missingLeft[split] : value < this.threshold[split];
	}

	/**
	 * What a tree says where some features are not known: at a split on one of those both
	 * ways are gone, each with the weight of the training rows that went there.
	 * @param node where to begin
	 * @param vector one value per feature
	 * @param unknown the features that are not known
	 * @param offset which of a leaf's values is asked for
	 */
	double expected(int node, float[] vector, boolean[] unknown, int offset) {
		int at = node;
		int tested = this.feature[at];
		while (tested >= 0 && !unknown[tested]) {
			at = goesLeft(at, vector[tested]) ? at + 1 : this.right[at];
			tested = this.feature[at];
		}
		if (tested < 0) {
			return this.values[this.right[at] + offset];
		}
		double left = this.cover[at + 1];
		double right = this.cover[this.right[at]];
		double share = (left + right > 0) ? left / (left + right) : 0.5;
		return share * expected(at + 1, vector, unknown, offset)
				+ (1 - share) * expected(this.right[at], vector, unknown, offset);
	}

	/** The largest number of different features on a path from a node. */
	int featuresOnAPath(int node, int features) {
		return featuresOnAPath(node, new int[features], 0);
	}

	private int featuresOnAPath(int node, int[] splitsOn, int already) {
		int tested = this.feature[node];
		if (tested == LEAF) {
			return already;
		}
		int here = already + ((splitsOn[tested]++ == 0) ? 1 : 0);
		int most = Math.max(featuresOnAPath(node + 1, splitsOn, here),
				featuresOnAPath(this.right[node], splitsOn, here));
		splitsOn[tested]--;
		return most;
	}

	/**
	 * Checks that a tree is one, written in preorder: walking down ends in a leaf of the
	 * same tree whatever the vector, every right child begins where the left side ends,
	 * leaves' values lie inside the values, and no way down is longer than
	 * {@value #DEEPEST} splits, since each takes a call or more of whoever explains it.
	 * @param from root of the tree
	 * @param to one past its last node
	 * @param features length of the feature vector
	 * @param leafSize values per leaf
	 * @return what is wrong, or an empty string
	 */
	String fault(int from, int to, int features, int leafSize) {
		if (from >= to) {
			return "a tree has no node";
		}
		// one past the last node of what begins at each
		int[] ends = new int[to - from + 1];
		// splits on the longest way down from each
		int[] heights = new int[to - from];
		for (int i = to - 1; i >= from; i--) {
			if (this.feature[i] == LEAF) {
				ends[i - from] = i + 1;
				if (this.right[i] < 0 || this.right[i] > this.values.length - leafSize) {
					return "a leaf points outside the values";
				}
			}
			else if (this.feature[i] < 0 || this.feature[i] >= features) {
				return "a split looks at a feature that is not there";
			}
			else if (this.right[i] <= i + 1 || this.right[i] >= to || Float.isNaN(this.threshold[i])) {
				return "a split has a child outside its tree, or no threshold";
			}
			else if (this.right[i] != ends[i + 1 - from]) {
				return "a tree is not in preorder";
			}
			else {
				ends[i - from] = ends[this.right[i] - from];
				heights[i - from] = 1 + Math.max(heights[i + 1 - from], heights[this.right[i] - from]);
				if (heights[i - from] > DEEPEST) {
					return "a tree is more than %d splits deep".formatted(DEEPEST);
				}
			}
		}
		return (ends[0] == to) ? "" : "a tree has nodes that nothing leads to";
	}

}
