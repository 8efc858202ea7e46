package io.exoscout.astronomy;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.exoscout.body.ForeignFormat;
import io.exoscout.body.TableLimits;
import io.exoscout.json.SentRow;
import io.exoscout.json.SentRows;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an IPAC table (IPAC Table Format Definition 1.2.3): keywords after
 * backslashes, up to four lines between bars with the names, types, units and nulls of
 * the columns, then rows whose cells stand below their names. Text under a bar would
 * belong to two columns and is refused.
 */
final class IpacRows implements SentRows {

	private static final Set<String> TYPES = Set.of("int", "integer", "long", "double", "float", "real", "char", "date",
			"i", "l", "d", "f", "r", "c");

	/** Lines of names, types, units and nulls. */
	private static final int HEADER_LINES = 4;

	private final Reader text;

	private final TableLimits limits;

	private final long headerLine;

	private long line;

	private long rows;

	/** Where the bars stand. */
	private final int[] bars;

	private final List<String> header = new ArrayList<>();

	private final List<String> blanks;

	private @Nullable String ahead;

	private IpacRows(Reader text, long firstLine, TableLimits limits) throws IOException {
		this.text = text;
		this.limits = limits;
		this.line = firstLine - 1;
		String names = line();
		while (names != null && (names.startsWith("\\") || names.isBlank())) {
			names = line();
		}
		this.headerLine = this.line;
		if (names == null || !names.startsWith("|")) {
			throw ForeignFormat.IPAC.unreadable("no line names its columns between bars");
		}
		this.bars = bars(names);
		limits.requireColumns(this.bars.length - 1);
		List<List<String>> lines = new ArrayList<>();
		String next = names;
		while (next != null && next.startsWith("|")) {
			if (lines.size() == HEADER_LINES || !Arrays.equals(bars(next), this.bars)) {
				throw ForeignFormat.IPAC
					.unreadable("the bars on line " + this.line + " do not stand where they should");
			}
			lines.add(cells(next, 0));
			next = line();
		}
		this.ahead = next;
		for (int i = 0; i < this.bars.length - 1; i++) {
			this.header.add(UnitNames.of(lines.get(0).get(i), (lines.size() > 2) ? lines.get(2).get(i) : null));
		}
		this.blanks = (lines.size() > 3) ? lines.get(3) : List.of();
	}

	/**
	 * Whether a text begins like an IPAC table: with keywords, with types below the
	 * names, or with bars in the first line alone.
	 */
	static boolean begins(String head) {
		List<String> lines = head.lines().limit(50).toList();
		List<String> body = lines.stream().filter((line) -> !line.startsWith("\\")).toList();
		if (body.isEmpty() || !body.get(0).startsWith("|")) {
			return false;
		}
		boolean typed = body.size() > 1 && body.get(1).startsWith("|")
				&& Arrays.stream(body.get(1).split("\\|"))
					.map((type) -> type.strip().toLowerCase(Locale.ROOT))
					.filter((type) -> !type.isEmpty())
					.allMatch(TYPES::contains);
		boolean barless = body.size() > 1 && !body.get(body.size() - 1).isBlank()
				&& body.subList(1, body.size()).stream().noneMatch((line) -> line.contains("|"));
		return body.size() < lines.size() || typed || barless;
	}

	static IpacRows open(Path file, long firstLine, TableLimits limits) throws IOException {
		Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
		try {
			return new IpacRows(text, firstLine, limits);
		}
		catch (IOException | RuntimeException | Error ex) {
			text.close();
			throw ex;
		}
	}

	@Override
	public List<String> header() {
		return this.header;
	}

	@Override
	public long headerLine() {
		return this.headerLine;
	}

	@Override
	public @Nullable SentRow next() {
		try {
			while (this.ahead != null && this.ahead.isBlank()) {
				this.ahead = line();
			}
			if (this.ahead == null) {
				return null;
			}
			requireBelowNames(this.ahead);
			List<String> cells = new ArrayList<>(cells(this.ahead, 1));
			for (int i = 0; i < this.blanks.size(); i++) {
				if (cells.get(i).equals(this.blanks.get(i))) {
					cells.set(i, "");
				}
			}
			SentRow row = new SentRow(this.line, cells);
			this.rows++;
			this.ahead = line();
			return row;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public List<String> notes() {
		return List.of("The file is an IPAC table; " + this.rows + " row(s) were read.");
	}

	@Override
	public void close() throws IOException {
		this.text.close();
	}

	private void requireBelowNames(String row) {
		for (int bar : this.bars) {
			// the last column may go on to the right
			if (bar != this.bars[this.bars.length - 1] && bar < row.length() && row.charAt(bar) != ' ') {
				throw ForeignFormat.IPAC.unreadable("on line " + this.line + " stands " + Quoted.of(row.substring(bar))
						+ " below a bar, between two columns");
			}
		}
	}

	/** What stands between the bars; the last cell of a row may reach beyond. */
	private List<String> cells(String row, int beyond) {
		List<String> cells = new ArrayList<>(this.bars.length - 1);
		for (int i = 0; i < this.bars.length - 1; i++) {
			boolean last = beyond > 0 && i == this.bars.length - 2;
			int from = Math.min(this.bars[i] + 1, row.length());
			int to = last ? row.length() : Math.min(this.bars[i + 1], row.length());
			cells.add(row.substring(from, to).strip());
		}
		return cells;
	}

	private static int[] bars(String line) {
		String trimmed = line.stripTrailing();
		int[] bars = trimmed.chars().filter((c) -> c == '|').toArray();
		int found = 0;
		for (int i = 0; i < trimmed.length(); i++) {
			if (trimmed.charAt(i) == '|') {
				bars[found++] = i;
			}
		}
		if (found < 2 || bars[found - 1] != trimmed.length() - 1) {
			throw ForeignFormat.IPAC.unreadable("the line of names does not end with a bar");
		}
		return bars;
	}

	/** The next line, or {@code null} at the end. */
	private @Nullable String line() throws IOException {
		StringBuilder line = new StringBuilder();
		int c = this.text.read();
		if (c < 0) {
			return null;
		}
		this.line++;
		while (c >= 0 && c != '\n') {
			if (line.length() == this.limits.maxRecordCharacters()) {
				throw ForeignFormat.IPAC.unreadable(
						"line " + this.line + " has more than " + this.limits.maxRecordCharacters() + " characters");
			}
			line.append((char) c);
			c = this.text.read();
		}
		return line.toString();
	}

}
