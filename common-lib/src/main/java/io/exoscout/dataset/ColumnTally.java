package io.exoscout.dataset;

import io.exoscout.dataset.TableReport.IgnoredColumn;
import org.jspecify.annotations.Nullable;

/** What one feature column holds, counted on the way. */
final class ColumnTally {

	private final String name;

	private long filled;

	private long notFinite;

	private @Nullable String firstNotFinite;

	private long text;

	private @Nullable String firstText;

	private float first = Float.NaN;

	private boolean varies;

	ColumnTally(String name) {
		this.name = name;
	}

	void add(long line, String cell) {
		if (cell.isEmpty()) {
			return;
		}
		float value = Numbers.parse(cell);
		if (!Float.isNaN(value)) {
			this.varies |= this.filled > 0 && value != this.first;
			this.first = value;
			this.filled++;
		}
		else if (Numbers.meansMissing(cell)) {
			this.firstNotFinite = (this.notFinite++ == 0) ? at(line, cell) : this.firstNotFinite;
		}
		else {
			this.firstText = (this.text++ == 0) ? at(line, cell) : this.firstText;
		}
	}

	/** Why the column can not be used, or {@code null} when it can. */
	@Nullable IgnoredColumn ignored() {
		if (this.text > 0) {
			return new IgnoredColumn(this.name, TableReport.NOT_NUMERIC,
					this.text + " cell(s) hold text, the first on " + this.firstText);
		}
		if (this.filled == 0) {
			return new IgnoredColumn(this.name, "empty", "no cell holds a number");
		}
		return this.varies ? null
				: new IgnoredColumn(this.name, "constant", "every filled cell is " + Float.toString(this.first));
	}

	/** What the reader should know of cells taken as missing, or {@code null}. */
	@Nullable String note() {
		return (this.notFinite == 0) ? null : "Column " + this.name + ": " + this.notFinite
				+ " cell(s) hold no finite number and count as missing, the first on " + this.firstNotFinite + ".";
	}

	private static String at(long line, String cell) {
		return "line " + line + ": " + Excerpt.of(cell);
	}

}
