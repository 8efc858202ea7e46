package io.exoscout.forest;

/**
 * What keeps a forest of unknown origin from being asked, besides what none may have at
 * all: it could be walked down, but says what is no probability.
 */
public final class ForestFaults {

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

	private static String of(Forest forest) {
		NodeArrays nodes = forest.nodes();
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
