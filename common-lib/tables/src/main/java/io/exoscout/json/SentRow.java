package io.exoscout.json;

import java.util.List;

/**
 * A row as it was sent: its cells may be more or fewer than there are columns.
 *
 * @param line of the file on which it begins; of JSON, counted as in a table: the first
 * record stands on line 2
 * @param cells its cells, trimmed
 */
public record SentRow(long line, List<String> cells) {

	/** The same row without its first cells. */
	public SentRow from(int first) {
		return (first == 0) ? this : new SentRow(this.line, this.cells.subList(first, this.cells.size()));
	}

	public boolean blank() {
		return this.cells.stream().allMatch(String::isEmpty);
	}

}
