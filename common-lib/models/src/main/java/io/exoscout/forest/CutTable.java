package io.exoscout.forest;

import java.util.Arrays;

/**
 * Counts how many thresholds of a feature a value is not below, for many values at once.
 * Numbers are taken as integers in the same order, whose first bits find a place near the
 * right one; a few comparisons do the rest. Each step is done for all values before the
 * next, in loops without a branch, most of which compilers turn into vector instructions.
 */
final class CutTable {

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
		int[] before = new int[Math.max(FEWEST_STEPS, Math.min(MOST_STEPS, 4 * Integer.highestOneBit(cuts.length)))];
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
	 * @param values the bits of numbers; keys of them afterwards, from {@code -INFINITE}
	 * to {@link #INFINITE} for all that are numbers
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
