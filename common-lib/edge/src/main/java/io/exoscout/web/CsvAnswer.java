package io.exoscout.web;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A table for a spreadsheet (RFC 4180), written line by line. Text never becomes a
 * formula.
 *
 * @param <T> what has a line of its own
 */
public final class CsvAnswer<T> {

	/** More than most lines have. */
	private static final int ROOM = 256;

	private final List<CsvColumn<T>> columns;

	private final OutputStream out;

	/**
	 * Begins a table with its header.
	 * @param columns its columns
	 * @param out where to write; closed by {@link #finish}
	 * @throws IOException when the client is gone
	 */
	public CsvAnswer(List<CsvColumn<T>> columns, OutputStream out) throws IOException {
		this.columns = columns;
		this.out = new BufferedOutputStream(out);
		CsvText header = new CsvText(ROOM);
		for (int i = 0; i < columns.size(); i++) {
			header.name(columns.get(i).name(), i == 0);
		}
		header.endLine();
		this.out.write(header.bytes());
	}

	/** Writes lines that are {@link #lines ready}. */
	public void write(byte[] lines) throws IOException {
		this.out.write(lines);
	}

	/** Writes a line. */
	public void write(T entry) throws IOException {
		write(lines(List.of(entry)));
	}

	/** Lines as they are written; made on whatever thread. */
	public byte[] lines(List<T> entries) {
		CsvText lines = new CsvText(ROOM * Math.max(1, entries.size()));
		for (T entry : entries) {
			for (int i = 0; i < this.columns.size(); i++) {
				lines.cell(this.columns.get(i).cell().apply(entry), i == 0);
			}
			lines.endLine();
		}
		return lines.bytes();
	}

	/** Ends the table. Not called after a failure: what was cut short must show it. */
	public void finish() throws IOException {
		this.out.close();
	}

}
