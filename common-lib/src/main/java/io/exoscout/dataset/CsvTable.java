package io.exoscout.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import io.exoscout.problem.Offence;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A comma separated table read row by row, in bounded memory: its header is checked when
 * it is opened, every row when it is asked for. Blank lines and rows of nothing but
 * commas are skipped. Trouble with the text is a {@link ProblemException} that names the
 * line; trouble with reading it is an {@link UncheckedIOException}.
 */
public final class CsvTable implements Closeable {

	private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder()
		.setIgnoreEmptyLines(true)
		.setIgnoreSurroundingSpaces(true)
		.get();

	private final CanonicalBody body;

	private final long firstLine;

	private final TableLimits limits;

	private final RecordBudget budget;

	private final CSVParser parser;

	private final Iterator<CSVRecord> records;

	private final List<String> columns;

	private final Map<String, Integer> positions = new HashMap<>();

	private long row;

	private long line;

	private CsvTable(CanonicalBody body, long firstLine, TableLimits limits) throws IOException {
		this.body = body;
		this.firstLine = firstLine;
		this.limits = limits;
		this.budget = new RecordBudget(new InputStreamReader(body, StandardCharsets.UTF_8),
				limits.maxRecordCharacters());
		this.parser = CSVParser.builder().setReader(this.budget).setFormat(FORMAT).get();
		this.records = this.parser.iterator();
		this.columns = header();
	}

	/**
	 * Opens a table as it was sent: gzip or not, with or without comment lines, byte
	 * order mark and CR.
	 * @param raw the bytes; closed with the table, and at once when there is none
	 * @param limits how large it may be
	 * @return the table, standing before its first row
	 * @throws ProblemException when there is no proper header
	 */
	public static CsvTable open(InputStream raw, TableLimits limits) {
		return open(raw, 1, limits);
	}

	/**
	 * Opens a stored body whose comment lines are gone.
	 * @param raw the bytes
	 * @param firstLine the line of the file as sent on which these bytes begin
	 * @param limits how large it may be
	 */
	static CsvTable open(InputStream raw, long firstLine, TableLimits limits) {
		try {
			return new CsvTable(CanonicalBody.of(raw, limits), firstLine, limits);
		}
		catch (IOException ex) {
			close(raw, ex);
			throw new UncheckedIOException(ex);
		}
		catch (RuntimeException | Error ex) {
			close(raw, ex);
			throw ex;
		}
	}

	private static void close(InputStream raw, Throwable failure) {
		try {
			raw.close();
		}
		catch (IOException ex) {
			failure.addSuppressed(ex);
		}
	}

	/** The columns of the header, in its order. */
	public List<String> columns() {
		return this.columns;
	}

	/**
	 * The position of a column.
	 * @param name its name
	 * @return 0-based position, or -1 when there is no such column
	 */
	public int column(String name) {
		return this.positions.getOrDefault(name, -1);
	}

	/**
	 * Reads on.
	 * @return the next row that is not blank, or {@code null} at the end
	 */
	public @Nullable CsvRow next() {
		String[] cells = read();
		while (cells != null) {
			if (cells.length != this.columns.size() && !(cells.length == 1 && cells[0].isEmpty())) {
				throw ragged(cells.length);
			}
			if (Arrays.stream(cells).anyMatch((cell) -> !cell.isEmpty())) {
				return new CsvRow(++this.row, this.line, Arrays.asList(cells));
			}
			cells = read();
		}
		return null;
	}

	/** How many rows were read so far. */
	long rows() {
		return this.row;
	}

	@Override
	public void close() throws IOException {
		this.parser.close();
	}

	/** One record as trimmed cells, with {@link #line} on its first line. */
	private String @Nullable [] read() {
		try {
			if (!this.records.hasNext()) {
				return null;
			}
			String[] cells = this.records.next().values();
			long linesInside = 0;
			long characters = 0;
			for (int i = 0; i < cells.length; i++) {
				characters += cells[i].length();
				linesInside += (cells[i].indexOf('\n') < 0) ? 0 : cells[i].chars().filter((c) -> c == '\n').count();
				cells[i] = cells[i].strip();
			}
			long last = lastLine();
			this.line = last - linesInside;
			check(cells, characters);
			this.budget.renew(last + 1);
			return cells;
		}
		catch (UncheckedIOException ex) {
			throw (ex.getCause() instanceof CSVException) ? brokenQuoting(ex) : ex;
		}
	}

	/** The line, of the file as sent, that was read last. */
	private long lastLine() {
		return this.firstLine + this.body.headerLine() + this.parser.getCurrentLineNumber() - 2;
	}

	private void check(String[] cells, long characters) {
		if (characters > this.limits.maxRecordCharacters()) {
			throw this.budget.exceeded();
		}
		for (int i = 0; i < cells.length; i++) {
			if (cells[i].length() > this.limits.maxCellCharacters()) {
				throw new ProblemException(ProblemKind.TOO_LARGE, "cell_too_large",
						"The cell in column " + (i + 1) + " of line " + this.line + " has " + cells[i].length()
								+ " characters; at most " + this.limits.maxCellCharacters() + " are accepted.",
						Offence.line(this.line, "cell too long"));
			}
		}
	}

	private List<String> header() {
		String[] names = read();
		if (names == null) {
			throw new ProblemException(ProblemKind.INVALID, "empty_file",
					"The file holds no table: there is no header line.", Offence.field("file", "empty"));
		}
		this.limits.requireColumns(names.length);
		for (int i = 0; i < names.length; i++) {
			if (names[i].isEmpty()) {
				throw new ProblemException(ProblemKind.INVALID, "blank_column",
						"Column " + (i + 1) + " of the header has no name; every column needs one.",
						Offence.line(this.line, "blank column name"));
			}
			// a header in another format is one long name, for which there is a better
			// answer
			if (names.length > 1 && names[i].length() > TableLimits.MAX_NAME) {
				throw new ProblemException(ProblemKind.INVALID, "column_name_too_long",
						"The name of column " + (i + 1) + " has " + names[i].length() + " characters; at most "
								+ TableLimits.MAX_NAME + " are accepted.",
						Offence.line(this.line, "column name too long"));
			}
			Integer before = this.positions.putIfAbsent(names[i], i);
			if (before != null) {
				throw new ProblemException(ProblemKind.INVALID, "duplicate_column",
						"The header has column " + Excerpt.of(names[i]) + " twice, as column " + (before + 1) + " and "
								+ (i + 1) + "; every name may occur once.",
						Offence.column(names[i], "duplicate column"));
			}
		}
		return List.of(names);
	}

	private ProblemException ragged(int found) {
		return new ProblemException(ProblemKind.INVALID, "ragged_row",
				"Line " + this.line + " has " + found + " cells; the header has " + this.columns.size() + ".",
				Offence.line(this.line, "expected " + this.columns.size() + " cells, found " + found));
	}

	private ProblemException brokenQuoting(UncheckedIOException cause) {
		long last = lastLine();
		ProblemException problem = new ProblemException(ProblemKind.INVALID, "broken_quoting",
				"A quoted cell on or before line " + last + " is not closed, or is followed by text; inside a quoted "
						+ "cell a quotation mark is written twice.",
				Offence.line(last, "broken quoting"));
		return problem.causedBy(cause);
	}

}
