package io.exoscout.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.exoscout.csv.Numbers;

/**
 * What tells the star of an object in a table: its name; else the object's number, which
 * begins with the star's; else where it is on the sky, to an arc second. Where there is
 * none of these, objects whose stars have equal values count as one star in the
 * evaluation, lest one star stands on both sides of it ({@link #isGuess}).
 */
public final class StarSource {

	private static final String GUESS = "~";

	private static final String PLACE = "at ";

	private static final double ARC_SECONDS = 3600;

	private final Mission mission;

	private final int star;

	private final int ra;

	private final int dec;

	private final int[] values;

	/** The stars of a mission's table with these columns. */
	public StarSource(Mission mission, List<String> columns) {
		this.mission = mission;
		this.star = columns.indexOf(mission.starColumn());
		this.ra = columns.indexOf("ra");
		this.dec = columns.indexOf("dec");
		this.values = stellar(mission).stream().mapToInt(columns::indexOf).filter((column) -> column >= 0).toArray();
	}

	/** Whether a star is no star's name, but the values several may share. */
	public static boolean isGuess(String star) {
		return star.startsWith(GUESS);
	}

	/** Whether a star has no name, so that nobody can say which others are of it. */
	public static boolean isNameless(String star) {
		return star.isEmpty() || isGuess(star);
	}

	/** A name for rows that are of one star, but of none that has a name. */
	public static String guess(String what) {
		return GUESS + what;
	}

	/** Whether a star is known by something else than its name in a catalogue. */
	public static boolean isDerived(String star) {
		return isNameless(star) || star.startsWith(PLACE) || star.startsWith("KOI ") || star.startsWith("TOI ");
	}

	/** Columns by which a table without a star column tells its stars. */
	static List<String> stellar(Mission mission) {
		return switch (mission) {
			case KEPLER -> List.of("koi_steff", "koi_slogg", "koi_srad", "koi_kepmag");
			case TESS -> List.of("st_teff", "st_logg", "st_rad", "st_tmag");
			case K2 -> List.of("st_teff", "st_logg", "st_rad", "sy_vmag", "sy_kmag");
		};
	}

	/** How stars are told where a table names none, for reports. */
	public static String words(Mission mission, List<String> columns) {
		if (columns.contains(mission.objectColumn())) {
			return "by the number in " + mission.objectColumn();
		}
		if (columns.contains("ra") && columns.contains("dec")) {
			return "by ra and dec, to an arc second";
		}
		List<String> stellar = stellar(mission).stream().filter(columns::contains).toList();
		return (stellar.size() < 2) ? "not at all: every row counts as a star of its own"
				: "by equal values of " + String.join(", ", stellar);
	}

	/**
	 * The star of a row.
	 * @param cells its trimmed cells
	 * @param object the object's name as the archive spells it
	 * @return a name that the rows of one star share, blank when nothing tells it
	 */
	public String of(List<String> cells, String object) {
		String named = (this.star < 0) ? "" : Designation.star(this.mission, cells.get(this.star));
		if (!named.isEmpty()) {
			return named;
		}
		String numbered = Designation.starOf(this.mission, object);
		if (!numbered.isEmpty()) {
			return numbered;
		}
		if (this.ra >= 0 && this.dec >= 0) {
			double ra = number(cells.get(this.ra));
			double dec = number(cells.get(this.dec));
			if (!Double.isNaN(ra + dec)) {
				return PLACE + String.format(Locale.ROOT, "%d %d", Math.round(ra * ARC_SECONDS),
						Math.round(dec * ARC_SECONDS));
			}
		}
		return equalValues(cells);
	}

	private String equalValues(List<String> cells) {
		float[] values = new float[this.values.length];
		int known = 0;
		for (int i = 0; i < values.length; i++) {
			values[i] = Numbers.parse(cells.get(this.values[i]));
			known += Float.isNaN(values[i]) ? 0 : 1;
		}
		return (known < 2) ? "" : guess(Arrays.toString(values));
	}

	/** In double precision: single tells no arc seconds. */
	private static double number(String cell) {
		return Float.isNaN(Numbers.parse(cell)) ? Double.NaN : Double.parseDouble(cell);
	}

}
