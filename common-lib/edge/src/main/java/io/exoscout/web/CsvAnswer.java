package io.exoscout.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table for a spreadsheet (RFC 4180), written line by line. Text never becomes a
 * formula.
 *
 * @param <T> what has a line of its own
 */
public final class CsvAnswer<T> {

	private final List<CsvColumn<T>> columns;

	private final CSVPrinter csv;

	/**
	 * Begins a table with its header.
	 * @param columns its columns
	 * @param out where to write; closed by {@link #finish}
	 * @throws IOException when the client is gone
	 */
	public CsvAnswer(List<CsvColumn<T>> columns, OutputStream out) throws IOException {
		this.columns = columns;
		this.csv = new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
				CSVFormat.RFC4180);
		this.csv.printRecord(columns.stream().map(CsvColumn::name).toList());
	}

	/** Writes a line. */
	public void write(T entry) throws IOException {
		for (CsvColumn<T> column : this.columns) {
			Object cell = column.cell().apply(entry);
			this.csv.print((cell instanceof CharSequence text) ? CsvCell.safe(text.toString()) : cell);
		}
		this.csv.println();
	}

	/** Ends the table. Not called after a failure: what was cut short must show it. */
	public void finish() throws IOException {
		this.csv.close(true);
	}

}
