package io.exoscout.online;

import java.util.Locale;
import java.util.Set;

/** Cells as numbers. */
final class Numerals {

	/** Squares of what is beyond this, and sums of them, would not stay finite. */
	static final double LARGEST = 1e150;

	private static final int LONGEST = 60;

	private static final Set<String> BLANKS = Set.of("", "nan", "null", "none", "na", "n/a");

	private Numerals() {
	}

	/**
	 * Reads a number.
	 * @param cell a cell without blanks around it
	 * @return the number; NaN for what says that there is none
	 * @throws NumberFormatException if it is anything else, or beyond {@link #LARGEST}
	 */
	static double read(String cell) {
		if (cell.length() > LONGEST) {
			throw new NumberFormatException(cell);
		}
		if (plain(cell)) {
			double value = Double.parseDouble(cell);
			if (Math.abs(value) > LARGEST) {
				throw new NumberFormatException(cell);
			}
			return value;
		}
		return switch (cell.toLowerCase(Locale.ROOT)) {
			case "true" -> 1;
			case "false" -> 0;
			default -> missing(cell);
		};
	}

	private static double missing(String cell) {
		if (BLANKS.contains(cell.toLowerCase(Locale.ROOT))) {
			return Double.NaN;
		}
		throw new NumberFormatException(cell);
	}

	/** What Java reads beyond this (1d, 0x1p3, Infinity) nobody means. */
	static boolean plain(String cell) {
		for (int i = 0; i < cell.length(); i++) {
			char c = cell.charAt(i);
			if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
				return false;
			}
		}
		return !cell.isEmpty();
	}

}
