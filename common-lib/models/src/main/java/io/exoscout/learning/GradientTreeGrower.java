package io.exoscout.learning;

import java.util.Arrays;

import io.exoscout.forest.Tree;

/**
 * Grows regression trees on first and second derivatives of a loss: splits by the gain in
 * the loss's second-order expansion, leaves take one Newton step (Chen &amp; Guestrin
 * 2016, eq. 5 and 7). The histogram of the larger child is its parent's less that of the
 * smaller one. One instance grows one tree after the other.
 */
final class GradientTreeGrower {

	/** Keeps leaves of few rows from taking long steps. */
	private static final double REGULARISATION = 1;

	/** Smaller differences are rounding. */
	private static final double NO_GAIN = 1e-9;

	/** Sum of gradients, sum of hessians, number of rows. */
	private static final int CELLS = 3;

	private static final int WIDTH = BinnedTable.SLOTS * CELLS;

	private final BinnedTable table;

	private final int maxDepth;

	private final int minLeaf;

	private final double rate;

	private final FitMonitor monitor;

	private final double[] gain;

	private final double[][] histograms;

	/**
	 * A grower for one table.
	 * @param table the rows
	 * @param maxDepth how many splits may follow one another
	 * @param minLeaf fewest training rows in a leaf
	 * @param rate how much of a Newton step leaves take
	 * @param monitor may end it
	 */
	GradientTreeGrower(BinnedTable table, int maxDepth, int minLeaf, double rate, FitMonitor monitor) {
		this.table = table;
		this.maxDepth = maxDepth;
		this.minLeaf = minLeaf;
		this.rate = rate;
		this.monitor = monitor;
		this.gain = new double[table.features()];
		this.histograms = new double[2 * maxDepth + 1][table.features() * WIDTH];
	}

	/**
	 * One round for one output.
	 *
	 * @param features the features it may look at
	 * @param drawn the rows it learns from
	 * @param others the other rows, which only follow
	 * @param gradients first derivative at each row
	 * @param hessians second derivative at each row
	 * @param scores receives each row's leaf value on top
	 */
	record Round(int[] features, Partition drawn, Partition others, double[] gradients, double[] hessians,
			double[] scores) {
	}

	/** What the splits on each feature gained, over all trees so far. */
	double[] gain() {
		return this.gain;
	}

	Tree grow(Round round, int output) {
		Tree tree = Tree.score(output);
		count(round, this.histograms[0], 0, round.drawn().size());
		grow(tree, round, new Node(0, 0, round.drawn().size(), 0, round.others().size(), 0));
		return tree;
	}

	/** Ranges of drawn and other rows, and where the node's histogram is. */
	private record Node(int depth, int from, int to, int othersFrom, int othersTo, int histogram) {
	}

	private void grow(Tree tree, Round round, Node node) {
		this.monitor.checkStopped();
		double[] totals = totals(round, node);
		Split split = new Split();
		split.reset(NO_GAIN);
		if (node.depth() < this.maxDepth && node.to() - node.from() >= 2L * this.minLeaf) {
			for (int feature : round.features()) {
				tryFeature(split, feature, this.histograms[node.histogram()], totals);
			}
		}
		if (!split.found()) {
			leaf(tree, round, node, totals);
			return;
		}
		int feature = split.feature();
		this.gain[feature] += split.gain();
		byte[] bins = this.table.bins()[feature];
		int middle = round.drawn().part(node.from(), node.to(), bins, split);
		int othersMiddle = round.others().part(node.othersFrom(), node.othersTo(), bins, split);
		int below = 2 * node.depth() + 1;
		boolean leftIsSmaller = middle - node.from() <= node.to() - middle;
		if (node.depth() + 1 < this.maxDepth) {
			double[] smaller = this.histograms[below];
			double[] larger = this.histograms[below + 1];
			count(round, smaller, leftIsSmaller ? node.from() : middle, leftIsSmaller ? middle : node.to());
			subtract(round.features(), this.histograms[node.histogram()], smaller, larger);
		}
		int at = tree.split(feature, this.table.threshold(feature, split.bin()), split.missingLeft(), totals[1]);
		grow(tree, round, new Node(node.depth() + 1, node.from(), middle, node.othersFrom(), othersMiddle,
				leftIsSmaller ? below : below + 1));
		tree.right(at);
		grow(tree, round, new Node(node.depth() + 1, middle, node.to(), othersMiddle, node.othersTo(),
				leftIsSmaller ? below + 1 : below));
	}

	private void leaf(Tree tree, Round round, Node node, double[] totals) {
		double value = -this.rate * totals[0] / (totals[1] + REGULARISATION);
		tree.leaf(totals[1], value);
		for (int i = node.from(); i < node.to(); i++) {
			round.scores()[round.drawn().row(i)] += value;
		}
		for (int i = node.othersFrom(); i < node.othersTo(); i++) {
			round.scores()[round.others().row(i)] += value;
		}
	}

	private static double[] totals(Round round, Node node) {
		double[] totals = new double[CELLS];
		for (int i = node.from(); i < node.to(); i++) {
			int row = round.drawn().row(i);
			totals[0] += round.gradients()[row];
			totals[1] += round.hessians()[row];
		}
		totals[2] = node.to() - node.from();
		return totals;
	}

	private void count(Round round, double[] histogram, int from, int to) {
		int[] rows = round.drawn().rows();
		double[] gradients = round.gradients();
		double[] hessians = round.hessians();
		for (int feature : round.features()) {
			this.monitor.checkStopped();
			int begin = feature * WIDTH;
			Arrays.fill(histogram, begin, begin + WIDTH, 0);
			byte[] bins = this.table.bins()[feature];
			for (int i = from; i < to; i++) {
				int row = rows[i];
				int cell = begin + (bins[row] & 0xFF) * CELLS;
				histogram[cell] += gradients[row];
				histogram[cell + 1] += hessians[row];
				histogram[cell + 2]++;
			}
		}
	}

	private static void subtract(int[] features, double[] parent, double[] smaller, double[] larger) {
		for (int feature : features) {
			int begin = feature * WIDTH;
			for (int i = begin; i < begin + WIDTH; i++) {
				larger[i] = parent[i] - smaller[i];
			}
		}
	}

	private void tryFeature(Split best, int feature, double[] histogram, double[] totals) {
		double missing = histogram[feature * WIDTH + BinnedTable.MISSING * CELLS + 2];
		// without missing values here, later ones go where most rows go
		scan(best, feature, histogram, totals, false, missing);
		if (missing > 0) {
			scan(best, feature, histogram, totals, true, missing);
		}
	}

	private void scan(Split best, int feature, double[] histogram, double[] totals, boolean missingLeft,
			double missing) {
		int begin = feature * WIDTH;
		int missingAt = begin + BinnedTable.MISSING * CELLS;
		double gradient = missingLeft ? histogram[missingAt] : 0;
		double hessian = missingLeft ? histogram[missingAt + 1] : 0;
		double count = missingLeft ? missing : 0;
		double whole = score(totals[0], totals[1]);
		int bins = this.table.cuts()[feature].length + 1;
		// the last bin parts present from missing, which takes missing ones on the right
		int last = (!missingLeft && missing > 0) ? bins - 1 : bins - 2;
		for (int bin = 0; bin <= last; bin++) {
			int cell = begin + bin * CELLS;
			double here = histogram[cell + 2];
			if (here > 0) {
				gradient += histogram[cell];
				hessian += histogram[cell + 1];
				count += here;
				double rest = totals[2] - count;
				if (rest < this.minLeaf) {
					return;
				}
				if (count >= this.minLeaf) {
					boolean sendLeft = (missing > 0) ? missingLeft : count > rest;
					double gained = score(gradient, hessian) + score(totals[0] - gradient, totals[1] - hessian) - whole;
					best.offer(feature, bin, sendLeft, gained / 2);
				}
			}
		}
	}

	private static double score(double gradient, double hessian) {
		// rounding in the subtraction may leave a sum a hair below zero
		return gradient * gradient / (Math.max(hessian, 0) + REGULARISATION);
	}

}
