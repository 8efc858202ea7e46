package io.exoscout.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.exoscout.archive.ArchiveColumn;
import io.exoscout.archive.ColumnRange;
import io.exoscout.archive.ColumnSpan;
import io.exoscout.csv.NumberForm;
import io.exoscout.csv.Numbers;
import io.exoscout.dataset.TableReport.IgnoredColumn;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/** What one feature column holds, counted on the way. */
final class ColumnTally {

	/** So many unreadable cells, or this share, are slips; of more the column is text. */
	private static final int FEW = 3;

	private static final double FEW_OF_ALL = 0.05;

	/** A larger share of impossible values is no slip. */
	private static final double MANY = 0.2;

	private static final int QUOTED = 3;

	private final ArchiveColumn column;

	private final ColumnRange range;

	private final String place;

	private long numbers;

	private long impossible;

	private @Nullable String firstImpossible;

	private long notFinite;

	private @Nullable String firstNotFinite;

	private long text;

	private final List<String> firstTexts = new ArrayList<>();

	private boolean marked;

	private float first = Float.NaN;

	private boolean varies;

	/**
	 * Begins with no cells.
	 * @param column what is declared of it
	 * @param place what the place of a cell is called: line or row
	 */
	ColumnTally(ArchiveColumn column, String place) {
		this.place = place;
		this.column = column;
		this.range = ColumnSpan.rangeOf(column);
	}

	/** The column's name in the archive. */
	String name() {
		return this.column.name();
	}

	/**
	 * Counts a cell.
	 * @param line where it stands
	 * @param cells of its row, trimmed
	 * @param place which of them it is
	 * @param value what it is as a number, {@code NaN} if it is none
	 */
	void add(long line, List<String> cells, int place, float value) {
		if (Float.isNaN(value)) {
			addOther(line, cells.get(place));
			return;
		}
		this.varies |= this.numbers > 0 && value != this.first;
		this.first = value;
		this.numbers++;
		if (!this.range.holds(value)) {
			this.firstImpossible = (this.impossible++ == 0) ? at(line, cells.get(place)) : this.firstImpossible;
		}
	}

	private void addOther(long line, String cell) {
		if (cell.isEmpty()) {
			return;
		}
		if (Numbers.meansMissing(cell)) {
			this.firstNotFinite = (this.notFinite++ == 0) ? at(line, cell) : this.firstNotFinite;
		}
		else {
			this.marked |= NumberForm.of(cell).marked();
			if (this.text++ < QUOTED) {
				this.firstTexts.add(at(line, cell));
			}
		}
	}

	/** Whether numbers in it have commas, or points between thousands. */
	boolean marked() {
		return this.marked;
	}

	/** Why the column can not be used, or {@code null} when it can. */
	@Nullable IgnoredColumn ignored() {
		if (!numeric()) {
			return new IgnoredColumn(this.column.name(), TableReport.NOT_NUMERIC,
					this.text + " cell(s) hold text, the first on " + this.firstTexts.get(0));
		}
		if (empty()) {
			return new IgnoredColumn(this.column.name(), "empty", "no cell holds a number");
		}
		return this.varies ? null : new IgnoredColumn(this.column.name(), "constant",
				"every filled cell is " + Float.toString(this.first));
	}

	/** Whether no cell holds anything. */
	boolean empty() {
		return this.numbers == 0 && this.text == 0;
	}

	/** Whether what it holds is no such measurement, in words, or {@code null}. */
	@Nullable String impossible() {
		if (this.impossible == 0 || this.impossible < MANY * this.numbers || !numeric()) {
			return null;
		}
		return String.format(Locale.ROOT, "%s has %.0f %% impossible values (%d of %d), the first on %s",
				this.column.name(), 100.0 * this.impossible / this.numbers, this.impossible, this.numbers,
				this.firstImpossible);
	}

	/** What the reader should know of cells taken as missing. */
	List<String> notes() {
		List<String> notes = new ArrayList<>();
		if (this.notFinite > 0) {
			notes.add("Column " + this.column.name() + ": " + this.notFinite
					+ " cell(s) hold no finite number and count as missing, the first on " + this.firstNotFinite + ".");
		}
		if (this.text > 0 && numeric()) {
			notes.add("Column " + this.column.name() + ": " + this.text
					+ " cell(s) can not be read as numbers and count as missing: " + String.join("; ", this.firstTexts)
					+ ((this.text > QUOTED) ? "; …" : "."));
		}
		if (this.impossible > 0 && impossible() == null) {
			notes.add("Column " + this.column.name() + ": " + this.impossible
					+ " value(s) are impossible and count as missing, the first on " + this.firstImpossible + ".");
		}
		IgnoredColumn ignored = ignored();
		if (ignored != null && this.column.core() && (empty() || !numeric())) {
			notes.add("Column " + this.column.name() + ", one of those that matter most, is lost: " + ignored.detail()
					+ ".");
		}
		return notes;
	}

	/** Whether at most a few of its cells are text. */
	private boolean numeric() {
		return this.text == 0
				|| (this.text < this.numbers && this.text <= Math.max(FEW, FEW_OF_ALL * (this.numbers + this.text)));
	}

	private String at(long line, String cell) {
		return this.place + " " + line + ": " + Quoted.of(cell);
	}

}
