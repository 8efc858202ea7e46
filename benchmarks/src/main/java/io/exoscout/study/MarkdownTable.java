package io.exoscout.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table that reads well in a terminal and in a Markdown file. */
public final class MarkdownTable {

	/** Stands where there is nothing to tell. */
	public static final String NOTHING = "–";

	private final List<List<String>> rows = new ArrayList<>();

	public MarkdownTable(List<String> header) {
		this.rows.add(List.copyOf(header));
	}

	/** Adds a row, with a cell for each column. */
	public MarkdownTable row(List<String> cells) {
		if (cells.size() != this.rows.get(0).size()) {
			throw new IllegalArgumentException(
					cells.size() + " cells do not fit into " + this.rows.get(0).size() + " columns");
		}
		this.rows.add(List.copyOf(cells));
		return this;
	}

	@Override
	public String toString() {
		int[] widths = IntStream.range(0, this.rows.get(0).size())
			.map((column) -> this.rows.stream().mapToInt((row) -> row.get(column).length()).max().orElseThrow())
			.toArray();
		List<String> lines = new ArrayList<>(this.rows.stream().map((row) -> line(row, widths)).toList());
		lines.add(1, "|" + "---|".repeat(widths.length));
		return String.join("\n", lines);
	}

	private static String line(List<String> row, int[] widths) {
		return IntStream.range(0, widths.length)
			.mapToObj((column) -> row.get(column) + " ".repeat(widths[column] - row.get(column).length()))
			.collect(Collectors.joining(" | ", "| ", " |"));
	}

}
