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

	/**
	 * Which of a planet's rows is the one to start from. The archive's table of published
	 * planets has it too: it tells K2's only from tables with one row for each planet.
	 */
	public static final String DEFAULT_FLAG = "default_flag";

	/** K2's, besides its labels, in the order in which an explanation names them. */
	public static final List<String> K2 = List.of(DEFAULT_FLAG, "disp_refname", "k2_name", "epic_hostname",
			"epic_candname", "k2_campaigns");

	private static final Map<Mission, Pattern> NAMES = new EnumMap<>(
			Map.of(Mission.KEPLER, Pattern.compile("koi_.*|kepid|kepoi_name"), Mission.TESS,
					Pattern.compile("toi|toipfx|tid|tfopwg_disp|ctoi_alias|toi_created|pl_trandurh.*|st_tmag.*"),
					Mission.K2, Pattern.compile(String.join("|", K2) + "|epic_.*")));

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
