package io.exoscout.forest;

import io.exoscout.integral.Quadrature;

/**
 * The points at which {@link TreeShap} looks at a tree in one pass.
 *
 * @param known how likely each feature is known at each of them
 * @param weights how much each counts, 0 for one that only fills up
 */
record ShapPoints(double[] known, double[] weights) {

	/** By how many passes, the points of each. */
	private static final ShapPoints[][] PASSES = new ShapPoints[64][];

	/**
	 * The passes that are exact for trees with so many features on a path.
	 */
	static ShapPoints[] of(int features) {
		int count = Math.max(1, (features + 1) / 2);
		return (count < PASSES.length) ? kept(count) : passes(count);
	}

	private static synchronized ShapPoints[] kept(int count) {
		if (PASSES[count] == null) {
			PASSES[count] = passes(count);
		}
		return PASSES[count];
	}

	private static ShapPoints[] passes(int count) {
		Quadrature rule = Quadrature.of(count);
		int size = ShapLoops.TOGETHER;
		ShapPoints[] passes = new ShapPoints[(count + size - 1) / size];
		for (int pass = 0; pass < passes.length; pass++) {
			double[] known = new double[size];
			double[] weights = new double[size];
			for (int p = 0; p < size; p++) {
				boolean there = pass * size + p < count;
				known[p] = there ? rule.points()[pass * size + p] : 0.5;
				weights[p] = there ? rule.weights()[pass * size + p] : 0;
			}
			passes[pass] = new ShapPoints(known, weights);
		}
		return passes;
	}

	/** How likely a feature is not known. */
	double unknown(int point) {
		return 1 - this.known[point];
	}

	/**
	 * How much of a row gets by a feature whose turns it takes itself.
	 * @param point the point
	 * @param share how much of the training rows takes them
	 */
	double passing(int point, double share) {
		return unknown(point) * share + this.known[point];
	}

	/**
	 * What the leaves behind such turns count for the contribution of the feature. With
	 * the feature known instead of unknown, rows that take the turns gain
	 * {@code (1 - share) / passing} of what arrives, which is
	 * {@code weight(share) - weight(1)}; rows that do not take them lose
	 * {@code 1 / unknown} of it, which is {@code weight(1)}.
	 * @param point the point
	 * @param share how much of the training rows takes the turns
	 */
	double weight(int point, double share) {
		return this.weights[point] / (unknown(point) * passing(point, share));
	}

}
