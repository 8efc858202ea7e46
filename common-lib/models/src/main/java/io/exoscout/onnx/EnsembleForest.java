package io.exoscout.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.exoscout.forest.Forest;
import io.exoscout.forest.Link;
import io.exoscout.forest.Tree;

/**
 * Makes a forest of an ensemble, by how its sums are meant to become probabilities: as
 * they are, by the logistic function of one score, or by softmax.
 */
final class EnsembleForest {

	/** How far leaves may be from distributions. */
	private static final double ROUNDING = 1e-5;

	private final Ensemble from;

	private final EnsembleTrees trees;

	private final int features;

	private final int classes;

	private final int[] order;

	private EnsembleForest(Ensemble from, int features, int[] order) {
		this.from = from;
		this.trees = new EnsembleTrees(from);
		this.features = features;
		this.classes = order.length;
		this.order = order;
	}

	/**
	 * Makes the forest.
	 * @param from its trees
	 * @param transform the operator's {@code post_transform}
	 * @param base what scores start from, or nothing
	 * @param features length of the feature vector
	 * @param order where each class of the ensemble is among those of the forest
	 */
	static Forest of(Ensemble from, String transform, double[] base, int features, int[] order) {
		check(from, base, features);
		EnsembleForest forest = new EnsembleForest(from, features, order);
		boolean one = order.length == 2 && Arrays.stream(from.outputs()).distinct().count() <= 1;
		return switch (transform) {
			case "NONE" -> forest.mean(one, base);
			case "LOGISTIC" -> forest.logistic(one, base);
			case "SOFTMAX" -> forest.softmax(one, base);
			default -> throw OnnxFault.unsupported("its scores become probabilities by " + transform);
		};
	}

	/**
	 * Makes the forest that an ensemble of our own was written from, bit for bit.
	 * @param link how its sums become probabilities
	 * @param from its trees
	 * @param base what scores start from; nothing for {@link Link#MEAN}
	 * @param features length of the feature vector
	 * @param classes how many
	 * @throws IllegalArgumentException if they make no forest
	 */
	static Forest exact(Link link, Ensemble from, double[] base, int features, int classes) {
		check(from, base, features);
		OnnxFault.require(Arrays.stream(from.outputs()).allMatch((output) -> output < classes),
				"a leaf speaks of a class that is not there");
		EnsembleTrees trees = new EnsembleTrees(from, true);
		int width = (link == Link.MEAN) ? classes : 1;
		List<Tree> grown = new ArrayList<>();
		for (int root : trees.roots()) {
			Tree tree = switch (link) {
				case MEAN -> Tree.distribution(classes);
				case LOGISTIC -> Tree.score(0);
				case SOFTMAX -> Tree.score(outputOf(from, trees.anyLeaf(root)));
			};
			grown.add(trees.grow(root, tree, (leaf) -> {
				int start = from.starts()[leaf];
				OnnxFault.require(from.starts()[leaf + 1] - start == width, "a leaf has too many values, or too few");
				return Arrays.copyOfRange(from.values(), start, start + width);
			}));
		}
		return Forest.of(link, features, classes, base, grown);
	}

	private static int outputOf(Ensemble from, int leaf) {
		OnnxFault.require(from.starts()[leaf] < from.starts()[leaf + 1], "a leaf says nothing");
		return from.outputs()[from.starts()[leaf]];
	}

	private static void check(Ensemble from, double[] base, int features) {
		OnnxFault.require(
				Arrays.stream(from.values()).allMatch((value) -> Math.abs(value) <= Float.MAX_VALUE)
						&& Arrays.stream(base).allMatch((value) -> Math.abs(value) <= Float.MAX_VALUE),
				"a leaf is not finite");
		for (int node = 0; node < from.size(); node++) {
			OnnxFault.require(from.isLeaf(node) || from.features()[node] < features,
					"a split looks at feature %d of %d".formatted(from.features()[node], features));
		}
	}

	/** Leaves hold shares of a distribution; in two classes they may leave out one. */
	private Forest mean(boolean one, double[] base) {
		OnnxFault.requireSupported(Arrays.stream(base).allMatch((value) -> value == 0),
				"its scores are no probabilities, since they start from others than 0");
		int count = this.trees.roots().length;
		List<Tree> grown = new ArrayList<>();
		for (int root : this.trees.roots()) {
			grown.add(this.trees.grow(root, Tree.distribution(this.classes), (leaf) -> {
				double[] sums = sums(leaf);
				if (one) {
					double said = Arrays.stream(sums).sum();
					sums = new double[] { 1.0 / count - said, said };
				}
				return distribution(sums, count);
			}));
		}
		return Forest.of(Link.MEAN, this.features, this.classes, new double[0], grown);
	}

	/** A leaf's share of a distribution as a whole one, in the order of the forest. */
	private double[] distribution(double[] shares, int trees) {
		OnnxFault.requireSupported(
				Math.abs(Arrays.stream(shares).sum() * trees - 1) <= ROUNDING
						&& Arrays.stream(shares).allMatch((share) -> share * trees >= -ROUNDING),
				"its scores are no probabilities");
		double sum = Arrays.stream(shares).filter((share) -> share > 0).sum();
		double[] distribution = new double[this.classes];
		for (int c = 0; c < this.classes; c++) {
			distribution[this.order[c]] = Math.max(0, shares[c]) / sum;
		}
		return distribution;
	}

	private Forest logistic(boolean one, double[] base) {
		OnnxFault.requireSupported(one && base.length <= 1,
				"LOGISTIC of several scores, or of several base values, gives no probabilities that sum to 1");
		// the score is that of the ensemble's second class
		int sign = (this.order[1] == 1) ? 1 : -1;
		List<Tree> grown = new ArrayList<>();
		for (int root : this.trees.roots()) {
			grown.add(this.trees.grow(root, Tree.score(0),
					(leaf) -> new double[] { sign * Arrays.stream(sums(leaf)).sum() }));
		}
		double[] scores = { (base.length == 0) ? 0 : sign * base[0] };
		return Forest.of(Link.LOGISTIC, this.features, 2, scores, grown);
	}

	private Forest softmax(boolean one, double[] base) {
		OnnxFault.requireSupported(!one, "SOFTMAX of one score gives no probabilities");
		OnnxFault.require(base.length == 0 || base.length == this.classes, "its base values do not fit its classes");
		List<Tree> grown = new ArrayList<>();
		long nodes = 0;
		for (int root : this.trees.roots()) {
			for (int c : classesOf(root)) {
				Tree tree = this.trees.grow(root, Tree.score(this.order[c]), (leaf) -> new double[] { sums(leaf)[c] });
				nodes += tree.size();
				OnnxFault.requireSupported(nodes <= Ensemble.MOST_NODES, "its trees speak of too many classes each");
				grown.add(tree);
			}
		}
		double[] scores = new double[this.classes];
		for (int c = 0; c < base.length; c++) {
			scores[this.order[c]] = base[c];
		}
		return Forest.of(Link.SOFTMAX, this.features, this.classes, scores, grown);
	}

	/** The classes that a tree adds to; one at least, so that no tree is lost. */
	private int[] classesOf(int root) {
		boolean[] speaks = new boolean[this.classes];
		this.trees.grow(root, Tree.score(0), (leaf) -> {
			for (int i = this.from.starts()[leaf]; i < this.from.starts()[leaf + 1]; i++) {
				speaks[this.from.outputs()[i]] = true;
			}
			return new double[1];
		});
		int[] classes = IntStream.range(0, this.classes).filter((c) -> speaks[c]).toArray();
		return (classes.length == 0) ? new int[] { 0 } : classes;
	}

	/** What a leaf adds to each class. */
	private double[] sums(int leaf) {
		double[] sums = new double[this.classes];
		for (int i = this.from.starts()[leaf]; i < this.from.starts()[leaf + 1]; i++) {
			OnnxFault.require(this.from.outputs()[i] < this.classes, "a leaf speaks of a class that is not there");
			sums[this.from.outputs()[i]] += this.from.values()[i];
		}
		return sums;
	}

	/** How much splits on each feature part, of all that splits part; sums to 1. */
	static double[] importance(Ensemble from, int features) {
		return importance(from, new EnsembleTrees(from), features);
	}

	/** The same of an ensemble of our own. */
	static double[] exactImportance(Ensemble from, int features) {
		return importance(from, new EnsembleTrees(from, true), features);
	}

	private static double[] importance(Ensemble from, EnsembleTrees trees, int features) {
		double[] importance = new double[features];
		double sum = 0;
		for (int node = 0; node < from.size(); node++) {
			if (!trees.endsAt(node)) {
				importance[from.features()[node]] += trees.cover(node);
				sum += trees.cover(node);
			}
		}
		for (int f = 0; f < features; f++) {
			importance[f] = (sum > 0) ? importance[f] / sum : 1.0 / features;
		}
		return importance;
	}

}
