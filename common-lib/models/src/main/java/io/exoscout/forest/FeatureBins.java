package io.exoscout.forest;

import java.util.Arrays;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The thresholds that a forest compares each feature with. A value's bin is how many of
 * them it is not below, so that comparing bins is comparing values.
 */
final class FeatureBins {

	/** Lower than any other bin. */
	static final int MISSING_LEFT = -1;

	/** Higher than any other bin; some room is left for what is subtracted. */
	static final int MISSING_RIGHT = 1 << 30;

	/** Of each feature its thresholds, ascending, each once. */
	private final float[][] cuts;

	/** Of each feature that some split looks at. */
	private final @Nullable CutTable[] tables;

	private FeatureBins(float[][] cuts) {
		this.cuts = cuts;
		this.tables = new @Nullable CutTable[cuts.length];
		for (int f = 0; f < cuts.length; f++) {
			this.tables[f] = (cuts[f].length > 0) ? CutTable.of(cuts[f]) : null;
		}
	}

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

	/** Whether some split looks at a feature. */
	boolean compares(int feature) {
		return this.cuts[feature].length > 0;
	}

	/**
	 * Which cut of a feature a threshold is: a value is below it if its bin is not above.
	 */
	int cut(int feature, float threshold) {
		return Arrays.binarySearch(this.cuts[feature], threshold + 0.0f);
	}

	/**
	 * Bins one feature of some rows; one that some split looks at.
	 * @param feature the feature
	 * @param vectors the rows
	 * @param from the first one
	 * @param left receives the bins, those of missing values as {@link #MISSING_LEFT}
	 * @param right the same with {@link #MISSING_RIGHT}
	 * @param count how many rows
	 */
	void bin(int feature, float[][] vectors, int from, int[] left, int[] right, int count) {
		for (int i = 0; i < count; i++) {
			right[i] = Float.floatToRawIntBits(vectors[from + i][feature]);
		}
		Objects.requireNonNull(this.tables[feature], "no split looks at it").bin(right, left, count);
		markMissing(left, right, count);
	}

	private static void markMissing(int[] bins, int[] keys, int count) {
		for (int i = 0; i < count; i++) {
			int key = keys[i];
			int size = (key ^ (key >> 31)) - (key >> 31);
			int missing = (CutTable.INFINITE - size) >> 31;
			int bin = bins[i];
			bins[i] = bin | missing;
			keys[i] = (bin & ~missing) | (MISSING_RIGHT & missing);
		}
	}

}
