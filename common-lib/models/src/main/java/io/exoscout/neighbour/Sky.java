package io.exoscout.neighbour;

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

	/** In arc minutes, many times what rounding could come to. */
	private static final double ROUNDING = 0.01;

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

	/**
	 * The field of a place and those of the eight about it that are not too far away.
	 * @param eastward how much a degree of right ascension is shorter there than at the
	 * equator
	 * @param reach how far neighbours are looked for, in arc minutes
	 */
	static long[] fieldsAround(float ra, float dec, double eastward, double reach) {
		double enough = (reach + ROUNDING) / 60;
		long[] fields = new long[9];
		int next = 0;
		long own = band(dec);
		for (long band = own - 1; band <= own + 1; band++) {
			if (outside(dec + 90.0, band / BANDS_PER_DEGREE, (band + 1) / BANDS_PER_DEGREE) > enough) {
				continue;
			}
			long columns = columns(band);
			double width = 360.0 / columns;
			long column = column(ra, band);
			// near the poles east and west are one
			long count = Math.min(3, columns);
			for (long east = column - 1; east < column + count - 1; east++) {
				if (columns <= 3 || eastward * outside(ra, east * width, (east + 1) * width) <= enough) {
					fields[next++] = field(band, east);
				}
			}
		}
		return Arrays.copyOf(fields, next);
	}

	/** How far a number is from a range. */
	private static double outside(double number, double from, double to) {
		return Math.max(0, Math.max(from - number, number - to));
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
