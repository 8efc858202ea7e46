package io.exoscout.catalog.confirmed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.exoscout.csv.Resources;

/**
 * The columns that are kept, as {@code confirmed-columns.csv} beside this class lists
 * them.
 */
public final class ConfirmedColumns {

	/** The planet's name. */
	public static final String PLANET = "pl_name";

	/** The star's. */
	public static final String HOST = "hostname";

	/** How it was found. */
	public static final String METHOD = "discoverymethod";

	/** What with. */
	public static final String FACILITY = "disc_facility";

	/** When. */
	public static final String YEAR = "disc_year";

	/** Orbital period in days. */
	public static final String PERIOD = "pl_orbper";

	/** Radius in Earth radii. */
	public static final String RADIUS = "pl_rade";

	/** Mass in Earth masses. */
	public static final String MASS = "pl_bmasse";

	/** Whether it is disputed. */
	public static final String DISPUTED = "pl_controv_flag";

	/** Distance in parsecs. */
	public static final String DISTANCE = "sy_dist";

	private static final Map<String, ConfirmedColumn> ALL = new LinkedHashMap<>();

	static {
		for (List<String> cells : Resources.rows(ConfirmedColumns.class, "confirmed-columns.csv")) {
			ALL.put(cells.get(0),
					new ConfirmedColumn(cells.get(0),
							ConfirmedColumn.Kind.valueOf(cells.get(1).toUpperCase(Locale.ROOT)),
							cells.get(2).equals("needed"), bound(cells.get(3), Double.NEGATIVE_INFINITY),
							bound(cells.get(4), Double.POSITIVE_INFINITY), cells.get(5), cells.get(6)));
		}
	}

	private ConfirmedColumns() {
	}

	/** All of them, in the archive's order. */
	public static List<ConfirmedColumn> all() {
		return List.copyOf(ALL.values());
	}

	/** The column of this name, if it is kept. */
	public static Optional<ConfirmedColumn> named(String name) {
		return Optional.ofNullable(ALL.get(name));
	}

	/**
	 * The name of the column that says whether a value is only a limit, if there is one.
	 */
	public static Optional<String> limitOf(String name) {
		String limit = name + "lim";
		return ALL.containsKey(limit) ? Optional.of(limit) : Optional.empty();
	}

	private static double bound(String cell, double none) {
		return cell.isEmpty() ? none : Double.parseDouble(cell);
	}

}
