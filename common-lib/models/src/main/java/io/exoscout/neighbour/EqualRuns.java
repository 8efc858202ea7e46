package io.exoscout.neighbour;

/**
 * Where the runs of equal numbers begin and end in a sorted list that has long ones, in a
 * table by the number: one look instead of halving twice.
 */
final class EqualRuns {

	/** Spreads neighbouring numbers over the table (Knuth, 6.4). */
	private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

	private final long[] numbers;

	/** Of each place of the table where its run begins, and ends; both 0 for none. */
	private final int[] bounds;

	private final int shift;

	private EqualRuns(int bits) {
		this.numbers = new long[1 << bits];
		this.bounds = new int[2 << bits];
		this.shift = Long.SIZE - bits;
	}

	/** Of numbers that are sorted. */
	static EqualRuns of(long[] sorted) {
		int runs = 1;
		for (int i = 1; i < sorted.length; i++) {
			runs += (sorted[i] != sorted[i - 1]) ? 1 : 0;
		}
		// at most half full
		EqualRuns table = new EqualRuns(Integer.SIZE - Integer.numberOfLeadingZeros(2 * runs));
		for (int from = 0; from < sorted.length;) {
			int to = from + 1;
			while (to < sorted.length && sorted[to] == sorted[from]) {
				to++;
			}
			int run = table.place(sorted[from]);
			table.numbers[run] = sorted[from];
			table.bounds[2 * run] = from;
			table.bounds[2 * run + 1] = to;
			from = to;
		}
		return table;
	}

	/** The place in the table of a number's run, or of none. */
	private int place(long number) {
		int place = (int) (number * GOLDEN >>> this.shift);
		while (this.bounds[2 * place + 1] != 0 && this.numbers[place] != number) {
			place = (place + 1) & (this.numbers.length - 1);
		}
		return place;
	}

	/** The run of a number, -1 if it is not in the list. */
	int find(long number) {
		int place = place(number);
		return (this.bounds[2 * place + 1] != 0) ? place : -1;
	}

	/** The first place of a run. */
	int from(int run) {
		return this.bounds[2 * run];
	}

	/** One past its last place. */
	int to(int run) {
		return this.bounds[2 * run + 1];
	}

}
