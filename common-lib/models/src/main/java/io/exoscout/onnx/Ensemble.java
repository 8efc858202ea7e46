package io.exoscout.onnx;

/**
 * Trees as an ONNX file has them, before anything is believed of them but that its lists
 * are of one length. Nodes are numbered through all trees.
 *
 * @param modes how each node compares; {@code null} is a leaf
 * @param features which feature a split looks at
 * @param thresholds what it compares with
 * @param missingYes whether a missing value goes where the comparison holds, else it goes
 * to the other side
 * @param yes where to go if the comparison holds
 * @param no where to go if it does not
 * @param hits how many rows came to each node, or nothing
 * @param starts where the values of each node begin; one more than there are nodes
 * @param outputs which score each value adds to
 * @param values what leaves say
 */
record Ensemble(BranchMode[] modes, int[] features, double[] thresholds, boolean[] missingYes, int[] yes, int[] no,
		double[] hits, int[] starts, int[] outputs, double[] values) {

	/** Forests of more nodes are not taken. */
	static final int MOST_NODES = 2_000_000;

	/** How a split compares a value with its threshold. */
	enum BranchMode {

		/** The value is at most the threshold. */
		BRANCH_LEQ,
		/** The value is below it. */
		BRANCH_LT,
		/** The value is at least the threshold. */
		BRANCH_GTE,
		/** The value is above it. */
		BRANCH_GT;

		/** Whether it holds for what is large. */
		boolean upwards() {
			return this == BRANCH_GTE || this == BRANCH_GT;
		}

		/** Whether the threshold is on the side of what is small. */
		boolean includes() {
			return this == BRANCH_LEQ || this == BRANCH_GT;
		}

	}

	int size() {
		return this.modes.length;
	}

	boolean isLeaf(int node) {
		return this.modes[node] == null;
	}

}
