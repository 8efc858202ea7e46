package io.exoscout.lightcurve.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a file says of its curve, apart from the points.
 *
 * @param file its name
 * @param format {@code fits}, {@code text} or {@code flux_matrix}
 * @param target the name of the star; may be empty
 * @param table which part of a FITS file was read, or which row of a matrix
 * @param used the names of columns by what they are used for
 * @param ignored the names of the others
 * @param unit of the fluxes by the file's own words; may be empty
 * @param star what its header says of the star
 */
record FileNotes(String file, String format, String target, @Nullable String table, Map<String, String> used,
		List<String> ignored, String unit, @Nullable HeaderStar star) {

	/** Columns by their use. */
	static Map<String, String> used(List<String> names, CurveColumns columns) {
		Map<String, String> used = new LinkedHashMap<>();
		put(used, "time", names, columns.time());
		put(used, "flux", names, columns.flux());
		put(used, "error", names, columns.error());
		put(used, "quality", names, columns.quality());
		put(used, "centroid_column", names, columns.centroidColumn());
		put(used, "centroid_row", names, columns.centroidRow());
		return used;
	}

	/** All others that have a name. */
	static List<String> ignored(List<String> names, CurveColumns columns) {
		List<String> ignored = new ArrayList<>();
		for (int i = 0; i < names.size(); i++) {
			if (!columns.used().contains(i) && !names.get(i).isBlank()) {
				ignored.add(names.get(i));
			}
		}
		return ignored;
	}

	/** The name of the column of fluxes. */
	String flux() {
		return this.used.getOrDefault("flux", "flux");
	}

	private static void put(Map<String, String> used, String use, List<String> names, int position) {
		if (position >= 0) {
			used.put(use, names.get(position));
		}
	}

}
