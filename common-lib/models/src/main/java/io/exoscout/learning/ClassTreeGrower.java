package io.exoscout.learning;

import java.util.Arrays;
import java.util.SplittableRandom;

import io.exoscout.forest.Tree;

/**
 * Grows classification trees on bootstrap samples: at every node the split, among a
 * random choice of features, that gains most information about the class (Breiman 2001,
 * Quinlan 1986). One instance grows one tree after the other.
 */
final class ClassTreeGrower {

	/** Smaller differences are rounding. */
	private static final double NO_GAIN = 1e-9;

	private final BinnedTable table;

	private final int[] labels;

	private final int classes;

	private final int maxDepth;

	private final int minLeaf;

	private final int choice;

	private final FitMonitor monitor;

	private final double[] gain;

	private final int[] weights;

	private final int[] features;

	private final double[] histogram;

	/** n · ln n by n: counts are whole numbers, logarithms are slow. */
	private final double[] logs;

	private final double[] left;

	private final double[] right;

	/** A grower for one table; the set has its rows once more, for their classes. */
	ClassTreeGrower(BinnedTable table, TrainingSet set, Limits limits, FitMonitor monitor) {
		this.table = table;
		this.classes = set.classes();
		this.labels = new int[set.size()];
		Arrays.setAll(this.labels, set::label);
		this.maxDepth = limits.maxDepth();
		this.minLeaf = limits.minLeaf();
		this.choice = limits.choice();
		this.monitor = monitor;
		this.gain = new double[table.features()];
		this.weights = new int[set.size()];
		this.features = new int[table.features()];
		this.logs = new double[set.size() + 1];
		for (int n = 1; n < this.logs.length; n++) {
			this.logs[n] = n * Math.log(n);
		}
		this.histogram = new double[BinnedTable.SLOTS * this.classes];
		this.left = new double[this.classes];
		this.right = new double[this.classes];
	}

	/**
	 * How far trees grow.
	 *
	 * @param maxDepth how many splits may follow one another
	 * @param minLeaf fewest training rows in a leaf
	 * @param choice how many features each split may choose from
	 */
	record Limits(int maxDepth, int minLeaf, int choice) {
	}

	/** What the splits on each feature told about the class, over all trees so far. */
	double[] gain() {
		return this.gain;
	}

	Tree grow(SplittableRandom random) {
		Partition rows = bootstrap(random);
		for (int f = 0; f < this.features.length; f++) {
			this.features[f] = f;
		}
		Tree tree = Tree.distribution(this.classes);
		grow(tree, rows, 0, rows.size(), 0, random);
		return tree;
	}

	private Partition bootstrap(SplittableRandom random) {
		Arrays.fill(this.weights, 0);
		for (int i = 0; i < this.weights.length; i++) {
			this.weights[random.nextInt(this.weights.length)]++;
		}
		int[] drawn = new int[this.weights.length];
		int count = 0;
		for (int row = 0; row < drawn.length; row++) {
			if (this.weights[row] > 0) {
				drawn[count++] = row;
			}
		}
		return new Partition(drawn, count);
	}

	private void grow(Tree tree, Partition rows, int from, int to, int depth, SplittableRandom random) {
		this.monitor.checkStopped();
		double[] counts = new double[this.classes];
		for (int i = from; i < to; i++) {
			counts[this.labels[rows.row(i)]] += this.weights[rows.row(i)];
		}
		double all = sum(counts);
		Split split = new Split();
		if (depth < this.maxDepth && all >= 2L * this.minLeaf && !pure(counts, all)) {
			findSplit(split, rows, from, to, counts, random);
		}
		else {
			split.reset(0);
		}
		if (!split.found()) {
			leaf(tree, counts, all);
			return;
		}
		int feature = split.feature();
		this.gain[feature] += split.gain() - purity(counts, all);
		int middle = rows.part(from, to, this.table.bins()[feature], split);
		int node = tree.split(feature, this.table.threshold(feature, split.bin()), split.missingLeft(), all);
		grow(tree, rows, from, middle, depth + 1, random);
		tree.right(node);
		grow(tree, rows, middle, to, depth + 1, random);
	}

	private void leaf(Tree tree, double[] counts, double all) {
		for (int c = 0; c < this.classes; c++) {
			counts[c] /= all;
		}
		tree.leaf(all, counts);
	}

	private void findSplit(Split best, Partition rows, int from, int to, double[] counts, SplittableRandom random) {
		best.reset(purity(counts, sum(counts)) + NO_GAIN);
		// features that can not part these rows do not use up the choice
		for (int tried = 0; tried < this.features.length && (tried < this.choice || !best.found()); tried++) {
			int other = tried + random.nextInt(this.features.length - tried);
			int feature = this.features[other];
			this.features[other] = this.features[tried];
			this.features[tried] = feature;
			tryFeature(best, feature, rows, from, to, counts);
		}
	}

	private void tryFeature(Split best, int feature, Partition rows, int from, int to, double[] counts) {
		byte[] bins = this.table.bins()[feature];
		int lowest = BinnedTable.MISSING;
		int highest = 0;
		for (int i = from; i < to; i++) {
			int row = rows.row(i);
			int slot = bins[row] & 0xFF;
			this.histogram[slot * this.classes + this.labels[row]] += this.weights[row];
			if (slot != BinnedTable.MISSING) {
				lowest = Math.min(lowest, slot);
				highest = Math.max(highest, slot);
			}
		}
		int missing = BinnedTable.MISSING * this.classes;
		double missingCount = 0;
		for (int c = 0; c < this.classes; c++) {
			missingCount += this.histogram[missing + c];
		}
		double all = sum(counts);
		if (missingCount < all) {
			// without missing values here, later ones go where most rows go
			scan(best, feature, lowest, highest, counts, false, missingCount, all);
			if (missingCount > 0) {
				scan(best, feature, lowest, highest, counts, true, missingCount, all);
			}
			Arrays.fill(this.histogram, lowest * this.classes, (highest + 1) * this.classes, 0);
		}
		Arrays.fill(this.histogram, missing, missing + this.classes, 0);
	}

	private void scan(Split best, int feature, int lowest, int highest, double[] counts, boolean missingLeft,
			double missingCount, double all) {
		int missing = BinnedTable.MISSING * this.classes;
		double leftCount = missingLeft ? missingCount : 0;
		for (int c = 0; c < this.classes; c++) {
			this.left[c] = missingLeft ? this.histogram[missing + c] : 0;
		}
		// the last bin parts present from missing, which takes missing ones on the right
		int last = (!missingLeft && missingCount > 0) ? highest : highest - 1;
		for (int bin = lowest; bin <= last; bin++) {
			double here = 0;
			for (int c = 0; c < this.classes; c++) {
				double count = this.histogram[bin * this.classes + c];
				this.left[c] += count;
				here += count;
			}
			leftCount += here;
			double rightCount = all - leftCount;
			if (here > 0 && leftCount >= this.minLeaf && rightCount >= this.minLeaf) {
				for (int c = 0; c < this.classes; c++) {
					this.right[c] = counts[c] - this.left[c];
				}
				boolean sendLeft = (missingCount > 0) ? missingLeft : leftCount > rightCount;
				best.offer(feature, bin, sendLeft, purity(this.left, leftCount) + purity(this.right, rightCount));
			}
		}
	}

	/** Rows times negative entropy of their classes, in nats. */
	private double purity(double[] counts, double all) {
		double purity = -this.logs[(int) all];
		for (double count : counts) {
			purity += this.logs[(int) count];
		}
		return purity;
	}

	private static boolean pure(double[] counts, double all) {
		for (double count : counts) {
			if (count == all) {
				return true;
			}
		}
		return false;
	}

	private static double sum(double[] counts) {
		double sum = 0;
		for (double count : counts) {
			sum += count;
		}
		return sum;
	}

}
