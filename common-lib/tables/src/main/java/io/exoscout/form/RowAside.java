package io.exoscout.form;

import java.util.List;
import java.util.regex.Pattern;

import io.exoscout.csv.Numbers;
import org.jspecify.annotations.Nullable;

/** What stands among the rows of a table and is none. */
public enum RowAside {

	/** The header once more, where files were put one behind the other. */
	HEADER("repeat the header"),
	/** A line that begins with a number sign. */
	COMMENT("are comments"),
	/** How many rows there are, or that they end, as databases and printers write it. */
	CLOSING("only say where the table ends or how many rows it has");

	private static final Pattern CLOSINGS = Pattern.compile(
			"""
					(?ix) [(\\[\\s]* (total[\\s:=]*)? \\d[\\d,.]* \\s* (rows?|records?|lines?|entries|objects|results)\\b .*
					| \\W* (total | ((total|number)\\s+(of\\s+)?)? (rows|records|lines|entries)) \\s* [:=]? \\s* \\d[\\d,.]* \\W*
					| \\W* (eof | end(\\s+of\\s+(the\\s+)?(file|table|data))?) \\W*""");

	/** Of so many filled cells a row is one of the table, comment or not. */
	private static final int SEVERAL = 3;

	private final String words;

	RowAside(String words) {
		this.words = words;
	}

	/**
	 * What a row is, if it is none.
	 * @param header the names of the columns
	 * @param cells of the row, trimmed
	 * @return {@code null} for a row of the table
	 */
	public static @Nullable RowAside of(List<String> header, List<String> cells) {
		String first = cells.get(0);
		if (header.size() > 1 && first.equals(header.get(0)) && cells.equals(header)) {
			return HEADER;
		}
		int filled = filled(cells);
		boolean alone = filled < SEVERAL && !first.isEmpty() && header.size() > filled;
		if (first.startsWith("#") && !Numbers.meansBlank(first)) {
			boolean apart = cells.size() != header.size() || filled == 1 || first.matches("#(\\s.*|#.*|)");
			return (apart && header.size() > 1) ? COMMENT : null;
		}
		return (alone && CLOSINGS.matcher(String.join(",", cells.subList(0, filled))).matches()) ? CLOSING : null;
	}

	/** How many cells are filled, of which no more than a few are counted. */
	private static int filled(List<String> cells) {
		int filled = 0;
		for (int i = 0; i < cells.size() && filled < SEVERAL; i++) {
			filled += cells.get(i).isEmpty() ? 0 : 1;
		}
		return filled;
	}

	/** What such rows do, in a sentence. */
	String words() {
		return this.words;
	}

}
