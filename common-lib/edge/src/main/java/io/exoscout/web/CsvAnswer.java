package io.exoscout.web;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/**
 * A table for a spreadsheet (RFC 4180), written line by line. Text never becomes a
 * formula.
 *
 * @param <T> what has a line of its own
 */
public final class CsvAnswer<T> {

	private static final CSVFormat FORMAT = CSVFormat.RFC4180;

	private static final String LINE_END = "\r\n";

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
		StringBuilder header = new StringBuilder();
		for (int i = 0; i < columns.size(); i++) {
			print(columns.get(i).name(), header, i == 0);
		}
		this.out.write(bytes(header.append(LINE_END)));
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
		StringBuilder lines = new StringBuilder();
		for (T entry : entries) {
			for (int i = 0; i < this.columns.size(); i++) {
				Object cell = this.columns.get(i).cell().apply(entry);
				print((cell instanceof CharSequence text) ? CsvCell.safe(text.toString()) : cell, lines, i == 0);
			}
			lines.append(LINE_END);
		}
		return bytes(lines);
	}

	/** Ends the table. Not called after a failure: what was cut short must show it. */
	public void finish() throws IOException {
		this.out.close();
	}

	private static byte[] bytes(StringBuilder text) {
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	/** What needs no quotes, whoever reads it, is not looked at twice. */
	private static void print(@Nullable Object cell, StringBuilder line, boolean first) {
		String text = (cell != null) ? cell.toString() : "";
		if (first ? isPlain(text) : text.isEmpty() || cell instanceof Number || isPlain(text)) {
			line.append(first ? "" : ",").append(text);
			return;
		}
		try {
			FORMAT.print(cell, line, first);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A line in memory can not be written", ex);
		}
	}

	/** Whether it begins with a letter or digit and has nothing but what names have. */
	private static boolean isPlain(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
			boolean inside = i > 0 && (c == '.' || c == '_' || c == '-' || c == '/' || c == ':');
			if (!alphanumeric && !inside && !(c == ' ' && i > 0 && i < text.length() - 1)) {
				return false;
			}
		}
		return !text.isEmpty();
	}

}
