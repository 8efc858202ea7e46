package io.exoscout.predictor.drift;

import java.util.Arrays;

/**
 * How the values of one feature lie among the training rows.
 *
 * @param least the smallest value; positive infinity where no row has any
 * @param greatest the largest value; negative infinity where no row has any
 * @param edges the inner deciles, each once, in order
 * @param shares the share of training rows in each bin: up to the first edge, from there
 * up to the next, beyond the last, and at the end those without a value
 */
record FeatureSpread(float least, float greatest, float[] edges, double[] shares) {

	private static final int TENTHS = 10;

	/**
	 * A share that is taken for one which is zero: the logarithm of its ratio has to be
	 * finite.
	 */
	private static final double FLOOR = 1e-4;

	/**
	 * Looks at the training rows.
	 * @param values of one feature, {@code NaN} where missing
	 */
	static FeatureSpread of(float[] values) {
		float[] sorted = values.clone();
		// NaN comes last
		Arrays.sort(sorted);
		int there = sorted.length;
		while (there > 0 && Float.isNaN(sorted[there - 1])) {
			there--;
		}
		float[] edges = edges(sorted, there);
		long[] counts = new long[edges.length + 2];
		FeatureSpread bins = new FeatureSpread((there > 0) ? sorted[0] : Float.POSITIVE_INFINITY,
				(there > 0) ? sorted[there - 1] : Float.NEGATIVE_INFINITY, edges, new double[0]);
		for (float value : values) {
			counts[bins.bin(value)]++;
		}
		return new FeatureSpread(bins.least, bins.greatest, edges, shares(counts, values.length));
	}

	private static float[] edges(float[] sorted, int there) {
		float[] edges = new float[TENTHS - 1];
		int count = 0;
		for (int tenth = 1; tenth < TENTHS && there > 0; tenth++) {
			float edge = sorted[(int) (((long) there * tenth + TENTHS - 1) / TENTHS) - 1];
			// of a feature with few values several deciles are one
			if (count == 0 || edge > edges[count - 1]) {
				edges[count++] = edge;
			}
		}
		return Arrays.copyOf(edges, count);
	}

	private static double[] shares(long[] counts, long rows) {
		return Arrays.stream(counts).mapToDouble((count) -> count / (double) rows).toArray();
	}

	/** How many bins there are. */
	int bins() {
		return this.edges.length + 2;
	}

	/** The bin of a value, the last one for {@code NaN}. */
	int bin(float value) {
		if (Float.isNaN(value)) {
			return this.edges.length + 1;
		}
		int bin = 0;
		while (bin < this.edges.length && value > this.edges[bin]) {
			bin++;
		}
		return bin;
	}

	/** Whether a value is there and no training row has one as small, or as large. */
	boolean outside(float value) {
		return value < this.least || value > this.greatest;
	}

	/** The share of training rows without a value. */
	double missing() {
		return this.shares[this.shares.length - 1];
	}

	/**
	 * The population stability index: the sum over all bins of (a − e) ln(a / e), where e
	 * is the share of training rows in a bin and a that of others.
	 * @param counts how many of the others are in each bin
	 * @param rows how many they are in all
	 */
	double stability(long[] counts, long rows) {
		double sum = 0;
		for (int bin = 0; bin < counts.length; bin++) {
			double expected = Math.max(FLOOR, this.shares[bin]);
			double actual = Math.max(FLOOR, counts[bin] / (double) rows);
			sum += (actual - expected) * Math.log(actual / expected);
		}
		return sum;
	}

}
