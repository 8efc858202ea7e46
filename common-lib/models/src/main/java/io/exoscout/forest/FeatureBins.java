package io.exoscout.forest;

import java.util.Arrays;

/**
 * The thresholds that a forest compares each feature with. A value's bin is how many of
 * them it is not below, so that comparing bins is comparing values.
 *
 * @param cuts of each feature its thresholds, ascending, each once
 */
record FeatureBins(float[][] cuts) {

	/** Lower than any other bin. */
	static final int MISSING_LEFT = -1;

	/** Higher than any other bin; some room is left for what is subtracted. */
	static final int MISSING_RIGHT = 1 << 30;

	/** All thresholds of a forest's splits. */
	static FeatureBins of(NodeArrays nodes, int features) {
		int[] counts = new int[features];
		for (int feature : nodes.feature()) {
			if (feature != NodeArrays.LEAF) {
				counts[feature]++;
			}
		}
		float[][] cuts = new float[features][];
		for (int f = 0; f < features; f++) {
			cuts[f] = new float[counts[f]];
		}
		for (int i = 0; i < nodes.feature().length; i++) {
			int feature = nodes.feature()[i];
			if (feature != NodeArrays.LEAF) {
				// of two zeros no value lies between them: they are one cut
				cuts[feature][--counts[feature]] = nodes.threshold()[i] + 0.0f;
			}
		}
		for (int f = 0; f < features; f++) {
			cuts[f] = distinct(cuts[f]);
		}
		return new FeatureBins(cuts);
	}

	private static float[] distinct(float[] values) {
		Arrays.sort(values);
		int distinct = 0;
		for (int i = 0; i < values.length; i++) {
			if (i == 0 || values[i] != values[distinct - 1]) {
				values[distinct++] = values[i];
			}
		}
		return Arrays.copyOf(values, distinct);
	}

	int features() {
		return this.cuts.length;
	}

	/**
	 * Which cut of a feature a threshold is: a value is below it if its bin is not above.
	 */
	int cut(int feature, float threshold) {
		return Arrays.binarySearch(this.cuts[feature], threshold + 0.0f);
	}

	/**
	 * Bins one feature of some rows.
	 * @param feature the feature
	 * @param vectors the rows
	 * @param from the first one
	 * @param left receives the bins, those of missing values as {@link #MISSING_LEFT}
	 * @param right the same with {@link #MISSING_RIGHT}
	 * @param count how many rows
	 */
	void bin(int feature, float[][] vectors, int from, int[] left, int[] right, int count) {
		float[] sorted = this.cuts[feature];
		for (int i = 0; i < count; i++) {
			float value = vectors[from + i][feature];
			if (value != value) {
				left[i] = MISSING_LEFT;
				right[i] = MISSING_RIGHT;
			}
			else {
				int bin = bin(sorted, value);
				left[i] = bin;
				right[i] = bin;
			}
		}
	}

	/** By halving, without a branch that could be foretold wrongly. */
	private static int bin(float[] cuts, float value) {
		int low = 0;
		int length = cuts.length;
		while (length > 1) {
			int half = length >>> 1;
			low = (cuts[low + half - 1] <= value) ? low + half : low;
			length -= half;
		}
		return (cuts[low] <= value) ? low + 1 : low;
	}

}
