package io.exoscout.feature;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Cuts the sky into fields of {@value #REACH} arc minutes, in bands of equal declination,
 * so that whatever is near an object lies in its own field or one next to it.
 */
final class Sky {

	/** How far neighbours are looked for, in arc minutes. */
	static final double REACH = 10;

	/** The field of what has no place. */
	static final long NOWHERE = -1;

	private static final double BANDS_PER_DEGREE = 60 / REACH;

	/** How many fields each band is cut into; beyond the poles one more is asked for. */
	private static final long[] COLUMNS = LongStream.rangeClosed(-1, (long) (180 * BANDS_PER_DEGREE) + 1)
		.map(Sky::columnsOf)
		.toArray();

	/** Enough for the columns at the equator. */
	private static final int COLUMN_BITS = 12;

	private Sky() {
	}

	/**
	 * The field of a place, {@link #NOWHERE} where it is none.
	 * @param ra right ascension in degrees
	 * @param dec declination in degrees
	 */
	static long field(float ra, float dec) {
		if (!(Math.abs(dec) <= 90 && ra >= 0 && ra <= 360)) {
			return NOWHERE;
		}
		long band = band(dec);
		return field(band, column(ra, band));
	}

	/** A field as a number of few digits, in the order of fields. */
	static int number(long field) {
		return (int) (field >> Integer.SIZE) << COLUMN_BITS | (int) field;
	}

	/** The field of a place and the eight about it. */
	static long[] fieldsAround(float ra, float dec) {
		long[] fields = new long[9];
		int next = 0;
		long own = band(dec);
		for (long band = own - 1; band <= own + 1; band++) {
			long column = column(ra, band);
			// near the poles east and west are one
			long count = Math.min(3, columns(band));
			for (int east = -1; east < count - 1; east++) {
				fields[next++] = field(band, column + east);
			}
		}
		return Arrays.copyOf(fields, next);
	}

	private static long band(float dec) {
		return (long) Math.floor((dec + 90.0) * BANDS_PER_DEGREE);
	}

	private static long column(float ra, long band) {
		return (long) Math.floor(ra / 360.0 * columns(band));
	}

	private static long field(long band, long column) {
		return (band << Integer.SIZE) | Math.floorMod(column, columns(band));
	}

	private static long columns(long band) {
		return COLUMNS[(int) band + 1];
	}

	/** How many fields a band is cut into: as wide as high where it is narrowest. */
	private static long columnsOf(long band) {
		double south = band / BANDS_PER_DEGREE - 90;
		double farthest = Math.min(90, Math.max(Math.abs(south), Math.abs(south + 1 / BANDS_PER_DEGREE)));
		double narrowest = 360 * StrictMath.cos(StrictMath.toRadians(farthest));
		return Math.max(1, (long) Math.floor(narrowest * BANDS_PER_DEGREE));
	}

}
