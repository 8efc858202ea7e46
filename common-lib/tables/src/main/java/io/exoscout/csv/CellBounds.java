package io.exoscout.csv;

import java.util.Arrays;

/** Where the cells of a record begin and end, while it is being parted. */
final class CellBounds {

	/**
	 * Of each cell its start, and its end: negative if a quotation mark is twice in it.
	 */
	private int[] bounds = new int[128];

	private int count;

	private boolean doubled;

	/** Begins another record. */
	void clear() {
		this.count = 0;
		this.doubled = false;
	}

	/**
	 * Adds a cell.
	 * @param twice whether quotation marks in it are written twice; they stay so until
	 * the record is complete, and its text may be changed
	 */
	void add(int start, int stop, boolean twice) {
		if (this.count == this.bounds.length) {
			this.bounds = Arrays.copyOf(this.bounds, 2 * this.count);
		}
		this.doubled |= twice;
		this.bounds[this.count++] = start;
		this.bounds[this.count++] = twice ? ~stop : stop;
	}

	/** The cells of the record, which is complete; its text may be changed. */
	CsvCells of(char[] text) {
		for (int i = 0; this.doubled && i < this.count; i += 2) {
			if (this.bounds[i + 1] < 0) {
				this.bounds[i + 1] = unquote(text, this.bounds[i], ~this.bounds[i + 1]);
			}
		}
		return new CsvCells(text, Arrays.copyOf(this.bounds, this.count));
	}

	/** Makes one of each two quotation marks; returns where the cell ends then. */
	private static int unquote(char[] text, int start, int stop) {
		int to = start;
		for (int from = start; from < stop; from++) {
			text[to++] = text[from];
			from += (text[from] == '"') ? 1 : 0;
		}
		return to;
	}

}
