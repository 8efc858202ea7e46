package io.exoscout.form;

import java.util.EnumMap;
import java.util.Map;

import io.exoscout.csv.NumberForm;

/**
 * How the numbers of one column are written, counted over the file, and what a cell of it
 * means once that is decided.
 */
final class DecimalColumn {

	private final Map<NumberForm, Long> counts = new EnumMap<>(NumberForm.class);

	void add(String cell) {
		this.counts.merge(NumberForm.of(cell), 1L, Long::sum);
	}

	/** Some cells can only be read with a decimal comma, and none speaks against it. */
	boolean commas() {
		return has(NumberForm.COMMA, NumberForm.POINTS_COMMA) && !has(NumberForm.COMMAS, NumberForm.COMMAS_POINT);
	}

	/** Some cells can only be read with a decimal point, and none with a comma. */
	boolean points() {
		return has(NumberForm.POINT, NumberForm.COMMAS_POINT) && !has(NumberForm.COMMA, NumberForm.POINTS_COMMA);
	}

	/** One comma in a cell, where it may group thousands as well. */
	boolean commaGroups() {
		return has(NumberForm.COMMA_GROUP);
	}

	boolean anyPoint() {
		return has(NumberForm.POINT, NumberForm.POINT_GROUP, NumberForm.POINT_GROUPS, NumberForm.COMMAS_POINT);
	}

	/**
	 * A spreadsheet took the decimal points for marks between thousands, and wrote
	 * others: {@code 5.5411063} became {@code 55.411.063}, so where the point was is
	 * lost.
	 */
	private boolean damaged() {
		return has(NumberForm.POINT_GROUPS) && !has(NumberForm.COMMA, NumberForm.COMMA_GROUP, NumberForm.POINTS_COMMA)
				&& this.counts.getOrDefault(NumberForm.TEXT, 0L)
						* 2 <= this.counts.values().stream().mapToLong(Long::longValue).sum();
	}

	/** Whether all there is are digits with one point before the last three. */
	private boolean onlyPointGroups() {
		return has(NumberForm.POINT_GROUP) && !has(NumberForm.POINT, NumberForm.TEXT);
	}

	/**
	 * Whether every cell means what it says.
	 * @param decimalComma whether this is a file of decimal commas
	 */
	boolean asSent(boolean decimalComma) {
		return !damaged() && (!decimalComma || has(NumberForm.COMMAS, NumberForm.COMMAS_POINT));
	}

	/**
	 * What is to be done with a cell.
	 * @param cell as it was sent
	 * @param decimalComma whether this is a file of decimal commas
	 */
	Reading reading(String cell, boolean decimalComma) {
		NumberForm form = NumberForm.of(cell);
		if (damaged()) {
			return switch (form) {
				case POINT_GROUPS, POINT_GROUP, INTEGER -> Reading.LOST;
				default -> Reading.AS_SENT;
			};
		}
		if (asSent(decimalComma)) {
			return Reading.AS_SENT;
		}
		boolean grouping = has(NumberForm.POINTS_COMMA, NumberForm.POINT_GROUPS);
		return switch (form) {
			case COMMA, COMMA_GROUP, POINTS_COMMA -> Reading.DECIMAL_COMMA;
			case POINT_GROUPS -> Reading.GROUPED;
			case POINT_GROUP -> grouping ? Reading.GROUPED
					: (commas() || commaGroups() || onlyPointGroups()) ? Reading.LOST : Reading.AS_SENT;
			default -> Reading.AS_SENT;
		};
	}

	private boolean has(NumberForm... forms) {
		for (NumberForm form : forms) {
			if (this.counts.containsKey(form)) {
				return true;
			}
		}
		return false;
	}

	/** What a cell means. */
	enum Reading {

		/** What it says. */
		AS_SENT,
		/** The comma is a decimal point, points only group. */
		DECIMAL_COMMA,
		/** Points only group. */
		GROUPED,
		/** It could be two different numbers. */
		LOST;

		String of(String cell) {
			return switch (this) {
				case AS_SENT -> cell;
				case DECIMAL_COMMA -> cell.replace(".", "").replace(',', '.');
				case GROUPED -> cell.replace(".", "");
				case LOST -> "";
			};
		}

	}

}
