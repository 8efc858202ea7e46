package io.exoscout.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

import io.exoscout.body.CanonicalBody;
import io.exoscout.body.TableLimits;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a separated text as trimmed cells, in bounded memory, whatever their
 * number. Trouble with the text is a {@link ProblemException} that names the line of the
 * file as sent; trouble with reading it is an {@link UncheckedIOException}.
 */
public final class CsvRecords implements Closeable {

	private final CanonicalBody body;

	private final long firstLine;

	private final TableLimits limits;

	private final RecordBudget budget;

	private final CSVParser parser;

	private final Iterator<CSVRecord> records;

	private long line;

	/**
	 * Records of a body.
	 * @param body where they are read from; closed with this
	 * @param firstLine the line of the file as sent on which the body begins
	 * @param limits how large they may be
	 * @param separator between cells
	 */
	public CsvRecords(CanonicalBody body, long firstLine, TableLimits limits, char separator) throws IOException {
		this.body = body;
		this.firstLine = firstLine;
		this.limits = limits;
		this.budget = new RecordBudget(new InputStreamReader(body, StandardCharsets.UTF_8),
				limits.maxRecordCharacters());
		this.parser = CSVParser.builder().setReader(this.budget).setFormat(format(separator)).get();
		this.records = this.parser.iterator();
	}

	public static CSVFormat format(char separator) {
		return CSVFormat.DEFAULT.builder()
			.setDelimiter(separator)
			.setIgnoreEmptyLines(true)
			.setIgnoreSurroundingSpaces(true)
			.get();
	}

	/**
	 * The cells of a line that stood in quotes as a whole; itself where they can not be
	 * read.
	 */
	public static List<String> unwrapped(String line, char separator) {
		try (CSVParser parser = CSVParser.parse(line, format(separator))) {
			Iterator<CSVRecord> records = parser.iterator();
			return records.hasNext() ? records.next().stream().map(String::strip).toList() : List.of(line);
		}
		catch (IOException | UncheckedIOException ex) {
			return List.of(line);
		}
	}

	/** The next record that is no empty line, or {@code null} at the end. */
	public String @Nullable [] next() {
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

	/** The line on which the last record begins. */
	public long line() {
		return this.line;
	}

	@Override
	public void close() throws IOException {
		this.parser.close();
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
				throw new ProblemException(ErrorCode.CELL_TOO_LARGE,
						"The cell in column " + (i + 1) + " of line " + this.line + " has " + cells[i].length()
								+ " characters; at most " + this.limits.maxCellCharacters() + " are accepted.",
						InputError.line(this.line, "cell too long"));
			}
		}
	}

	private ProblemException brokenQuoting(UncheckedIOException cause) {
		long last = lastLine();
		ProblemException problem = new ProblemException(ErrorCode.BROKEN_QUOTING,
				"A quoted cell on or before line " + last + " is not closed, or is followed by text; inside a quoted "
						+ "cell a quotation mark is written twice.",
				InputError.line(last, "broken quoting"));
		return problem.causedBy(cause);
	}

}
