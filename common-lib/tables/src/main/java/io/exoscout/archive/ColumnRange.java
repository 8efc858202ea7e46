package io.exoscout.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.csv.Resources;

/**
 * What a measurement can be at all: by its unit ({@code ranges.csv}), or narrower for its
 * column ({@code spans.csv}).
 *
 * @param min the least
 * @param max the greatest
 */
public record ColumnRange(double min, double max) {

	private static final ColumnRange ANY = new ColumnRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

	private static final Map<String, ColumnRange> BY_UNIT = new HashMap<>();

	static {
		for (List<String> cells : Resources.rows(ColumnRange.class, "ranges.csv")) {
			BY_UNIT.put(cells.get(0), read(cells.subList(1, 3)));
		}
	}

	/** The range of a column; of one that is no measurement, any. */
	public static ColumnRange of(ArchiveColumn column) {
		return (column.role() == ColumnRole.FEATURE) ? ColumnSpan.of(column.name())
			.flatMap(ColumnSpan::range)
			.orElseGet(() -> BY_UNIT.getOrDefault(column.unit(), ANY)) : ANY;
	}

	/** The range of a column of a mission's table; of one that is no measurement, any. */
	public static ColumnRange of(Mission mission, String column) {
		return of(ArchiveColumns.of(mission, column));
	}

	static ColumnRange read(List<String> cells) {
		return new ColumnRange(Double.parseDouble(cells.get(0)), Double.parseDouble(cells.get(1)));
	}

	public boolean holds(double value) {
		return value >= this.min && value <= this.max;
	}

	/** A value as it is used: one that can not be is none. */
	public float possible(float value) {
		return holds(value) ? value : Float.NaN;
	}

}
