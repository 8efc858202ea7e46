package io.exoscout.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.exoscout.body.CanonicalBody;
import io.exoscout.body.TableLimits;
import io.exoscout.csv.CsvRecords;
import io.exoscout.json.SentRow;
import io.exoscout.json.SentRows;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The rows of a text whose cells are separated by one character. */
final class DelimitedRows implements SentRows {

	private final CsvRecords records;

	private final Dialect dialect;

	private final List<String> header;

	private final long headerLine;

	private DelimitedRows(CsvRecords records, Dialect dialect) {
		this.records = records;
		this.dialect = dialect;
		String[] names = records.next();
		if (names == null) {
			throw new ProblemException(ErrorCode.EMPTY_FILE, "The file holds no table: there is no header line.",
					InputError.field("file", "empty"));
		}
		this.header = cells(names);
		this.headerLine = records.line();
	}

	/**
	 * Opens a spooled body.
	 * @param file where it lies
	 * @param firstLine the line of the file as sent on which it begins
	 * @param dialect how it is written
	 * @param limits how large it may be
	 */
	static DelimitedRows open(Path file, long firstLine, Dialect dialect, TableLimits limits) throws IOException {
		InputStream in = Files.newInputStream(file);
		try {
			in.skipNBytes(dialect.bytesBefore());
			return new DelimitedRows(new CsvRecords(CanonicalBody.of(in, limits), firstLine + dialect.linesBefore(),
					limits, dialect.separator()), dialect);
		}
		catch (IOException | RuntimeException | Error ex) {
			in.close();
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
		String[] cells = this.records.next();
		return (cells == null) ? null : new SentRow(this.records.line(), cells(cells));
	}

	private List<String> cells(String[] cells) {
		return (this.dialect.wrapped() && cells.length == 1) ? CsvRecords.unwrapped(cells[0], this.dialect.separator())
				: Arrays.asList(cells);
	}

	@Override
	public List<String> notes() {
		return this.dialect.notes();
	}

	@Override
	public void close() throws IOException {
		this.records.close();
	}

}
