package io.exoscout.form;

import java.util.EnumMap;
import java.util.Map;

import io.exoscout.csv.NumberForm;

/**
 * How the numbers of one column are written, counted over the file, and what a cell of it
 * means once that is decided.
 */
final class DecimalColumn {

	/** So many cells of a column are a way of writing, no slip. */
	static final int AGREED = 3;

	private final Map<NumberForm, Long> counts = new EnumMap<>(NumberForm.class);

	private boolean ungrouped;

	void add(String cell) {
		NumberForm form = NumberForm.of(cell);
		this.counts.merge(form, 1L, Long::sum);
		this.ungrouped |= (form == NumberForm.INTEGER || form == NumberForm.POINT) && thousands(cell);
	}

	/** Whether a number has more than three digits before its point. */
	private static boolean thousands(String cell) {
		int point = cell.indexOf('.');
		return cell.substring(0, (point < 0) ? cell.length() : point).chars().filter(Character::isDigit).count() > 3;
	}

	/** Some cells can only be read with a decimal comma, and none speaks against it. */
	boolean commas() {
		return has(NumberForm.COMMA, NumberForm.POINTS_COMMA) && !groupedByCommas() && !has(NumberForm.COMMAS);
	}

	/** How many cells can only be read with a decimal comma. */
	long surelyCommas() {
		return count(NumberForm.COMMA) + count(NumberForm.POINTS_COMMA);
	}

	/** Some cells can only be read with a decimal point, and none with a comma. */
	boolean points() {
		return has(NumberForm.POINT, NumberForm.COMMAS_POINT) && !has(NumberForm.COMMA, NumberForm.POINTS_COMMA);
	}

	/** Some cells can only be read as groups of digits between commas. */
	boolean groupedByCommas() {
		return has(NumberForm.COMMA_GROUPS, NumberForm.COMMAS_POINT);
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
				&& !mostlyText();
	}

	private boolean mostlyText() {
		return count(NumberForm.TEXT) * 2 > this.counts.values().stream().mapToLong(Long::longValue).sum();
	}

	/** Whether all there is are digits with one point before the last three. */
	private boolean onlyPointGroups() {
		return has(NumberForm.POINT_GROUP) && !has(NumberForm.POINT, NumberForm.TEXT);
	}

	/** Whether every cell means what it says. */
	boolean asSent(Marks file) {
		return !damaged() && !decimalCommas(file)
				&& (!has(NumberForm.COMMA_GROUP, NumberForm.COMMA_GROUPS, NumberForm.COMMAS_POINT)
						|| has(NumberForm.COMMAS) || mostlyText());
	}

	/** Whether the column agrees on decimal commas, by the file or by itself. */
	private boolean decimalCommas(Marks file) {
		if (file == Marks.COMMAS) {
			return !groupedByCommas() && !has(NumberForm.COMMAS);
		}
		return commas() && surelyCommas() >= AGREED && !has(NumberForm.POINT) && !mostlyText();
	}

	/**
	 * Whether digits before and after one comma belong together: other cells show it, or
	 * all thousands of the column are written so where the file has decimal points.
	 */
	private boolean commasGroup(Marks file) {
		boolean agreed = count(NumberForm.COMMA_GROUP) >= AGREED && !this.ungrouped && file == Marks.POINTS;
		return (groupedByCommas() || agreed) && !has(NumberForm.COMMA, NumberForm.POINTS_COMMA);
	}

	/** What is to be done with a cell. */
	Reading reading(String cell, Marks file) {
		NumberForm form = NumberForm.of(cell);
		if (damaged()) {
			return switch (form) {
				case POINT_GROUPS, POINT_GROUP, INTEGER -> Reading.LOST;
				default -> Reading.AS_SENT;
			};
		}
		if (asSent(file)) {
			return Reading.AS_SENT;
		}
		if (!decimalCommas(file)) {
			return switch (form) {
				case COMMA_GROUPS, COMMAS_POINT -> Reading.COMMAS_GROUPED;
				case COMMA_GROUP -> commasGroup(file) ? Reading.COMMAS_GROUPED : Reading.LOST;
				default -> Reading.AS_SENT;
			};
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

	private long count(NumberForm form) {
		return this.counts.getOrDefault(form, 0L);
	}

	private boolean has(NumberForm... forms) {
		for (NumberForm form : forms) {
			if (this.counts.containsKey(form)) {
				return true;
			}
		}
		return false;
	}

	/** What the numbers of a whole file tell of the marks in them. */
	enum Marks {

		/** More columns have decimal commas. */
		COMMAS,
		/** Some columns have decimal points, and none decimal commas. */
		POINTS,
		/** Nothing, or one thing and another. */
		UNKNOWN

	}

	/** What a cell means. */
	enum Reading {

		/** What it says. */
		AS_SENT,
		/** The comma is a decimal point, points only group. */
		DECIMAL_COMMA,
		/** Points only group. */
		GROUPED,
		/** Commas only group. */
		COMMAS_GROUPED,
		/** It could be two different numbers. */
		LOST;

		String of(String cell) {
			return switch (this) {
				case AS_SENT -> cell;
				case DECIMAL_COMMA -> cell.replace(".", "").replace(',', '.');
				case GROUPED -> cell.replace(".", "");
				case COMMAS_GROUPED -> cell.replace(",", "");
				case LOST -> "";
			};
		}

	}

}
