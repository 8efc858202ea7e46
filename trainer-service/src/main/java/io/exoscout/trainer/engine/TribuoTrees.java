package io.exoscout.trainer.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.exoscout.forest.Forest;
import io.exoscout.forest.Link;
import io.exoscout.forest.Tree;
import io.exoscout.learning.Fit;
import io.exoscout.learning.FitMonitor;
import io.exoscout.learning.TrainingSet;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.ensemble.EnsembleModel;

/**
 * Makes a forest of Tribuo's trees. They do not say how many rows came to a node, which
 * Shapley values need, nor what a split gained: the training rows are sent through them
 * once more.
 */
final class TribuoTrees {

	private final TrainingSet set;

	private final int[] features;

	private final List<Label> classes;

	private final int[] rows;

	private final int[] parked;

	private final double[] gain;

	private final FitMonitor monitor;

	private TribuoTrees(TribuoRows rows, EnsembleModel<Label> model, FitMonitor monitor) {
		this.set = rows.set();
		this.features = rows.features(model);
		this.classes = rows.set().classNames().stream().map(Label::new).toList();
		this.rows = IntStream.range(0, this.set.size()).toArray();
		this.parked = new int[this.rows.length];
		this.gain = new double[this.set.features()];
		this.monitor = monitor;
	}

	/**
	 * Converts a forest whose trees' distributions are averaged.
	 * @param rows what it was trained on
	 * @param model a forest of Tribuo's
	 * @param monitor may stop this
	 */
	static Fit convert(TribuoRows rows, EnsembleModel<Label> model, FitMonitor monitor) {
		TribuoTrees trees = new TribuoTrees(rows, model, monitor);
		List<Tree> converted = new ArrayList<>();
		for (Model<Label> tree : model.getModels()) {
			converted.add(trees.convert(((TreeModel<Label>) tree).getRoot()));
		}
		Forest forest = Forest.of(Link.MEAN, trees.set.features(), trees.classes.size(), new double[0], converted);
		return new Fit(forest, trees.gain);
	}

	private Tree convert(Node<Label> root) {
		Tree tree = Tree.distribution(this.classes.size());
		copy(root, 0, this.rows.length, tree);
		return tree;
	}

	private void copy(Node<Label> node, int from, int to, Tree tree) {
		this.monitor.checkStopped();
		if (node instanceof SplitNode<Label> split) {
			split(split, from, to, tree);
		}
		else {
			tree.leaf(to - from, distribution((LeafNode<Label>) node));
		}
	}

	private void split(SplitNode<Label> split, int from, int to, Tree tree) {
		int feature = this.features[split.getFeatureID()];
		float threshold = threshold(split.splitValue());
		boolean missingLeft = TribuoRows.LOWEST <= split.splitValue();
		int middle = part(from, to, feature, threshold, missingLeft);
		this.gain[feature] += purity(from, middle) + purity(middle, to) - purity(from, to);
		int at = tree.split(feature, threshold, missingLeft, to - from);
		copy(split.getLessThanOrEqual(), from, middle, tree);
		tree.right(at);
		copy(split.getGreaterThan(), middle, to, tree);
	}

	/**
	 * The lowest number that is above a split's: there, what is equal goes left, with us
	 * only what is below.
	 */
	static float threshold(double split) {
		float nearest = (float) split;
		return (nearest > split) ? nearest : Math.nextUp(nearest);
	}

	private double[] distribution(LeafNode<Label> leaf) {
		return this.classes.stream()
			.mapToDouble((label) -> leaf.getDistribution().getOrDefault(label.getLabel(), label).getScore())
			.map((share) -> Double.isNaN(share) ? 0 : share)
			.toArray();
	}

	/** Brings the rows that go left before the others; returns where these begin. */
	private int part(int from, int to, int feature, float threshold, boolean missingLeft) {
		int left = from;
		int others = 0;
		for (int i = from; i < to; i++) {
			float value = this.set.value(feature, this.rows[i]);
			if (Float.isNaN(value) ? missingLeft : value < threshold) {
				this.rows[left++] = this.rows[i];
			}
			else {
				this.parked[others++] = this.rows[i];
			}
		}
		System.arraycopy(this.parked, 0, this.rows, left, others);
		return left;
	}

	/** Rows times negative entropy of their classes, in nats. */
	private double purity(int from, int to) {
		double[] counts = new double[this.classes.size()];
		for (int i = from; i < to; i++) {
			counts[this.set.label(this.rows[i])]++;
		}
		double purity = -logs(to - from);
		for (double count : counts) {
			purity += logs(count);
		}
		return purity;
	}

	private static double logs(double count) {
		return (count > 0) ? count * Math.log(count) : 0;
	}

}
