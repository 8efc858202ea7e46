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

	/**
	 * Counts how many thresholds of a feature a value is not below, for many values at
	 * once. Numbers are taken as integers in the same order, whose first bits find a
	 * place near the right one; a few comparisons do the rest. Each step is done for all
	 * values before the next, in loops without a branch, most of which compilers turn
	 * into vector instructions.
	 */
	static final class CutTable {

		/** The {@link #order key} of infinity; only what is no number lies beyond. */
		static final int INFINITE = 0x7f80_0000;

		private static final int FEWEST_STEPS = 1 << 4;

		private static final int MOST_STEPS = 1 << 10;

		/** Thresholds as keys, ascending, and as many more as comparisons may look at. */
		private final int[] keys;

		/** Keys are cut into equal steps: of each how many thresholds lie before it. */
		private final int[] before;

		/** How many bits of the distance from the first threshold lie within a step. */
		private final int shift;

		/** More than any step holds; a power of two. */
		private final int most;

		private CutTable(int[] keys, int[] before, int shift, int most) {
			this.keys = keys;
			this.before = before;
			this.shift = shift;
			this.most = most;
		}

		/** Of thresholds, ascending, each once, at least one. */
		static CutTable of(float[] cuts) {
			int[] keys = new int[cuts.length];
			for (int i = 0; i < keys.length; i++) {
				keys[i] = Float.floatToIntBits(cuts[i]);
			}
			order(keys, keys.length);
			int[] before = new int[Math.max(FEWEST_STEPS,
					Math.min(MOST_STEPS, 4 * Integer.highestOneBit(cuts.length)))];
			// one bit at least, so that no distance is taken for a negative number
			int shift = 1;
			while ((keys[keys.length - 1] - keys[0]) >>> shift >= before.length) {
				shift++;
			}
			int[] held = new int[before.length];
			for (int key : keys) {
				held[(key - keys[0]) >>> shift]++;
			}
			for (int step = 1; step < before.length; step++) {
				before[step] = before[step - 1] + held[step - 1];
			}
			int most = 2 * Integer.highestOneBit(Arrays.stream(held).max().orElse(0));
			int[] padded = Arrays.copyOf(keys, keys.length + most);
			Arrays.fill(padded, keys.length, padded.length, Integer.MAX_VALUE);
			return new CutTable(padded, before, shift, most);
		}

		/**
		 * Counts.
		 * @param values the bits of numbers; keys of them afterwards, from
		 * {@code -INFINITE} to {@link #INFINITE} for all that are numbers
		 * @param bins receives of each number how many thresholds it is not below
		 * @param count how many there are
		 */
		void bin(int[] values, int[] bins, int count) {
			order(values, count);
			step(values, bins, count, this.keys[0], this.shift, this.before.length - 1);
			lookUp(bins, count, this.before);
			for (int half = this.most >> 1; half > 0; half >>= 1) {
				compare(values, bins, count, this.keys, half);
			}
		}

		/** Both zeros have one key. */
		private static void order(int[] bits, int count) {
			for (int i = 0; i < count; i++) {
				int sign = bits[i] >> 31;
				bits[i] = ((bits[i] & Integer.MAX_VALUE) ^ sign) - sign;
			}
		}

		private static void step(int[] keys, int[] steps, int count, int first, int shift, int last) {
			for (int i = 0; i < count; i++) {
				steps[i] = Math.min(last, (Math.max(first, keys[i]) - first) >>> shift);
			}
		}

		private static void lookUp(int[] steps, int count, int[] before) {
			for (int i = 0; i < count; i++) {
				steps[i] = before[steps[i]];
			}
		}

		private static void compare(int[] keys, int[] bins, int count, int[] cuts, int half) {
			for (int i = 0; i < count; i++) {
				int bin = bins[i];
				bins[i] = bin + ((cuts[bin + half - 1] <= keys[i]) ? half : 0);
			}
		}

	}

}
