package io.exoscout.objects;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Tells rows that are one object, whatever they are called: by period, epoch and place,
 * or by period and nearly all that was measured. The same signal found again, perhaps on
 * a blend next door, has other numbers and stays an object of its own. Takes a bounded
 * number of steps for a row, whatever the table.
 */
public final class SameObjects {

	/** Of one signal: relative difference of the periods. */
	private static final double SAME_SIGNAL = 1e-6;

	/** Of one period rounded twice. */
	private static final double ROUNDED_PERIOD = 1e-4;

	/** Of one number rounded twice. */
	private static final double ROUNDED = 1e-3;

	/** In degrees, of one place. */
	private static final double SAME_PLACE = 1e-4;

	/** In degrees: farther apart is elsewhere. */
	private static final double ELSEWHERE = 1.5 / 3600;

	/** In days; of times modulo the period. */
	private static final double SAME_EPOCH = 1e-2;

	/** Fewer numbers tell no object. */
	private static final int ENOUGH = 3;

	/** One in so many may differ. */
	private static final int NEARLY_ALL = 5;

	/** A row is compared with no more than this. */
	private static final int MANY = 64;

	/** After so many rows somebody may stop it. */
	private static final int LOOK_UP = 1024;

	private final float[] periods;

	private final float[] epochs;

	private final float[] ra;

	private final float[] dec;

	private final float[][] values;

	/** Of each row how much a degree of right ascension is shorter there. */
	private final double[] eastward;

	/** Of each row a bit for each of its values that is known. */
	private final long[] known;

	private final int[] first;

	private SameObjects(float[] periods, float[] epochs, float[] ra, float[] dec, float[][] values) {
		this.periods = periods;
		this.epochs = epochs;
		this.ra = ra;
		this.dec = dec;
		this.values = values;
		this.first = IntStream.range(0, periods.length).toArray();
		// once for each row, which is compared with many
		this.eastward = new double[periods.length];
		this.known = new long[periods.length];
		for (int row = 0; row < periods.length; row++) {
			this.eastward[row] = StrictMath.cos(StrictMath.toRadians(dec[row]));
			for (int which = 0; which < values.length; which++) {
				this.known[row] |= Float.isNaN(values[which][row]) ? 0 : 1L << which;
			}
		}
	}

	/**
	 * Finds them; whatever is not known is {@code NaN}.
	 * @param periods in days
	 * @param epochs of a transit, in days
	 * @param ra right ascensions in degrees
	 * @param dec declinations in degrees
	 * @param values {@code values[which][row]}, other things measured of objects
	 * @param meanwhile called again and again; may end it with an exception
	 * @return of each row the first one that is the same object, which may be itself
	 */
	public static int[] find(float[] periods, float[] epochs, float[] ra, float[] dec, float[][] values,
			Runnable meanwhile) {
		SameObjects same = new SameObjects(periods, epochs, ra, dec, values);
		same.find(meanwhile);
		return same.first;
	}

	private void find(Runnable meanwhile) {
		int[] order = ordered();
		// equal rows come one after the other, and only one of them is compared further
		int kinds = 0;
		for (int at = 0; at < order.length; at++) {
			if (kinds > 0 && compare(order[kinds - 1], order[at]) == 0 && areOne(order[kinds - 1], order[at])) {
				join(order[kinds - 1], order[at]);
			}
			else {
				order[kinds++] = order[at];
			}
		}
		for (int at = 0; at < kinds; at++) {
			if (at % LOOK_UP == 0) {
				meanwhile.run();
			}
			int to = Math.min(kinds, at + MANY);
			for (int next = at + 1; next < to && mayShare(order[at], order[next]); next++) {
				if (areOne(order[at], order[next])) {
					join(order[at], order[next]);
				}
			}
		}
		for (int row = 0; row < this.first.length; row++) {
			this.first[row] = root(row);
		}
	}

	private int[] ordered() {
		// by period first, as numbers; few rows share one to the last bit
		long[] keys = new long[this.periods.length];
		for (int row = 0; row < keys.length; row++) {
			int bits = Float.floatToIntBits(this.periods[row]);
			keys[row] = PlaceSort.key(bits ^ ((bits >> 31) & Integer.MAX_VALUE), row);
		}
		PlaceSort.sort(keys, keys.length);
		int[] order = Arrays.stream(keys).mapToInt(PlaceSort::place).toArray();
		for (int from = 0; from < order.length;) {
			int to = from + 1;
			while (to < order.length && PlaceSort.alike(keys[from], keys[to])) {
				to++;
			}
			if (to - from > 1) {
				sort(order, from, to);
			}
			from = to;
		}
		return order;
	}

	private void sort(int[] order, int from, int to) {
		int[] sorted = Arrays.stream(order, from, to)
			.boxed()
			.sorted(((Comparator<Integer>) this::compare).thenComparing(Comparator.naturalOrder()))
			.mapToInt(Integer::intValue)
			.toArray();
		System.arraycopy(sorted, 0, order, from, sorted.length);
	}

	private int compare(int one, int other) {
		int order = Float.compare(this.periods[one], this.periods[other]);
		order = (order != 0) ? order : Float.compare(this.dec[one], this.dec[other]);
		order = (order != 0) ? order : Float.compare(this.ra[one], this.ra[other]);
		order = (order != 0) ? order : Float.compare(this.epochs[one], this.epochs[other]);
		for (int i = 0; i < this.values.length && order == 0; i++) {
			order = Float.compare(this.values[i][one], this.values[i][other]);
		}
		return order;
	}

	/** Whether the period of a later row in the order is still near enough. */
	private boolean mayShare(int one, int other) {
		return !(this.periods[other] - this.periods[one] > ROUNDED_PERIOD * this.periods[other])
				&& Float.isNaN(this.periods[one]) == Float.isNaN(this.periods[other]);
	}

	private boolean areOne(int one, int other) {
		double place = apart(one, other);
		double transits = transitsApart(one, other);
		if (place > ELSEWHERE || transits > Math.max(SAME_EPOCH, 2 * Math.ulp(this.epochs[one]))) {
			return false;
		}
		double period = Math.abs((double) this.periods[one] - this.periods[other]) / this.periods[one];
		boolean signal = place <= SAME_PLACE && period <= SAME_SIGNAL;
		int compared = Long.bitCount(this.known[one] & this.known[other]);
		if (!signal && compared < ENOUGH) {
			return false;
		}
		int different = different(one, other);
		// where no epoch is known, an eclipse of the other star has the same period
		return signal && (!Double.isNaN(transits) || different == 0)
				|| compared >= ENOUGH && different * NEARLY_ALL <= compared;
	}

	/** Angle between two rows in degrees, {@code NaN} where one has no place. */
	private double apart(int one, int other) {
		double turn = Math.abs((double) this.ra[one] - this.ra[other]);
		double east = Math.min(turn, 360 - turn) * this.eastward[one];
		double north = (double) this.dec[one] - this.dec[other];
		return Math.sqrt(east * east + north * north);
	}

	/**
	 * How far the nearest transits are apart in days, {@code NaN} where an epoch is not
	 * known.
	 */
	private double transitsApart(int one, int other) {
		double days = Math.abs((double) this.epochs[one] - this.epochs[other]);
		double cycles = days / this.periods[one];
		return Double.isNaN(cycles) ? days : Math.abs(cycles - Math.rint(cycles)) * this.periods[one];
	}

	/** How many numbers that are known of both are not equal. */
	private int different(int one, int other) {
		int different = 0;
		for (float[] value : this.values) {
			double difference = Math.abs((double) value[one] - value[other]);
			different += (difference > ROUNDED * Math.abs(value[one])) ? 1 : 0;
		}
		return different;
	}

	private void join(int one, int other) {
		int a = root(one);
		int b = root(other);
		this.first[Math.max(a, b)] = Math.min(a, b);
	}

	private int root(int row) {
		int root = row;
		while (this.first[root] != root) {
			this.first[root] = this.first[this.first[root]];
			root = this.first[root];
		}
		return root;
	}

}
