package io.exoscout.forest;

import java.util.Arrays;

/**
 * Exact Shapley values of a forest: how much each feature moved the score of a row away
 * from the average training row (TreeSHAP, Lundberg et al. 2020, with the training rows'
 * weights at the nodes as background). The contributions of all features and the score of
 * the average training row add up to the score. Scores are probabilities for averaged
 * forests and log-odds for boosted ones.
 * <p>
 * Shapley's average over the sets of known features is an integral: of the score when
 * each feature is known with probability t, over t from 0 to 1. For a leaf behind splits
 * on d features, one of them fixed, that is a polynomial in t of degree d - 1, which
 * {@link Quadrature} gets exactly with d / 2 points. At each point one walk through the
 * tree does, products on the way down and sums on the way up, as in Linear TreeSHAP (Yu
 * et al. 2022). Many rows walk together, but none depends on which others do.
 */
public final class TreeShap {

	/**
	 * As many rows as are worth explaining together; more take memory and no less time.
	 */
	static final int ROWS = 64;

	private final Forest forest;

	private final NodeArrays nodes;

	private final boolean[] unknown;

	private final int output;

	// values[feature][row], contributions[feature][row]
	private final float[][] values;

	private final double[][] contributions;

	private final Way[] ways;

	private final Level[] levels;

	private final double[] sum;

	private final double[] always;

	private final double[] ifBefore;

	private final double[] ifOwn;

	private ShapPoints points = ShapPoints.of(1);

	/**
	 * What the path to a node says of one feature.
	 *
	 * @param share how much of the training rows takes its turns at splits on the feature
	 * @param own 1 for each row that takes them itself, else 0
	 */
	private record Way(double share, double[] own) {
	}

	/**
	 * Room for what is worked out at one depth.
	 *
	 * @param reach {@code reach[point][row]}, how much of a row arrives at the node
	 * @param worth {@code worth[point][row]}, what the leaves below add to its score
	 * @param left 1 for each row that goes left, else 0
	 * @param own of the way to the current child
	 */
	private record Level(double[][] reach, double[][] worth, double[] left, double[] own) {

		Level(int points, int rows) {
			this(new double[points][rows], new double[points][rows], new double[rows], new double[rows]);
		}

	}

	private TreeShap(Forest forest, float[][] vectors, boolean[] unknown, int output) {
		this.forest = forest;
		this.unknown = unknown;
		this.nodes = forest.nodes();
		this.output = output;
		int rows = vectors.length;
		this.values = new float[forest.features()][rows];
		for (int row = 0; row < rows; row++) {
			for (int feature = 0; feature < this.values.length; feature++) {
				this.values[feature][row] = vectors[row][feature];
			}
		}
		this.contributions = new double[forest.features()][rows];
		double[] all = new double[rows];
		Arrays.fill(all, 1);
		this.ways = new Way[forest.features()];
		Arrays.fill(this.ways, new Way(1, all));
		int depth = this.nodes.depth();
		int mostPoints = ShapPoints.needed(Math.min(depth, forest.features()));
		this.levels = new Level[depth + 1];
		Arrays.setAll(this.levels, (level) -> new Level(mostPoints, rows));
		this.sum = new double[rows];
		this.always = new double[mostPoints];
		this.ifBefore = new double[mostPoints];
		this.ifOwn = new double[mostPoints];
	}

	/**
	 * Explains scores.
	 * @param forest the model's
	 * @param vectors one value per feature for each row, {@code NaN} where it is missing
	 * @param unknown features that are not known of any row: they contribute nothing, and
	 * the score is {@link Forest#predict(float[], boolean[], double[]) what is expected}
	 * @param output the class whose score is explained
	 * @param meanwhile called every few milliseconds; may end it with an exception
	 * @return {@code contributions[row][feature]}
	 */
	static double[][] contributions(Forest forest, float[][] vectors, boolean[] unknown, int output,
			Runnable meanwhile) {
		double[][] contributions = new double[vectors.length][];
		for (int from = 0; from < vectors.length; from += ROWS) {
			int to = Math.min(from + ROWS, vectors.length);
			TreeShap shap = new TreeShap(forest, Arrays.copyOfRange(vectors, from, to), unknown, output);
			for (int tree = 0; tree < forest.trees(); tree++) {
				meanwhile.run();
				shap.addTree(tree);
			}
			for (int row = from; row < to; row++) {
				contributions[row] = shap.row(row - from);
			}
		}
		return contributions;
	}

	private void addTree(int tree) {
		int root = this.forest.roots()[tree];
		if (!this.forest.speaksFor(tree, this.output) || isLeaf(root)) {
			return;
		}
		this.points = ShapPoints.of(ShapPoints.needed(this.nodes.featuresOnAPath(root, this.values.length)));
		for (int p = 0; p < this.points.size(); p++) {
			Arrays.fill(this.levels[0].reach()[p], 1);
		}
		split(root, 0);
	}

	private double[] row(int row) {
		return Arrays.stream(this.contributions).mapToDouble((ofFeature) -> ofFeature[row]).toArray();
	}

	private boolean isLeaf(int node) {
		return this.nodes.feature()[node] == NodeArrays.LEAF;
	}

	private void split(int node, int depth) {
		Level level = this.levels[depth];
		int feature = this.nodes.feature()[node];
		int left = node + 1;
		int right = this.nodes.right()[node];
		double total = (double) this.nodes.cover()[left] + this.nodes.cover()[right];
		double share = (total > 0) ? this.nodes.cover()[left] / total : 0.5;
		if (this.unknown[feature]) {
			bothWays(left, right, share, depth);
			return;
		}
		Way before = this.ways[feature];
		ShapLoops.left(this.values[feature], this.nodes.threshold()[node], this.nodes.missingLeft()[node],
				level.left());
		for (int p = 0; p < this.points.size(); p++) {
			Arrays.fill(level.worth()[p], 0);
		}
		ShapLoops.product(before.own(), level.left(), level.own());
		child(left, depth, feature, share);
		// each row that came this way goes either left or right
		ShapLoops.product(before.own(), level.left(), level.own());
		ShapLoops.difference(before.own(), level.own(), level.own());
		child(right, depth, feature, 1 - share);
		Arrays.fill(this.sum, 0);
		for (int p = 0; p < this.points.size(); p++) {
			ShapLoops.add(level.worth()[p], -this.points.weight(p, before.share()), this.sum);
		}
		ShapLoops.addProduct(before.own(), this.sum, this.contributions[feature]);
	}

	/** At a split on what is not known every row goes both ways. */
	private void bothWays(int left, int right, double share, int depth) {
		Level level = this.levels[depth];
		for (int p = 0; p < this.points.size(); p++) {
			Arrays.fill(level.worth()[p], 0);
		}
		part(left, depth, share);
		part(right, depth, 1 - share);
	}

	private void part(int node, int depth, double share) {
		Level level = this.levels[depth];
		Level below = this.levels[depth + 1];
		for (int p = 0; p < this.points.size(); p++) {
			if (isLeaf(node)) {
				ShapLoops.add(level.reach()[p], share * value(node), level.worth()[p]);
			}
			else {
				Arrays.fill(below.reach()[p], 0);
				ShapLoops.add(level.reach()[p], share, below.reach()[p]);
			}
		}
		if (!isLeaf(node)) {
			split(node, depth + 1);
			for (int p = 0; p < this.points.size(); p++) {
				ShapLoops.add(below.worth()[p], 1, level.worth()[p]);
			}
		}
	}

	/**
	 * Adds what the feature of a split contributes by way of one child. What its way
	 * before the split contributes is taken back by {@link #split}, for both children.
	 */
	private void child(int node, int depth, int feature, double turn) {
		Level level = this.levels[depth];
		Way before = this.ways[feature];
		Way way = new Way(before.share() * turn, level.own());
		if (isLeaf(node)) {
			turn(before, way, turn, value(node));
			Arrays.fill(this.sum, 0);
			leaf(level, before, way);
		}
		else {
			turn(before, way, turn, 1);
			Level below = this.levels[depth + 1];
			goOn(level, before, way, below);
			this.ways[feature] = way;
			split(node, depth + 1);
			this.ways[feature] = before;
			Arrays.fill(this.sum, 0);
			comeBack(below, way, level);
		}
		ShapLoops.addProduct(way.own(), this.sum, this.contributions[feature]);
	}

	private void leaf(Level level, Way before, Way way) {
		for (int p = 0; p < this.points.size(); p++) {
			ShapLoops.leaf(level.reach()[p], this.always[p], this.ifBefore[p], before.own(), this.ifOwn[p], way.own(),
					level.worth()[p], this.points.weight(p, way.share()), this.sum);
		}
	}

	private void goOn(Level level, Way before, Way way, Level below) {
		for (int p = 0; p < this.points.size(); p++) {
			ShapLoops.reach(level.reach()[p], this.always[p], this.ifBefore[p], before.own(), this.ifOwn[p], way.own(),
					below.reach()[p]);
		}
	}

	private void comeBack(Level below, Way way, Level level) {
		for (int p = 0; p < this.points.size(); p++) {
			ShapLoops.addTwice(below.worth()[p], level.worth()[p], this.points.weight(p, way.share()), this.sum);
		}
	}

	/**
	 * How much more or less of a row goes on by one turn: a sum of three parts, by where
	 * it took the same turns before, and where it does so now.
	 */
	private void turn(Way before, Way way, double turn, double times) {
		for (int p = 0; p < this.points.size(); p++) {
			double part = times / this.points.passing(p, before.share());
			this.always[p] = times * turn;
			this.ifBefore[p] = this.points.unknown(p) * way.share() * part - this.always[p];
			this.ifOwn[p] = this.points.known(p) * part;
		}
	}

	private double value(int leaf) {
		return this.nodes.values()[this.nodes.right()[leaf] + this.forest.leafOffset(this.output)]
				* this.forest.scale(this.output);
	}

}
