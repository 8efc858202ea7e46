package io.exoscout.forest;

/**
 * The points at which {@link TreeShap} looks at a tree.
 *
 * @param rule where they are: how likely each feature is known there
 */
record ShapPoints(Quadrature rule) {

	static ShapPoints of(int count) {
		return new ShapPoints(Quadrature.of(count));
	}

	/** How many points are exact for trees with so many features on a path. */
	static int needed(int features) {
		return Math.max(1, (features + 1) / 2);
	}

	int size() {
		return this.rule.size();
	}

	/** How likely a feature is known. */
	double known(int point) {
		return this.rule.points()[point];
	}

	/** How likely a feature is not known. */
	double unknown(int point) {
		return 1 - this.rule.points()[point];
	}

	/**
	 * How much of a row gets by a feature whose turns it takes itself.
	 * @param point the point
	 * @param share how much of the training rows takes them
	 */
	double passing(int point, double share) {
		return unknown(point) * share + known(point);
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
		return this.rule.weights()[point] / (unknown(point) * passing(point, share));
	}

}
