package io.exoscout.packed;

import java.util.Arrays;

/**
 * The different numbers of a column.
 *
 * @param ordered ascending, each with its highest bit turned over, so that comparing them
 * is comparing unsigned numbers
 */
record Ranks(long[] ordered) {

	static Ranks of(long[] numbers) {
		long[] ordered = new long[numbers.length];
		for (int i = 0; i < ordered.length; i++) {
			ordered[i] = numbers[i] ^ Long.MIN_VALUE;
		}
		Arrays.sort(ordered);
		int count = 0;
		for (int i = 0; i < ordered.length; i++) {
			if (i == 0 || ordered[i] != ordered[count - 1]) {
				ordered[count++] = ordered[i];
			}
		}
		return new Ranks(Arrays.copyOf(ordered, count));
	}

	int count() {
		return this.ordered.length;
	}

	/** Which of them a number is. */
	int of(long number) {
		return Arrays.binarySearch(this.ordered, number ^ Long.MIN_VALUE);
	}

	/** By how much one is above the one before it, the first one above zero. */
	long gap(int rank) {
		return this.ordered[rank] - ((rank == 0) ? Long.MIN_VALUE : this.ordered[rank - 1]);
	}

	/** How many low bits of each gap to write as they are, so that all take fewest. */
	int low() {
		int[] lengths = lengths();
		int best = 0;
		for (int low = 1; low < Long.SIZE; low++) {
			best = (bits(lengths, low) < bits(lengths, best)) ? low : best;
		}
		return best;
	}

	/** How many bits all gaps take with so many low bits. */
	long bits(int low) {
		return bits(lengths(), low);
	}

	/** How many gaps there are of each length in bits. */
	private int[] lengths() {
		int[] lengths = new int[Long.SIZE + 1];
		for (int i = 0; i < count(); i++) {
			lengths[length(gap(i))]++;
		}
		return lengths;
	}

	/** Bits of a number up to its highest one. */
	static int length(long number) {
		return Long.SIZE - Long.numberOfLeadingZeros(number);
	}

	private static long bits(int[] lengths, int low) {
		long bits = 0;
		for (int length = 0; length < lengths.length; length++) {
			int high = Math.max(0, length - low);
			bits += lengths[length] * (low + 1L + ((high == 0) ? 0 : 2L * high - 1));
		}
		return bits;
	}

}
