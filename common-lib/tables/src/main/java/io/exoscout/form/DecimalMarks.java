package io.exoscout.form;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.exoscout.problem.Quoted;

/**
 * Decides over all cells of a file whether its numbers have decimal commas: where the
 * columns of surely decimal commas are more than those of surely decimal points. A column
 * that agrees on something else is read as it agrees, and commas that only group digits
 * are taken out. A cell that could be two different numbers counts as blank, and a note
 * says so.
 */
final class DecimalMarks {

	private final char separator;

	private final List<DecimalColumn> columns = new ArrayList<>();

	private final BitSet asSent = new BitSet();

	private DecimalColumn.Marks marks = DecimalColumn.Marks.UNKNOWN;

	private final Set<Integer> translated = new HashSet<>();

	private final Set<Integer> grouped = new HashSet<>();

	private final Map<Integer, Lost> lost = new LinkedHashMap<>();

	DecimalMarks(char separator, int columns) {
		this.separator = separator;
		Stream.generate(DecimalColumn::new).limit(columns).forEach(this.columns::add);
	}

	void add(int column, String cell) {
		this.columns.get(column).add(cell);
	}

	/** Ends the counting. */
	void decide() {
		long commas = this.columns.stream().filter(DecimalColumn::commas).count();
		long points = this.columns.stream().filter(DecimalColumn::points).count();
		boolean groups = this.separator == ';' && this.columns.stream().anyMatch(DecimalColumn::commaGroups)
				&& this.columns.stream().noneMatch(DecimalColumn::anyPoint);
		// where commas separate cells, one of them inside a cell is soon a slip
		boolean agreed = this.separator != ',' || this.columns.stream()
			.filter(DecimalColumn::commas)
			.mapToLong(DecimalColumn::surelyCommas)
			.sum() >= DecimalColumn.AGREED;
		this.marks = (agreed && (commas > points || groups)) ? DecimalColumn.Marks.COMMAS
				: (points > 0 && commas == 0) ? DecimalColumn.Marks.POINTS : DecimalColumn.Marks.UNKNOWN;
		for (int i = 0; i < this.columns.size(); i++) {
			this.asSent.set(i, this.columns.get(i).asSent(this.marks));
		}
	}

	/** The cell with a decimal point, blank where it can not be told what it means. */
	String cell(int column, long line, String cell) {
		if (this.asSent.get(column)) {
			return cell;
		}
		DecimalColumn.Reading reading = this.columns.get(column).reading(cell, this.marks);
		if (reading == DecimalColumn.Reading.DECIMAL_COMMA) {
			this.translated.add(column);
		}
		if (reading == DecimalColumn.Reading.COMMAS_GROUPED) {
			this.grouped.add(column);
		}
		if (reading == DecimalColumn.Reading.LOST) {
			this.lost.computeIfAbsent(column, (c) -> new Lost(line, cell)).count++;
		}
		return reading.of(cell);
	}

	List<String> notes(List<String> names) {
		List<String> notes = new ArrayList<>();
		if (!this.translated.isEmpty()) {
			notes.add("Decimal commas were read in " + this.translated.size() + " column(s).");
		}
		if (!this.grouped.isEmpty()) {
			notes.add("Commas between thousands were taken out in " + this.grouped.size() + " column(s).");
		}
		this.lost.forEach((column,
				lost) -> notes.add("Column " + Quoted.of(names.get(column)) + ": " + lost.count + " cell(s) "
						+ lost.why() + ", and they count as blank, the first on line " + lost.line + ": "
						+ Quoted.of(lost.cell) + "."));
		return notes;
	}

	/** Cells of one column that could not be read. */
	private static final class Lost {

		private final long line;

		private final String cell;

		private long count;

		Lost(long line, String cell) {
			this.line = line;
			this.cell = cell;
		}

		private String why() {
			return (this.cell.indexOf(',') >= 0)
					? "have three digits behind one comma; whether it is a decimal comma or only groups the digits can "
							+ "not be told"
					: "have digits grouped by points, as where a spreadsheet takes decimal points for marks between "
							+ "thousands; where the decimal point belongs can not be told";
		}

	}

}
