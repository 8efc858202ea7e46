package io.exoscout.forest;

/**
 * The inner loops of {@link TreeShap}: over rows, with one index into arrays of their
 * own, which is what the just-in-time compiler makes vector instructions of. No row has a
 * say in the result of another.
 */
final class ShapLoops {

	private ShapLoops() {
	}

	/** Which rows a split sends left: 1, or 0. */
	static void left(float[] values, float threshold, boolean missingLeft, double[] left) {
		for (int row = 0; row < left.length; row++) {
			// a missing value is neither below nor not below
			int goes = missingLeft ? ((values[row] >= threshold) ? 0 : 1) : ((values[row] < threshold) ? 1 : 0);
			left[row] = goes;
		}
	}

	static void product(double[] x, double[] y, double[] product) {
		for (int row = 0; row < product.length; row++) {
			product[row] = x[row] * y[row];
		}
	}

	static void difference(double[] x, double[] y, double[] difference) {
		for (int row = 0; row < difference.length; row++) {
			difference[row] = x[row] - y[row];
		}
	}

	/** Adds a multiple. */
	static void add(double[] x, double times, double[] sum) {
		for (int row = 0; row < sum.length; row++) {
			sum[row] += x[row] * times;
		}
	}

	/** Adds a product. */
	static void addProduct(double[] x, double[] y, double[] sum) {
		for (int row = 0; row < sum.length; row++) {
			sum[row] += x[row] * y[row];
		}
	}

	/** Adds to one sum, and a multiple to another. */
	static void addTwice(double[] x, double[] sum, double times, double[] other) {
		for (int row = 0; row < sum.length; row++) {
			double value = x[row];
			sum[row] += value;
			other[row] += value * times;
		}
	}

	/** One turn down: what arrives at a child, of what arrived at its parent. */
	static void reach(double[] parent, double always, double ifBefore, double[] before, double ifOwn, double[] own,
			double[] child) {
		for (int row = 0; row < child.length; row++) {
			child[row] = parent[row] * (always + ifBefore * before[row] + ifOwn * own[row]);
		}
	}

	/** The same for a leaf, and back up again. */
	static void leaf(double[] parent, double always, double ifBefore, double[] before, double ifOwn, double[] own,
			double[] sum, double times, double[] other) {
		for (int row = 0; row < sum.length; row++) {
			double value = parent[row] * (always + ifBefore * before[row] + ifOwn * own[row]);
			sum[row] += value;
			other[row] += value * times;
		}
	}

}
