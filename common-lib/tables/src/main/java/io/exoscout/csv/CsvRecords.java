package io.exoscout.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.exoscout.body.CanonicalBody;
import io.exoscout.body.TableLimits;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a separated text as trimmed cells, in bounded memory, whatever their
 * number. Trouble with the text is a {@link ProblemException} that names the line of the
 * file as sent; trouble with reading it is an {@link UncheckedIOException}.
 */
public final class CsvRecords implements Closeable {

	/** What a record may have between its cells and before it. */
	private static final int BETWEEN = 1 << 14;

	private final CanonicalBody body;

	private final long firstLine;

	private final TableLimits limits;

	private final CsvScanner scanner;

	private long line;

	/** The line on which the next record begins, or empty lines before it. */
	private long nextLine = 1;

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
		this.scanner = new CsvScanner(new InputStreamReader(body, StandardCharsets.UTF_8), separator,
				(long) limits.maxRecordCharacters() + BETWEEN);
	}

	/**
	 * Reads the first records of a text, their cells trimmed.
	 * @param text the text
	 * @param separator between cells
	 * @param most how many at most
	 * @param records receives them, up to where there is something wrong with a quote
	 * @return whether there is nothing wrong
	 */
	public static boolean first(String text, char separator, int most, List<List<String>> records) {
		try (CsvScanner scanner = new CsvScanner(new StringReader(text), separator, Long.MAX_VALUE)) {
			CsvCells cells = (most > 0) ? scanner.next() : null;
			while (cells != null) {
				cells.strip();
				records.add(List.copyOf(cells));
				cells = (records.size() < most) ? scanner.next() : null;
			}
			return true;
		}
		catch (CsvScanner.BrokenQuoting ex) {
			return false;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A text in memory can not be read", ex);
		}
	}

	/**
	 * The cells of a line that stood in quotes as a whole; itself where they can not be
	 * read.
	 */
	public static List<String> unwrapped(String line, char separator) {
		List<List<String>> records = new ArrayList<>();
		first(line, separator, 1, records);
		return records.isEmpty() ? List.of(line) : records.get(0);
	}

	/**
	 * The next record that is no empty line, as many strings, or {@code null} at the end.
	 */
	public String @Nullable [] next() {
		CsvCells cells = nextCells();
		return (cells != null) ? cells.toArray(new String[0]) : null;
	}

	/** The same, as slices of the text. */
	@Nullable CsvCells nextCells() {
		try {
			CsvCells cells = this.scanner.next();
			if (cells == null) {
				return null;
			}
			long characters = cells.characters();
			if (this.scanner.anyQuoted()) {
				cells.strip();
			}
			long last = lastLine();
			this.line = last - this.scanner.linesInside();
			check(cells, characters);
			this.nextLine = last + 1;
			return cells;
		}
		catch (CsvScanner.BrokenQuoting ex) {
			throw brokenQuoting(ex);
		}
		catch (CsvScanner.EndlessRecord ex) {
			throw endlessRecord();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The line on which the last record begins. */
	public long line() {
		return this.line;
	}

	@Override
	public void close() throws IOException {
		this.scanner.close();
	}

	/** The line, of the file as sent, that was read last. */
	private long lastLine() {
		return this.firstLine + this.body.headerLine() + this.scanner.line() - 2;
	}

	private void check(CsvCells cells, long characters) {
		if (characters > this.limits.maxRecordCharacters()) {
			throw endlessRecord();
		}
		for (int i = 0; characters > this.limits.maxCellCharacters() && i < cells.size(); i++) {
			if (cells.length(i) > this.limits.maxCellCharacters()) {
				throw new ProblemException(ErrorCode.CELL_TOO_LARGE,
						"The cell in column " + (i + 1) + " of line " + this.line + " has " + cells.length(i)
								+ " characters; at most " + this.limits.maxCellCharacters() + " are accepted.",
						InputError.line(this.line, "cell too long"));
			}
		}
	}

	private ProblemException endlessRecord() {
		return new ProblemException(ErrorCode.ROW_TOO_LARGE,
				"The row that begins on line " + this.nextLine + " has more than " + this.limits.maxRecordCharacters()
						+ " characters, the limit here; perhaps a quotation mark is not closed.",
				InputError.line(this.nextLine, "row too long"));
	}

	private ProblemException brokenQuoting(IOException cause) {
		long last = lastLine();
		ProblemException problem = new ProblemException(ErrorCode.BROKEN_QUOTING,
				"A quoted cell on or before line " + last + " is not closed, or is followed by text; inside a quoted "
						+ "cell a quotation mark is written twice.",
				InputError.line(last, "broken quoting"));
		return problem.causedBy(cause);
	}

}
