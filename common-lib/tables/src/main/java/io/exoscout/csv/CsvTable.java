package io.exoscout.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.body.CanonicalBody;
import io.exoscout.body.TableLimits;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.Quoted;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A comma separated table read row by row, in bounded memory: its header is checked when
 * it is opened, every row when it is asked for. Blank lines and rows of nothing but
 * commas are skipped. Trouble with the text is a {@link ProblemException} that names the
 * line; trouble with reading it is an {@link UncheckedIOException}.
 */
public final class CsvTable implements Closeable {

	private final TableLimits limits;

	private final CsvRecords records;

	private final List<String> columns;

	private final Map<String, Integer> positions = new HashMap<>();

	private long row;

	private CsvTable(CanonicalBody body, long firstLine, TableLimits limits) throws IOException {
		this.limits = limits;
		this.records = new CsvRecords(body, firstLine, limits, ',');
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
	public static CsvTable open(InputStream raw, long firstLine, TableLimits limits) {
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

	/** The position of a column, from 0; -1 when there is none of that name. */
	public int column(String name) {
		return this.positions.getOrDefault(name, -1);
	}

	/** The next row that is not blank, or {@code null} at the end. */
	public @Nullable CsvRow next() {
		CsvCells cells = this.records.nextCells();
		while (cells != null) {
			if (cells.size() != this.columns.size() && !(cells.size() == 1 && cells.blank())) {
				throw new RaggedRow(this.records.line(), cells.size(), this.columns.size());
			}
			if (!cells.blank()) {
				return new CsvRow(++this.row, this.records.line(), cells);
			}
			cells = this.records.nextCells();
		}
		return null;
	}

	/** How many rows were read so far. */
	public long rows() {
		return this.row;
	}

	@Override
	public void close() throws IOException {
		this.records.close();
	}

	private List<String> header() {
		String[] names = this.records.next();
		if (names == null) {
			throw new ProblemException(ErrorCode.EMPTY_FILE, "The file holds no table: there is no header line.",
					InputError.field("file", "empty"));
		}
		this.limits.requireColumns(names.length);
		for (int i = 0; i < names.length; i++) {
			if (names[i].isEmpty()) {
				throw new ProblemException(ErrorCode.BLANK_COLUMN,
						"Column " + (i + 1) + " of the header has no name; every column needs one.",
						InputError.line(this.records.line(), "blank column name"));
			}
			// a header in another format is one long name, for which there is a better
			// answer
			if (names.length > 1 && names[i].length() > TableLimits.MAX_NAME) {
				throw new ProblemException(ErrorCode.COLUMN_NAME_TOO_LONG,
						"The name of column " + (i + 1) + " has " + names[i].length() + " characters; at most "
								+ TableLimits.MAX_NAME + " are accepted.",
						InputError.line(this.records.line(), "column name too long"));
			}
			Integer before = this.positions.putIfAbsent(names[i], i);
			if (before != null) {
				throw new ProblemException(ErrorCode.DUPLICATE_COLUMN,
						"The header has column " + Quoted.of(names[i]) + " twice, as column " + (before + 1) + " and "
								+ (i + 1) + "; every name may occur once.",
						InputError.column(names[i], "duplicate column"));
			}
		}
		return List.of(names);
	}

}
