package io.exoscout.objects;

import java.util.Arrays;

/**
 * Sorts places by numbers: the upper half of each key is a signed number, the lower half
 * a place. Many are sorted digit by digit (least significant first, as Knuth's Algorithm
 * 5.2.5R does), which takes equally long for each.
 */
public final class PlaceSort {

	/** Fewer are sorted sooner by comparing them. */
	private static final int MANY = 1 << 11;

	private static final int DIGIT_BITS = 11;

	private static final int DIGITS = 1 << DIGIT_BITS;

	private PlaceSort() {
	}

	/** The key of a place. */
	public static long key(int number, int place) {
		return ((long) number << Integer.SIZE) | place;
	}

	/** The place of a key. */
	public static int place(long key) {
		return (int) key;
	}

	/** Whether two keys have one number. */
	public static boolean alike(long one, long other) {
		return (one ^ other) >>> Integer.SIZE == 0;
	}

	/**
	 * Sorts keys.
	 * @param keys those of ascending places
	 * @param count how many of them
	 */
	public static void sort(long[] keys, int count) {
		if (count < MANY) {
			Arrays.sort(keys, 0, count);
			return;
		}
		long[] from = keys;
		long[] to = new long[count];
		for (int shift = Integer.SIZE; shift < Long.SIZE; shift += DIGIT_BITS) {
			int[] ends = new int[DIGITS + 1];
			for (int i = 0; i < count; i++) {
				ends[digit(from[i], shift) + 1]++;
			}
			for (int digit = 0; digit < DIGITS; digit++) {
				ends[digit + 1] += ends[digit];
			}
			for (int i = 0; i < count; i++) {
				to[ends[digit(from[i], shift)]++] = from[i];
			}
			long[] sorted = to;
			to = from;
			from = sorted;
		}
		if (from != keys) {
			System.arraycopy(from, 0, keys, 0, count);
		}
	}

	/** Of the number without its sign's bit turned, so that negative ones come first. */
	private static int digit(long key, int shift) {
		return (int) ((key ^ Long.MIN_VALUE) >>> shift) & (DIGITS - 1);
	}

}
