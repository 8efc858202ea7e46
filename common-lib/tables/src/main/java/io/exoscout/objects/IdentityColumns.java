package io.exoscout.objects;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.exoscout.archive.Mission;

/** The columns that tell an object whatever it is called. */
public final class IdentityColumns {

	/** Period, epoch and place come first. */
	private static final int VALUES = 4;

	private IdentityColumns() {
	}

	/** The columns, for a mission. */
	public static List<String> of(Mission mission) {
		List<String> names = switch (mission) {
			case KEPLER -> List.of("koi_period", "koi_time0bk", "koi_duration", "koi_depth", "koi_prad", "koi_impact",
					"koi_model_snr", "koi_steff", "koi_srad", "koi_kepmag");
			case TESS -> List.of("pl_orbper", "pl_tranmid", "pl_trandurh", "pl_trandep", "pl_rade", "st_teff", "st_rad",
					"st_tmag");
			case K2 -> List.of("pl_orbper", "pl_tranmid", "pl_trandur", "pl_trandep", "pl_rade", "st_teff", "st_rad",
					"st_mass", "sy_vmag", "sy_kmag");
		};
		return Stream.concat(Stream.concat(names.stream().limit(2), Stream.of("ra", "dec")), names.stream().skip(2))
			.toList();
	}

	/**
	 * Of each object the first one that is the same.
	 * @param columns {@link #of} one after the other, each with as many values as there
	 * are objects
	 * @param meanwhile called again and again; may end it with an exception
	 */
	public static int[] same(float[][] columns, Runnable meanwhile) {
		float[][] values = IntStream.range(VALUES, columns.length)
			.mapToObj((column) -> columns[column])
			.toArray(float[][]::new);
		return SameObjects.find(columns[0], columns[1], columns[2], columns[3], values, meanwhile);
	}

}
