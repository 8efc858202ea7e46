package io.exoscout.archive;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The names that only one mission's table has, by which a table is told. K2 shares most
 * of its names with the archive's tables of confirmed planets.
 */
public final class OwnColumns {

	private static final Map<Mission, Pattern> NAMES = new EnumMap<>(
			Map.of(Mission.KEPLER, Pattern.compile("koi_.*|kepid|kepoi_name"), Mission.TESS,
					Pattern.compile("toi|toipfx|tid|tfopwg_disp|ctoi_alias|toi_created|pl_trandurh.*|st_tmag.*"),
					Mission.K2, Pattern.compile("default_flag|disp_refname|k2_name|k2_campaigns|epic_.*")));

	private OwnColumns() {
	}

	public static boolean has(Mission mission, String column) {
		Pattern names = NAMES.get(mission);
		return names != null && names.matcher(column).matches();
	}

	/** Those of some columns that are a mission's own, in their order. */
	public static List<String> among(Mission mission, Collection<String> columns) {
		return columns.stream().filter((column) -> has(mission, column)).toList();
	}

}
