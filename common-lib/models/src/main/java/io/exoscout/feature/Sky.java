package io.exoscout.feature;

import java.util.Arrays;

/**
 * Cuts the sky into fields of {@value #REACH} arc minutes, in bands of equal declination,
 * so that whatever is near an object lies in its own field or one next to it.
 */
final class Sky {

	/** How far neighbours are looked for, in arc minutes. */
	static final double REACH = 10;

	private static final double BANDS_PER_DEGREE = 60 / REACH;

	private Sky() {
	}

	static boolean hasPlace(Neighbour object) {
		return Math.abs(object.dec()) <= 90 && object.ra() >= 0 && object.ra() <= 360;
	}

	static long field(Neighbour object) {
		long band = band(object);
		return field(band, column(object, band));
	}

	/** The field of an object and the eight about it. */
	static long[] fieldsAround(Neighbour object) {
		long[] fields = new long[9];
		int next = 0;
		for (long band = band(object) - 1; band <= band(object) + 1; band++) {
			for (int east = -1; east <= 1; east++) {
				fields[next++] = field(band, column(object, band) + east);
			}
		}
		return Arrays.stream(fields).distinct().toArray();
	}

	private static long band(Neighbour object) {
		return (long) Math.floor((object.dec() + 90.0) * BANDS_PER_DEGREE);
	}

	private static long column(Neighbour object, long band) {
		return (long) Math.floor(object.ra() / 360.0 * columns(band));
	}

	private static long field(long band, long column) {
		return (band << 32) | Math.floorMod(column, columns(band));
	}

	/** How many fields a band is cut into: as wide as high where it is narrowest. */
	private static long columns(long band) {
		double south = band / BANDS_PER_DEGREE - 90;
		double farthest = Math.min(90, Math.max(Math.abs(south), Math.abs(south + 1 / BANDS_PER_DEGREE)));
		double narrowest = 360 * StrictMath.cos(StrictMath.toRadians(farthest));
		return Math.max(1, (long) Math.floor(narrowest * BANDS_PER_DEGREE));
	}

}
