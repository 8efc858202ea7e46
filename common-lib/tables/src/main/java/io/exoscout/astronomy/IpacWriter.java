package io.exoscout.astronomy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import uk.ac.starlink.table.RowSequence;

/**
 * Writes an IPAC table (IPAC Table Format Definition 1.2.3). Columns are as wide as their
 * longest cell: nothing is cut.
 */
final class IpacWriter {

	private static final String NULL = "null";

	private final AnswerRows rows;

	private final List<AnswerColumn> columns;

	private final int[] widths;

	IpacWriter(AnswerRows rows) {
		this.rows = rows;
		this.columns = rows.columns();
		this.widths = this.columns.stream()
			.mapToInt((column) -> Math.max(Math.max(column.name().length(), column.unit().length()), "double".length()))
			.toArray();
	}

	void write(OutputStream out) throws IOException {
		measure();
		Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		for (AnswerColumn column : this.columns) {
			if (!column.meaning().isEmpty()) {
				lines.append("\\ ").append(column.name()).append(": ").append(column.meaning()).append('\n');
			}
		}
		head(AnswerColumn::name, lines);
		head((column) -> column.type().ipac(), lines);
		head(AnswerColumn::unit, lines);
		head((column) -> NULL, lines);
		RowSequence sequence = this.rows.getRowSequence();
		while (sequence.next()) {
			for (int i = 0; i < this.widths.length; i++) {
				pad(lines.append(' '), text(sequence.getCell(i)), this.widths[i]);
			}
			lines.append(" \n");
		}
		lines.flush();
	}

	private void measure() throws IOException {
		RowSequence sequence = this.rows.getRowSequence();
		while (sequence.next()) {
			for (int i = 0; i < this.widths.length; i++) {
				this.widths[i] = Math.max(this.widths[i], text(sequence.getCell(i)).length());
			}
		}
	}

	private void head(Function<AnswerColumn, String> word, Writer lines) throws IOException {
		for (int i = 0; i < this.widths.length; i++) {
			pad(lines.append('|'), word.apply(this.columns.get(i)), this.widths[i]);
		}
		lines.append("|\n");
	}

	private static void pad(Writer line, String text, int width) throws IOException {
		line.append(text).append(" ".repeat(width - text.length()));
	}

	private static String text(@Nullable Object cell) {
		String text = (cell == null) ? "" : cell.toString().replaceAll("[\\s|]+", " ").strip();
		return text.isEmpty() ? NULL : text;
	}

}
