package io.exoscout.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.csv.Resources;

/**
 * What a measurement can be at all, by its unit ({@code ranges.csv}).
 *
 * @param min the least
 * @param max the greatest
 */
public record ColumnRange(double min, double max) {

	private static final ColumnRange ANY = new ColumnRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

	private static final Map<String, ColumnRange> BY_UNIT = new HashMap<>();

	static {
		for (List<String> cells : Resources.rows(ColumnRange.class, "ranges.csv")) {
			BY_UNIT.put(cells.get(0),
					new ColumnRange(Double.parseDouble(cells.get(1)), Double.parseDouble(cells.get(2))));
		}
	}

	/** The range of a column; of one that is no measurement, any. */
	public static ColumnRange of(ArchiveColumn column) {
		return (column.role() == ColumnRole.FEATURE) ? BY_UNIT.getOrDefault(column.unit(), ANY) : ANY;
	}

	public boolean holds(float value) {
		return value >= this.min && value <= this.max;
	}

}
