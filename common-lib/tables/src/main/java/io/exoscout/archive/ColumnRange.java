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

	static final ColumnRange ANY = new ColumnRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

	private static final Map<String, ColumnRange> BY_UNIT = new HashMap<>();

	static {
		for (List<String> cells : Resources.rows(ColumnRange.class, "ranges.csv")) {
			BY_UNIT.put(cells.get(0), read(cells.subList(1, 3)));
		}
	}

	/** What a value in a unit can be. */
	static ColumnRange ofUnit(String unit) {
		return BY_UNIT.getOrDefault(unit, ANY);
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
