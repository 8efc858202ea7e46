package io.exoscout.forest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * A decision forest in flat arrays: what every learner's result is turned into, and all
 * that scoring needs. A value below a split's threshold goes left, any other right, a
 * missing one where the split says (the semantics of XGBoost). Immutable, and therefore
 * safe to use from many threads.
 */
public final class Forest {

	/** More nodes than this are neither grown nor read: about 400 MB. */
	public static final int MAX_NODES = 16_000_000;

	/** Of fewer rows walking down one by one is done sooner. */
	private static final int FEWEST_IN_BLOCKS = 8;

	private final Link link;

	private final int features;

	private final int classes;

	private final double[] base;

	private final int[] roots;

	private final int[] outputs;

	private final NodeArrays nodes;

	/** Made when many rows are first scored. */
	private volatile @Nullable BlockScorer blocks;

	/** Found when something is first explained. */
	private volatile double @Nullable [] averages;

	Forest(Link link, int features, int classes, double[] base, int[] roots, int[] outputs, NodeArrays nodes) {
		this.link = link;
		this.features = features;
		this.classes = classes;
		this.base = base;
		this.roots = roots;
		this.outputs = outputs;
		this.nodes = nodes;
		check();
	}

	/**
	 * Puts grown trees together.
	 * @param link how their leaves become probabilities
	 * @param features length of the feature vector
	 * @param classes number of classes, at least two
	 * @param base the score every output starts from; one number per output of a
	 * {@link Link#LOGISTIC} (one) or {@link Link#SOFTMAX} (one per class) forest, none
	 * for {@link Link#MEAN}
	 * @param trees the trees, at least one
	 * @return the forest
	 * @throws IllegalArgumentException if the parts do not fit together
	 */
	public static Forest of(Link link, int features, int classes, double[] base, List<Tree> trees) {
		int nodeCount = 0;
		int valueCount = 0;
		for (Tree tree : trees) {
			nodeCount = Math.addExact(nodeCount, tree.size());
			valueCount = Math.addExact(valueCount, tree.valueCount());
		}
		if (nodeCount > MAX_NODES) {
			throw new IllegalArgumentException("The forest has " + nodeCount + " nodes, at most " + MAX_NODES + " fit");
		}
		NodeArrays nodes = new NodeArrays(nodeCount, valueCount);
		int[] roots = new int[trees.size()];
		int[] outputs = new int[trees.size()];
		int node = 0;
		int value = 0;
		for (int i = 0; i < roots.length; i++) {
			Tree tree = trees.get(i);
			roots[i] = node;
			outputs[i] = tree.output();
			tree.copyTo(nodes, node, value);
			node += tree.size();
			value += tree.valueCount();
		}
		return new Forest(link, features, classes, base.clone(), roots, outputs, nodes);
	}

	/** Length of the feature vector. */
	public int features() {
		return this.features;
	}

	/** Number of classes. */
	public int classes() {
		return this.classes;
	}

	/** Number of trees. */
	public int trees() {
		return this.roots.length;
	}

	/** Number of nodes of all trees. */
	public int nodeCount() {
		return this.nodes.feature().length;
	}

	/**
	 * Scores one feature vector. Allocates nothing.
	 * @param vector one value per feature, {@code NaN} where it is missing
	 * @param probabilities receives one probability per class; they sum to 1
	 */
	public void predict(float[] vector, double[] probabilities) {
		if (vector.length != this.features || probabilities.length != this.classes) {
			throw new IllegalArgumentException("This forest takes " + this.features + " features and gives "
					+ this.classes + " probabilities, not " + vector.length + " and " + probabilities.length);
		}
		Arrays.fill(probabilities, 0);
		System.arraycopy(this.base, 0, probabilities, 0, this.base.length);
		double[] values = this.nodes.values();
		int leafSize = leafSize();
		for (int i = 0; i < this.roots.length; i++) {
			int leaf = this.nodes.leaf(this.roots[i], vector);
			for (int value = 0; value < leafSize; value++) {
				probabilities[this.outputs[i] + value] += values[leaf + value];
			}
		}
		this.link.apply(probabilities, this.roots.length);
	}

	/**
	 * Scores many feature vectors at once, which comes to the same, bit for bit.
	 * @param vectors one value per feature for each row
	 * @param probabilities receives one probability per class for each row
	 */
	void predict(float[][] vectors, double[][] probabilities) {
		if (vectors.length < FEWEST_IN_BLOCKS) {
			for (int i = 0; i < vectors.length; i++) {
				predict(vectors[i], probabilities[i]);
			}
			return;
		}
		blocks().sum(vectors, probabilities);
		for (double[] row : probabilities) {
			this.link.apply(row, this.roots.length);
		}
	}

	private BlockScorer blocks() {
		BlockScorer blocks = this.blocks;
		if (blocks == null) {
			blocks = new BlockScorer(this.nodes, this.roots, this.outputs, this.base, this.features, leafSize());
			this.blocks = blocks;
		}
		return blocks;
	}

	int leafSize() {
		return (this.link == Link.MEAN) ? this.classes : 1;
	}

	/**
	 * Scores a feature vector of which some features are not known, which is something
	 * else than a missing value: what the model would say on average over the training
	 * rows' values of them (the distribution-based imputation of Saar-Tsechansky &amp;
	 * Provost 2007).
	 * @param vector one value per feature
	 * @param unknown the features that are not known, whatever the vector has for them
	 * @param probabilities receives one probability per class; they sum to 1
	 */
	public void predict(float[] vector, boolean[] unknown, double[] probabilities) {
		Arrays.fill(probabilities, 0);
		// scores first, in place
		System.arraycopy(this.base, 0, probabilities, 0, this.base.length);
		for (int i = 0; i < this.roots.length; i++) {
			if (this.link == Link.MEAN) {
				for (int c = 0; c < this.classes; c++) {
					probabilities[c] += this.nodes.expected(this.roots[i], vector, unknown, c) / this.roots.length;
				}
			}
			else {
				probabilities[this.outputs[i]] += this.nodes.expected(this.roots[i], vector, unknown, 0);
			}
		}
		if (this.link != Link.MEAN) {
			this.link.apply(probabilities, this.roots.length);
		}
	}

	/**
	 * What the forest says of the average training row, of which nothing is known: where
	 * the contributions to a class's score begin.
	 */
	double average(int output) {
		double[] averages = this.averages;
		if (averages == null) {
			averages = IntStream.range(0, this.classes).mapToDouble(this::expected).toArray();
			this.averages = averages;
		}
		return averages[output];
	}

	private double expected(int output) {
		boolean[] nothing = new boolean[this.features];
		Arrays.fill(nothing, true);
		float[] vector = new float[this.features];
		double sum = 0;
		for (int i = 0; i < this.roots.length; i++) {
			sum += speaksFor(i, output) ? this.nodes.expected(this.roots[i], vector, nothing, leafOffset(output)) : 0;
		}
		return scale(output) * (sum + switch (this.link) {
			case MEAN -> 0;
			case LOGISTIC -> this.base[0];
			case SOFTMAX -> this.base[output];
		});
	}

	/** Whether a tree has a say in the score of a class. */
	boolean speaksFor(int tree, int output) {
		return this.link != Link.SOFTMAX || this.outputs[tree] == output;
	}

	/** Which of a leaf's values is meant for a class. */
	int leafOffset(int output) {
		return (this.link == Link.MEAN) ? output : 0;
	}

	/** What a leaf's value is multiplied by for the score of a class. */
	double scale(int output) {
		return switch (this.link) {
			case MEAN -> 1.0 / this.roots.length;
			// the log-odds of the second class are what the leaves hold
			case LOGISTIC -> (output == 1) ? 1 : -1;
			case SOFTMAX -> 1;
		};
	}

	/** How what the leaves say becomes probabilities. */
	public Link link() {
		return this.link;
	}

	/** The scores that outputs start from: none for {@link Link#MEAN}. */
	public double[] base() {
		return this.base.clone();
	}

	int[] roots() {
		return this.roots;
	}

	int[] outputs() {
		return this.outputs;
	}

	NodeArrays nodes() {
		return this.nodes;
	}

	private void check() {
		boolean mean = this.link == Link.MEAN;
		require(this.features > 0 && this.classes >= 2 && this.roots.length > 0, "it has no feature, class or tree");
		require(this.link != Link.LOGISTIC || this.classes == 2, "log-odds take exactly two classes");
		int scores = (this.link == Link.SOFTMAX) ? this.classes : 1;
		require(this.base.length == (mean ? 0 : scores), "its base scores do not fit its classes");
		require(Arrays.stream(this.base).allMatch(Double::isFinite)
				&& Arrays.stream(this.nodes.values()).allMatch(Double::isFinite), "a leaf or base score is not finite");
		require(this.roots[0] == 0, "its first tree does not begin at its first node");
		for (int i = 0; i < this.roots.length; i++) {
			int end = (i + 1 < this.roots.length) ? this.roots[i + 1] : nodeCount();
			require(this.roots[i] >= 0 && end <= nodeCount(), "a tree lies outside its nodes");
			require(this.outputs[i] >= 0 && this.outputs[i] < scores, "a tree adds to an output that is not there");
			String fault = this.nodes.fault(this.roots[i], end, this.features, mean ? this.classes : 1);
			require(fault.isEmpty(), fault);
		}
	}

	private static void require(boolean holds, String fault) {
		if (!holds) {
			throw new IllegalArgumentException("Not a forest: " + fault);
		}
	}

}
