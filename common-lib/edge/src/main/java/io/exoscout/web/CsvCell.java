package io.exoscout.web;

import org.jspecify.annotations.Nullable;

/** Text on its way into a CSV file that somebody may open in a spreadsheet. */
public final class CsvCell {

	private CsvCell() {
	}

	/**
	 * Text that a spreadsheet does not take for a formula (OWASP, CSV injection).
	 * @param text a cell from a user's table
	 * @return the same, with an apostrophe before it where needed
	 */
	public static String safe(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return "";
		}
		return ("=+-@\t\r\n".indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
	}

}
