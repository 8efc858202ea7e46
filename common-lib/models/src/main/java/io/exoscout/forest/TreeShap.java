package io.exoscout.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.exoscout.integral.Quadrature;

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
 * et al. 2022). Some points and many rows are taken along together, but no row depends on
 * which others are.
 */
public final class TreeShap {

	/**
	 * As many rows as are worth explaining together; more take memory and no less time.
	 */
	static final int ROWS = 256;

	/** As many of them walk together, so that what is worked out stays at hand. */
	private static final int BLOCK = 64;

	private final Forest forest;

	private final NodeArrays nodes;

	private final boolean[] unknown;

	private final int output;

	private final Rows[] blocks;

	private final double[] ones;

	/** Of each feature how much of the training rows takes the turns on the path. */
	private final double[] shares;

	/** Of each feature how many splits on the path are on it. */
	private final int[] splits;

	/** Of each feature 1 for each row that takes them itself, else 0. */
	private final double[][] owns;

	private final List<Level> levels = new ArrayList<>();

	/**
	 * Rows that walk together.
	 *
	 * @param low {@code low[feature][row]}, the keys of values, lower than any other
	 * where one is missing
	 * @param high the same, but higher there
	 * @param contributions {@code contributions[feature][row]}
	 */
	private record Rows(int[][] low, int[][] high, double[][] contributions) {

		Rows(int features, int rows) {
			this(new int[features][rows], new int[features][rows], new double[features][rows]);
		}

		void set(int row, float[] vector) {
			for (int feature = 0; feature < vector.length; feature++) {
				boolean missing = Float.isNaN(vector[feature]);
				int key = ShapLoops.key(vector[feature]);
				this.low[feature][row] = missing ? Integer.MIN_VALUE : key;
				this.high[feature][row] = missing ? Integer.MAX_VALUE : key;
			}
		}

	}

	/**
	 * What a split does to every row, at the points of a pass.
	 *
	 * @param again whether the path to it has split on its feature before
	 * @param left what {@link ShapLoops#first} or {@link ShapLoops#again} goes by
	 * @param right the same for the right child
	 * @param weights what {@link ShapLoops#up} goes by
	 */
	private record Descent(boolean again, double[] left, double[] right, double[] weights) {
	}

	/**
	 * Room for what is worked out at one depth.
	 *
	 * @param left {@code left[point][row]}, how much of a row arrives at the left child,
	 * and then what the leaves below that add to its score
	 * @param right the same of the right child
	 * @param ownLeft 1 for each row that takes its own turns to the left child, else 0
	 * @param ownRight the same for the right child
	 */
	private record Level(double[][] left, double[][] right, double[] ownLeft, double[] ownRight) {

		Level(int rows) {
			this(new double[ShapLoops.TOGETHER][rows], new double[ShapLoops.TOGETHER][rows], new double[rows],
					new double[rows]);
		}

	}

	private TreeShap(Forest forest, float[][] vectors, boolean[] unknown, int output) {
		this.forest = forest;
		this.nodes = forest.nodes();
		this.unknown = unknown;
		this.output = output;
		int count = (vectors.length + BLOCK - 1) / BLOCK;
		// all of one size; what the last one has too much is nobody's row
		int size = (vectors.length + count - 1) / count;
		this.blocks = new Rows[count];
		Arrays.setAll(this.blocks, (block) -> new Rows(forest.features(), size));
		for (int row = 0; row < vectors.length; row++) {
			this.blocks[row / size].set(row % size, vectors[row]);
		}
		this.ones = new double[size];
		Arrays.fill(this.ones, 1);
		this.shares = new double[forest.features()];
		Arrays.fill(this.shares, 1);
		this.splits = new int[forest.features()];
		this.owns = new double[forest.features()][];
		Arrays.fill(this.owns, this.ones);
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
				shap.addTree(tree, meanwhile);
			}
			for (int row = from; row < to; row++) {
				contributions[row] = shap.row(row - from);
			}
		}
		return contributions;
	}

	private void addTree(int tree, Runnable meanwhile) {
		int root = this.forest.roots()[tree];
		if (!this.forest.speaksFor(tree, this.output) || isLeaf(root)) {
			meanwhile.run();
			return;
		}
		int end = (tree + 1 < this.forest.trees()) ? this.forest.roots()[tree + 1] : this.forest.nodeCount();
		double[][] score = new double[ShapLoops.TOGETHER][this.ones.length];
		for (ShapPoints points : ShapPoints.of(this.nodes.featuresOnAPath(root, this.owns.length))) {
			Descent[] turns = new Descent[end - root];
			prepare(root, root, points, turns);
			for (Rows rows : this.blocks) {
				meanwhile.run();
				for (double[] atPoint : score) {
					Arrays.fill(atPoint, 1);
				}
				split(root, root, turns, rows, score, 0);
			}
		}
	}

	private double[] row(int row) {
		double[][] contributions = this.blocks[row / this.ones.length].contributions();
		return Arrays.stream(contributions).mapToDouble((ofFeature) -> ofFeature[row % this.ones.length]).toArray();
	}

	private boolean isLeaf(int node) {
		return this.nodes.feature()[node] == NodeArrays.LEAF;
	}

	/** Works out what the splits from a node on do, which is the same for all rows. */
	private void prepare(int root, int node, ShapPoints points, Descent[] turns) {
		int feature = this.nodes.feature()[node];
		int left = node + 1;
		int right = this.nodes.right()[node];
		double total = (double) this.nodes.cover()[left] + this.nodes.cover()[right];
		double turn = (total > 0) ? this.nodes.cover()[left] / total : 0.5;
		double before = this.shares[feature];
		turns[node - root] = this.unknown[feature] ? bothWays(left, right, turn)
				: turn(feature, left, right, turn, points);
		this.splits[feature]++;
		this.shares[feature] = before * turn;
		goOn(root, left, points, turns);
		this.shares[feature] = before * (1 - turn);
		goOn(root, right, points, turns);
		this.shares[feature] = before;
		this.splits[feature]--;
	}

	private void goOn(int root, int node, ShapPoints points, Descent[] turns) {
		if (!isLeaf(node)) {
			prepare(root, node, points, turns);
		}
	}

	/** At a split on what is not known every row goes both ways. */
	private Descent bothWays(int left, int right, double turn) {
		double toLeft = turn * times(left);
		double toRight = (1 - turn) * times(right);
		return new Descent(false, new double[] { toLeft, toLeft, toLeft, 0, 0, 0 },
				new double[] { toRight, toRight, toRight, 0, 0, 0 }, new double[0]);
	}

	/**
	 * How much more or less of a row goes on to each child: a sum of parts, by where it
	 * took the same turns before, and where it does so now.
	 */
	private Descent turn(int feature, int left, int right, double turn, ShapPoints points) {
		boolean again = this.splits[feature] > 0;
		double share = this.shares[feature];
		double shareLeft = share * turn;
		double shareRight = share * (1 - turn);
		int size = ShapLoops.TOGETHER;
		double[] toLeft = new double[again ? 3 * size : 2 * size];
		double[] toRight = new double[toLeft.length];
		double[] weights = new double[3 * size];
		for (int p = 0; p < size; p++) {
			double passing = points.passing(p, share);
			double known = points.known()[p] / passing;
			double leftWay = points.unknown(p) * shareLeft / passing;
			double rightWay = points.unknown(p) * shareRight / passing + known;
			toLeft[p] = times(left) * (again ? turn : leftWay);
			toRight[p] = times(right) * (again ? 1 - turn : rightWay);
			toLeft[size + p] = times(left) * known;
			toRight[size + p] = times(right) * -known;
			if (again) {
				toLeft[2 * size + p] = times(left) * (leftWay - turn);
				toRight[2 * size + p] = times(right) * (rightWay - (1 - turn));
			}
			weights[p] = points.weight(p, shareLeft);
			weights[size + p] = points.weight(p, shareRight);
			weights[2 * size + p] = points.weight(p, share);
		}
		return new Descent(again, toLeft, toRight, weights);
	}

	/** What arrives at a leaf counts by its value. */
	private double times(int node) {
		return isLeaf(node) ? this.nodes.values()[this.nodes.right()[node] + this.forest.leafOffset(this.output)]
				* this.forest.scale(this.output) : 1;
	}

	/**
	 * Walks down from a split and back.
	 * @param root of the tree
	 * @param node the split
	 * @param turns of the tree
	 * @param rows to walk
	 * @param score what arrives at the split, at each point; receives what the leaves
	 * below it add to the score
	 * @param depth of the split
	 */
	private void split(int root, int node, Descent[] turns, Rows rows, double[][] score, int depth) {
		Level level = level(depth);
		int feature = this.nodes.feature()[node];
		int left = node + 1;
		int right = this.nodes.right()[node];
		Descent turn = turns[node - root];
		double[] before = this.owns[feature];
		double[] ownLeft = level.ownLeft();
		double[] ownRight = level.ownRight();
		if (!this.unknown[feature]) {
			int[][] keys = this.nodes.missingLeft()[node] ? rows.low() : rows.high();
			ShapLoops.left(keys[feature], ShapLoops.key(this.nodes.threshold()[node]), before, ownLeft, ownRight);
		}
		if (turn.again()) {
			ShapLoops.again(score, before, ownLeft, turn.left(), level.left());
			ShapLoops.again(score, before, ownLeft, turn.right(), level.right());
		}
		else {
			ShapLoops.first(score, ownLeft, turn.left(), level.left());
			ShapLoops.first(score, ownLeft, turn.right(), level.right());
		}
		if (this.unknown[feature]) {
			below(root, left, turns, rows, level.left(), depth);
			below(root, right, turns, rows, level.right(), depth);
			ShapLoops.both(level.left(), level.right(), score);
			return;
		}
		this.owns[feature] = ownLeft;
		below(root, left, turns, rows, level.left(), depth);
		this.owns[feature] = ownRight;
		below(root, right, turns, rows, level.right(), depth);
		this.owns[feature] = before;
		ShapLoops.up(level.left(), level.right(), before, ownLeft, turn.weights(), score,
				rows.contributions()[feature]);
	}

	private void below(int root, int node, Descent[] turns, Rows rows, double[][] score, int depth) {
		if (!isLeaf(node)) {
			split(root, node, turns, rows, score, depth + 1);
		}
	}

	private Level level(int depth) {
		while (depth >= this.levels.size()) {
			this.levels.add(new Level(this.ones.length));
		}
		return this.levels.get(depth);
	}

}
