package io.exoscout.csv;

/**
 * How a cell writes a number, by its digits, commas and points alone. {@code 1,5} can
 * only be a decimal comma, {@code 1.5} only a point; {@code 1,234} and {@code 1.234} may
 * group thousands as well.
 */
public enum NumberForm {

	/** Empty. */
	BLANK,
	/** No number. */
	TEXT,
	/** {@code 12}. */
	INTEGER,
	/** {@code 12.5}: surely a decimal point. */
	POINT,
	/** {@code 1.234}: three digits after one point. */
	POINT_GROUP,
	/** {@code 1.234.567}: digits grouped by points. */
	POINT_GROUPS,
	/** {@code 12,5}: surely a decimal comma. */
	COMMA,
	/** {@code 1,234}: three digits after one comma. */
	COMMA_GROUP,
	/** {@code 1,234,567}: digits grouped by commas. */
	COMMA_GROUPS,
	/** {@code 1,2,13}. */
	COMMAS,
	/** {@code 1.234,5}: groups, then a decimal comma. */
	POINTS_COMMA,
	/** {@code 1,234.5}: groups, then a decimal point. */
	COMMAS_POINT;

	public static NumberForm of(String cell) {
		if (cell.isEmpty()) {
			return BLANK;
		}
		int start = (cell.charAt(0) == '-' || cell.charAt(0) == '+') ? 1 : 0;
		int end = mantissaEnd(cell, start);
		int commas = 0;
		int points = 0;
		int digits = 0;
		for (int i = start; i < end; i++) {
			char c = cell.charAt(i);
			commas += (c == ',') ? 1 : 0;
			points += (c == '.') ? 1 : 0;
			digits += (c >= '0' && c <= '9') ? 1 : 0;
		}
		if (digits == 0 || digits + commas + points != end - start) {
			return TEXT;
		}
		return of(cell, start, end, commas, points);
	}

	/**
	 * Whether it has marks that are no decimal point alone, so that what it means may
	 * depend on the other cells.
	 */
	public boolean marked() {
		return switch (this) {
			case COMMA, COMMA_GROUP, COMMA_GROUPS, COMMAS_POINT, POINTS_COMMA, POINT_GROUPS -> true;
			case BLANK, TEXT, INTEGER, POINT, POINT_GROUP, COMMAS -> false;
		};
	}

	private static NumberForm of(String cell, int start, int end, int commas, int points) {
		boolean scientific = end < cell.length();
		if (commas == 0 && points == 0) {
			return INTEGER;
		}
		if (commas == 0) {
			boolean grouped = !scientific && grouped(cell, start, end, '.');
			return (points == 1) ? (grouped ? POINT_GROUP : POINT) : (grouped ? POINT_GROUPS : TEXT);
		}
		if (points == 0) {
			boolean grouped = !scientific && grouped(cell, start, end, ',');
			return (commas > 1) ? (grouped ? COMMA_GROUPS : COMMAS) : (grouped ? COMMA_GROUP : COMMA);
		}
		int comma = cell.indexOf(',');
		int point = cell.indexOf('.');
		if (commas == 1 && comma > point && grouped(cell, start, comma, '.')) {
			return POINTS_COMMA;
		}
		return (points == 1 && point > comma && grouped(cell, start, point, ',')) ? COMMAS_POINT : TEXT;
	}

	/** Whether digits stand in threes after each mark, one to three before the first. */
	private static boolean grouped(String cell, int start, int end, char mark) {
		int first = cell.indexOf(mark, start) - start;
		if (first < 1 || first > 3 || cell.charAt(start) == '0' || (end - start - first) % 4 != 0) {
			return false;
		}
		for (int i = start; i < end; i++) {
			if ((cell.charAt(i) == mark) != (i >= start + first && (i - start - first) % 4 == 0)) {
				return false;
			}
		}
		return true;
	}

	private static int mantissaEnd(String cell, int start) {
		int e = Math.max(cell.lastIndexOf('e'), cell.lastIndexOf('E'));
		if (e <= start || e == cell.length() - 1) {
			return cell.length();
		}
		int digit = (cell.charAt(e + 1) == '-' || cell.charAt(e + 1) == '+') ? e + 2 : e + 1;
		boolean exponent = digit < cell.length() && cell.length() - digit <= 4
				&& cell.chars().skip(digit).allMatch((c) -> c >= '0' && c <= '9');
		return exponent ? e : cell.length();
	}

}
