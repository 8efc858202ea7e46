package io.exoscout.csv;

import java.util.Locale;
import java.util.Set;

/**
 * Reads the cells of an archive table as numbers. Only plain decimal and scientific
 * notation counts ({@code 12}, {@code -0.5}, {@code 2.7750000e-05}); what else Java would
 * take for a number (hexadecimal, {@code 1f}, {@code 1d}) does not. Models compare in
 * single precision, so a value beyond its range is no number either.
 */
public final class Numbers {

	private static final Set<String> MISSING = Set.of("nan", "inf", "infinity", "na", "n/a", "n.a.", "null", "none",
			"nil", "<na>", "<nan>", "<null>", "nat", "#n/a", "#na", "-nan", "1.#qnan", "-1.#ind", "1.#inf", "#div/0!",
			"#value!", "#ref!", "#name?", "#num!", "#null!", "#nv", "#wert!", "#nombre?", "?", "??", "???", ".", "..",
			"...", "…", "-", "--", "---", "–", "—", "*", "\\n", "missing", "blank", "masked", "nd", "n/d", "no data",
			"(null)", "(blank)", "(none)", "[]", "{}", "''", "not available", "unavailable");

	private static final int LONGEST_MISSING = 13;

	/** Powers of ten that a double holds exactly. */
	private static final double[] TEN = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13,
			1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

	private static final long EXACT = 1L << 53;

	/** So many digits are surely a {@code long}. */
	private static final int LONGEST_EXACT = 18;

	/** An exponent that needs a closer look. */
	private static final int FAR = 1 << 20;

	/** No exponent. */
	private static final int NONE = Integer.MIN_VALUE;

	private Numbers() {
	}

	/**
	 * The value of a cell in single precision.
	 * @param cell the trimmed cell
	 * @return a finite number, or {@code NaN} when the cell holds none
	 */
	public static float parse(String cell) {
		return parse(cell.toCharArray(), 0, cell.length());
	}

	/**
	 * The value of a cell in double precision, as times need it.
	 * @param cell the trimmed cell
	 * @return a finite number, or {@code NaN} when the cell holds none
	 */
	public static double precise(String cell) {
		double value = decimal(cell.toCharArray(), 0, cell.length());
		return Double.isFinite(value) ? value : Double.NaN;
	}

	/** The same of characters from a place to another, which is not among them. */
	static float parse(char[] text, int from, int to) {
		double value = decimal(text, from, to);
		return (Math.abs(value) <= Float.MAX_VALUE) ? (float) value : Float.NaN;
	}

	/**
	 * Whether a cell that is no finite number says so: {@code NaN}, {@code inf},
	 * {@code NA}, {@link #meansBlank blanks in words}, or a value out of range such as
	 * {@code 1e999}. Such cells count as missing; of any other text a column holds
	 * little, or is not numeric.
	 * @param cell the trimmed cell, not blank and not finite by {@link #parse}
	 */
	public static boolean meansMissing(String cell) {
		if (!Double.isNaN(decimal(cell.toCharArray(), 0, cell.length()))) {
			return true;
		}
		return meansBlank(cell);
	}

	/**
	 * Whether a text stands for nothing: {@code None}, {@code --}, {@code <NA>},
	 * {@code #N/A}, {@code null}, {@code ?} and their like, in any case.
	 * @param cell the trimmed cell
	 */
	public static boolean meansBlank(String cell) {
		if (cell.length() > LONGEST_MISSING) {
			return false;
		}
		String text = cell.toLowerCase(Locale.ROOT);
		boolean signed = text.length() > 3 && (text.charAt(0) == '-' || text.charAt(0) == '+');
		return MISSING.contains(text) || (signed && MISSING.contains(text.substring(1)))
				|| (text.length() >= 2 && text.chars().allMatch((c) -> c == '-'));
	}

	/** The value, infinite when out of range, {@code NaN} when this is no number. */
	private static double decimal(char[] text, int from, int to) {
		int at = from;
		boolean negative = at < to && text[at] == '-';
		if (negative || (at < to && text[at] == '+')) {
			at++;
		}
		long mantissa = 0;
		int first = at;
		for (; at < to && isDigit(text[at]); at++) {
			mantissa = mantissa * 10 + (text[at] - '0');
		}
		int digits = at - first;
		int scale = 0;
		if (at < to && text[at] == '.') {
			int point = ++at;
			for (; at < to && isDigit(text[at]); at++) {
				mantissa = mantissa * 10 + (text[at] - '0');
			}
			scale = point - at;
			digits -= scale;
		}
		if (digits == 0) {
			return Double.NaN;
		}
		if (at < to) {
			int exponent = exponent(text, at, to);
			if (exponent == NONE) {
				return Double.NaN;
			}
			scale += exponent;
		}
		if (digits > LONGEST_EXACT || mantissa > EXACT || scale < -22 || scale > 22) {
			return Double.parseDouble(new String(text, from, to - from));
		}
		// both factors are exact, so the one rounding is the right one (Clinger 1990)
		double value = (scale < 0) ? mantissa / TEN[-scale] : mantissa * TEN[scale];
		return negative ? -value : value;
	}

	/** What stands behind the letter for ten; {@link #NONE} if this is no number. */
	private static int exponent(char[] text, int from, int to) {
		if (text[from] != 'e' && text[from] != 'E') {
			return NONE;
		}
		int at = from + 1;
		boolean negative = at < to && text[at] == '-';
		if (negative || (at < to && text[at] == '+')) {
			at++;
		}
		int first = at;
		int exponent = 0;
		for (; at < to && isDigit(text[at]); at++) {
			exponent = exponent * 10 + (text[at] - '0');
		}
		if (at == first || at < to) {
			return NONE;
		}
		// of more digits the value may be anything
		int size = (to - first <= 8) ? exponent : FAR;
		return negative ? -size : size;
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

}
