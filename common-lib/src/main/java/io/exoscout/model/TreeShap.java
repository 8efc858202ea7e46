package io.exoscout.model;

/**
 * Exact Shapley values of a forest: how much each feature moved the score of one row away
 * from the average training row (TreeSHAP, Lundberg et al. 2020, algorithm 2, with the
 * training rows' weights at the nodes as background). The contributions of all features
 * and the score of the average training row add up to the score. Scores are probabilities
 * for averaged forests and log-odds for boosted ones.
 */
public final class TreeShap {

	private final NodeArrays nodes;

	private final float[] vector;

	private final double[] contributions;

	// the path so far of every recursion depth, one behind the other
	private final int[] feature;

	private final double[] zero;

	private final double[] one;

	private final double[] weight;

	private int leafOffset;

	private double scale;

	private TreeShap(Forest forest, float[] vector) {
		this.nodes = forest.nodes();
		this.vector = vector;
		this.contributions = new double[forest.features()];
		int depth = this.nodes.depth() + 2;
		int size = depth * (depth + 1) / 2 + depth;
		this.feature = new int[size];
		this.zero = new double[size];
		this.one = new double[size];
		this.weight = new double[size];
	}

	/**
	 * Explains one score.
	 * @param forest the model's
	 * @param vector one value per feature, {@code NaN} where it is missing
	 * @param output the class whose score is explained
	 * @return the contribution of each feature
	 */
	public static double[] contributions(Forest forest, float[] vector, int output) {
		TreeShap shap = new TreeShap(forest, vector);
		for (int tree = 0; tree < forest.trees(); tree++) {
			if (forest.speaksFor(tree, output)) {
				shap.leafOffset = forest.leafOffset(output);
				shap.scale = forest.scale(output);
				shap.walk(forest.roots()[tree], 0, 0, 1, 1, -1);
			}
		}
		return shap.contributions;
	}

	private void walk(int node, int depth, int parent, double zeroFraction, double oneFraction, int from) {
		int path = parent + depth;
		System.arraycopy(this.feature, parent, this.feature, path, depth);
		System.arraycopy(this.zero, parent, this.zero, path, depth);
		System.arraycopy(this.one, parent, this.one, path, depth);
		System.arraycopy(this.weight, parent, this.weight, path, depth);
		extend(path, depth, zeroFraction, oneFraction, from);
		int tested = this.nodes.feature()[node];
		if (tested == Tree.LEAF) {
			addLeaf(node, path, depth);
			return;
		}
		double incomingZero = 1;
		double incomingOne = 1;
		int last = depth;
		for (int i = 1; i <= depth; i++) {
			if (this.feature[path + i] == tested) {
				// a feature counts once on a path: its earlier split is taken back first
				incomingZero = this.zero[path + i];
				incomingOne = this.one[path + i];
				unwind(path, depth, i);
				last = depth - 1;
				break;
			}
		}
		int left = node + 1;
		int right = this.nodes.right()[node];
		int hot = this.nodes.goesLeft(node, this.vector[tested]) ? left : right;
		int cold = (hot == left) ? right : left;
		double total = (double) this.nodes.cover()[left] + this.nodes.cover()[right];
		double share = (total > 0) ? this.nodes.cover()[hot] / total : 0.5;
		walk(hot, last + 1, path, share * incomingZero, incomingOne, tested);
		walk(cold, last + 1, path, (1 - share) * incomingZero, 0, tested);
	}

	private void addLeaf(int leaf, int path, int depth) {
		double value = this.nodes.values()[this.nodes.right()[leaf] + this.leafOffset] * this.scale;
		for (int i = 1; i <= depth; i++) {
			double share = unwoundSum(path, depth, i);
			this.contributions[this.feature[path + i]] += share * (this.one[path + i] - this.zero[path + i]) * value;
		}
	}

	private void extend(int path, int depth, double zeroFraction, double oneFraction, int from) {
		this.feature[path + depth] = from;
		this.zero[path + depth] = zeroFraction;
		this.one[path + depth] = oneFraction;
		this.weight[path + depth] = (depth == 0) ? 1 : 0;
		for (int i = depth - 1; i >= 0; i--) {
			this.weight[path + i + 1] += oneFraction * this.weight[path + i] * (i + 1) / (depth + 1);
			this.weight[path + i] = zeroFraction * this.weight[path + i] * (depth - i) / (depth + 1);
		}
	}

	private void unwind(int path, int depth, int index) {
		double oneFraction = this.one[path + index];
		double zeroFraction = this.zero[path + index];
		double next = this.weight[path + depth];
		for (int i = depth - 1; i >= 0; i--) {
			if (oneFraction != 0) {
				double before = this.weight[path + i];
				this.weight[path + i] = next * (depth + 1) / ((i + 1) * oneFraction);
				next = before - this.weight[path + i] * zeroFraction * (depth - i) / (depth + 1);
			}
			else if (zeroFraction != 0) {
				this.weight[path + i] = this.weight[path + i] * (depth + 1) / (zeroFraction * (depth - i));
			}
		}
		int rest = depth - index;
		System.arraycopy(this.feature, path + index + 1, this.feature, path + index, rest);
		System.arraycopy(this.zero, path + index + 1, this.zero, path + index, rest);
		System.arraycopy(this.one, path + index + 1, this.one, path + index, rest);
	}

	private double unwoundSum(int path, int depth, int index) {
		double oneFraction = this.one[path + index];
		double zeroFraction = this.zero[path + index];
		double next = this.weight[path + depth];
		double sum = 0;
		for (int i = depth - 1; i >= 0; i--) {
			if (oneFraction != 0) {
				double part = next * (depth + 1) / ((i + 1) * oneFraction);
				sum += part;
				next = this.weight[path + i] - part * zeroFraction * (depth - i) / (depth + 1);
			}
			else if (zeroFraction != 0) {
				sum += this.weight[path + i] * (depth + 1) / (zeroFraction * (depth - i));
			}
		}
		return sum;
	}

}
