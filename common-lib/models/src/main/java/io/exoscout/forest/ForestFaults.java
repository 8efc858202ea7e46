package io.exoscout.forest;

import java.util.Arrays;

/**
 * What no forest may have at all, and what besides keeps one of unknown origin from being
 * asked: it could be walked down, but not explained, or says what is no probability.
 */
public final class ForestFaults {

	/** The deepest trees that any algorithm here grows. */
	public static final int DEEPEST = 64;

	private static final double ROUNDING = 1e-6;

	private ForestFaults() {
	}

	/**
	 * Looks for faults.
	 * @param forests what a model scores with
	 * @return the first fault in words, or nothing
	 */
	public static String of(Forests forests) {
		for (Forest forest : forests.members()) {
			String fault = of(forest);
			if (!fault.isEmpty()) {
				return fault;
			}
		}
		return "";
	}

	/**
	 * Refuses parts that do not fit together.
	 * @throws IllegalArgumentException saying what does not
	 */
	static void requireNone(Forest forest) {
		Link link = forest.link();
		int[] roots = forest.roots();
		NodeArrays nodes = forest.nodes();
		double[] base = forest.base();
		require(forest.features() > 0 && forest.classes() >= 2 && roots.length > 0, "it has no feature, class or tree");
		require(link != Link.LOGISTIC || forest.classes() == 2, "log-odds take exactly two classes");
		int scores = (link == Link.SOFTMAX) ? forest.classes() : 1;
		require(base.length == ((link == Link.MEAN) ? 0 : scores), "its base scores do not fit its classes");
		require(Arrays.stream(base).allMatch(Double::isFinite)
				&& Arrays.stream(nodes.values()).allMatch(Double::isFinite), "a leaf or base score is not finite");
		require(roots[0] == 0, "its first tree does not begin at its first node");
		for (int i = 0; i < roots.length; i++) {
			int end = (i + 1 < roots.length) ? roots[i + 1] : forest.nodeCount();
			require(roots[i] >= 0 && end <= forest.nodeCount(), "a tree lies outside its nodes");
			int output = forest.outputs()[i];
			require(output >= 0 && output < scores, "a tree adds to an output that is not there");
			String fault = nodes.fault(roots[i], end, forest.features(), forest.leafSize());
			require(fault.isEmpty(), fault);
		}
	}

	private static void require(boolean holds, String fault) {
		if (!holds) {
			throw new IllegalArgumentException("Not a forest: " + fault);
		}
	}

	private static String of(Forest forest) {
		NodeArrays nodes = forest.nodes();
		int depth = nodes.depth();
		if (depth > DEEPEST) {
			return "a tree is %d splits deep; at most %d are accepted".formatted(depth, DEEPEST);
		}
		for (float cover : nodes.cover()) {
			if (!(cover >= 0 && cover < Float.POSITIVE_INFINITY)) {
				return "a node was reached by %s training rows".formatted(cover);
			}
		}
		if (forest.link() == Link.MEAN) {
			for (int node = 0; node < nodes.feature().length; node++) {
				if (nodes.feature()[node] == NodeArrays.LEAF && !isDistribution(nodes, node, forest.classes())) {
					return "a leaf holds no probabilities";
				}
			}
		}
		return "";
	}

	private static boolean isDistribution(NodeArrays nodes, int leaf, int classes) {
		double sum = 0;
		for (int c = 0; c < classes; c++) {
			double share = nodes.values()[nodes.right()[leaf] + c];
			if (!(share >= 0)) {
				return false;
			}
			sum += share;
		}
		return Math.abs(sum - 1) <= ROUNDING;
	}

}
