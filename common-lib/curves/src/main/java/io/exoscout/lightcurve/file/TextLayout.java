package io.exoscout.lightcurve.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.exoscout.csv.CsvRecords;
import io.exoscout.csv.Numbers;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;

/**
 * How a text writes a table of points, by its first lines: what stands between its cells,
 * and what its columns are called.
 *
 * @param separator a blank for any number of blanks
 * @param names of the columns; positions from 1 if there is no header
 * @param header whether the first line that is no comment is one
 * @param comments what stands before it, behind number signs
 */
record TextLayout(char separator, List<String> names, boolean header, List<String> comments) {

	private static final Pattern BLANKS = Pattern.compile("[ \\t]+");

	private static final Pattern FLUX_NUMBER = Pattern.compile("flux[._ -]?\\d+");

	/** So many numbered columns make a matrix. */
	private static final int MATRIX = 20;

	/**
	 * Looks at the first lines.
	 * @param head the beginning of the text, cut anywhere
	 * @param whole whether it is all of it
	 */
	static TextLayout of(String head, boolean whole) {
		List<String> comments = new ArrayList<>();
		List<String> lines = new ArrayList<>();
		String[] all = head.split("\r\n|\n|\r");
		for (int i = 0; i < (whole ? all.length : Math.max(1, all.length - 1)); i++) {
			String line = all[i].replace("\uFEFF", "").strip();
			if (line.startsWith("#")) {
				comments.addAll(lines.isEmpty() ? List.of(line.substring(1).strip()) : List.of());
			}
			else if (!line.isEmpty()) {
				lines.add(line);
			}
		}
		if (lines.isEmpty()) {
			throw new ProblemException(ErrorCode.EMPTY_FILE,
					"The file holds no light curve: there is no line of points.", InputError.field("file", "empty"));
		}
		char separator = separator(lines.get(0));
		List<String> first = cells(lines.get(0), separator);
		boolean header = first.stream().noneMatch(TextLayout::stands);
		List<String> names = header ? first : commented(comments, separator, first.size());
		return new TextLayout(separator, names, header, comments);
	}

	/** Whether the first line that is no comment ends within these bytes. */
	static boolean begins(byte[] head) {
		String[] lines = new String(head, StandardCharsets.UTF_8).split("\r\n|\n|\r", -1);
		return Arrays.stream(lines, 0, lines.length - 1)
			.map(String::strip)
			.anyMatch((line) -> !line.isEmpty() && !line.startsWith("#"));
	}

	/** The cells of a line. */
	static List<String> cells(String line, char separator) {
		if (separator == ' ') {
			return List.of(BLANKS.split(line));
		}
		return CsvRecords.unwrapped(line, separator);
	}

	/** Whether the columns are called in any way. */
	boolean named() {
		return !this.names.isEmpty();
	}

	/** Whether it is a matrix: in each row the fluxes of one star. */
	boolean matrix() {
		return fluxPositions().size() >= MATRIX;
	}

	/** Where the numbered columns of a matrix are. */
	List<Integer> fluxPositions() {
		List<Integer> positions = new ArrayList<>();
		for (int i = 0; i < this.names.size(); i++) {
			if (FLUX_NUMBER.matcher(this.names.get(i).toLowerCase(Locale.ROOT)).matches()) {
				positions.add(i);
			}
		}
		return positions;
	}

	private static char separator(String line) {
		for (char separator : new char[] { ',', ';', '\t' }) {
			if (line.indexOf(separator) >= 0) {
				return separator;
			}
		}
		return ' ';
	}

	/** Whether a cell holds a number, or says that there is none. */
	private static boolean stands(String cell) {
		return !cell.isEmpty() && (!Double.isNaN(Numbers.precise(cell)) || Numbers.meansBlank(cell));
	}

	/** The names of columns that stand in the last comment, if they are as many. */
	private static List<String> commented(List<String> comments, char separator, int columns) {
		if (comments.isEmpty()) {
			return List.of();
		}
		String last = comments.get(comments.size() - 1);
		for (char between : new char[] { separator, ',', ' ' }) {
			List<String> names = Arrays.asList(cells(last, between).toArray(String[]::new));
			if (names.size() == columns && names.stream().noneMatch(TextLayout::stands)) {
				return names.stream().map(String::strip).toList();
			}
		}
		return List.of();
	}

}
