package io.exoscout.form;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.exoscout.json.SentRow;
import io.exoscout.json.SentRows;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.Quoted;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a first reading of all rows found out about the form of a table, and with that the
 * rows as the archive would write them: as many cells as columns, every column with a
 * name, decimal points. Its memory grows with the columns alone.
 */
final class TableForm {

	private final List<String> header;

	private final boolean cut;

	private final DecimalMarks decimals;

	private final RowLengths lengths;

	private final Map<Integer, NamelessColumn> nameless = new LinkedHashMap<>();

	private final List<Integer> kept = new ArrayList<>();

	/** The first line of each kind, and how many there are. */
	private final Map<RowAside, long[]> asides = new EnumMap<>(RowAside.class);

	private final List<String> notes = new ArrayList<>();

	private TableForm(List<String> header, char separator, boolean cut) {
		this.header = header;
		this.cut = cut;
		this.decimals = new DecimalMarks(separator, header.size() + 1); // one more, for
																		// the names of
																		// rows
		this.lengths = new RowLengths(header);
		for (int i = 0; i < header.size(); i++) {
			if (NamelessColumn.isOne(header.get(i))) {
				this.nameless.put(i, new NamelessColumn(header.get(i)));
			}
		}
	}

	/**
	 * Reads a table to its end.
	 * @param rows all its rows
	 * @param separator of its cells, a comma where there is none
	 * @param cut whether the file breaks off in its last line
	 * @throws ProblemException when a column has content, but no name
	 */
	static TableForm of(SentRows rows, char separator, boolean cut) {
		TableForm form = new TableForm(rows.header(), separator, cut);
		for (SentRow row = rows.next(); row != null; row = rows.next()) {
			if (!row.blank()) {
				form.add(row);
			}
		}
		form.decide();
		return form;
	}

	private void add(SentRow row) {
		RowAside aside = RowAside.of(this.header, row.cells());
		if (aside != null) {
			this.asides.computeIfAbsent(aside, (kind) -> new long[] { row.line(), 0 })[1]++;
			return;
		}
		this.lengths.add(row);
		int columns = Math.min(row.cells().size(), this.header.size());
		for (int i = 0; i < Math.min(row.cells().size(), this.header.size() + 1); i++) {
			this.decimals.add(i, row.cells().get(i));
		}
		this.nameless
			.forEach((at, column) -> column.add(row.line(), (at < columns) ? row.cells().get(at) : "", at < columns));
	}

	private void decide() {
		this.decimals.decide();
		int empty = 0;
		for (int i = 0; i < this.header.size(); i++) {
			NamelessColumn column = this.nameless.get(i);
			if (column == null || this.lengths.namedRows()) {
				this.kept.add(i);
			}
			else if (column.empty()) {
				empty++;
			}
			else if (column.index(i)) {
				this.notes.add("Column " + (i + 1)
						+ (this.header.get(i).isEmpty() ? " has no name and" : " " + Quoted.of(this.header.get(i)))
						+ " only counts the rows; it was left out.");
			}
			else {
				column.requireName(i);
				this.kept.add(i);
			}
		}
		if (empty > 0) {
			this.notes.add(empty + " column(s) with neither name nor content were left out.");
		}
		if (this.lengths.namedRows()) {
			this.notes.add("The rows begin with a running number that the header does not name; it was left out.");
		}
		if (this.kept.isEmpty()) {
			throw new ProblemException(ErrorCode.BLANK_COLUMN,
					"No column of the header has a name; every column needs one.",
					InputError.field("file", "no column names"));
		}
	}

	/** The names of the columns that are kept, as they were sent. */
	List<String> header() {
		return this.kept.stream().map(this.header::get).toList();
	}

	/**
	 * A row as it should be.
	 * @param row as it was sent
	 * @return its cells, as many as {@link #header} has, or {@code null} when it is an
	 * empty line or stands aside
	 */
	@Nullable List<String> cells(SentRow row) {
		if (row.blank()) {
			return (row.cells().size() == 1) ? null : this.kept.stream().map((i) -> "").toList();
		}
		if (RowAside.of(this.header, row.cells()) != null) {
			return null;
		}
		int first = this.lengths.namedRows() ? 1 : 0;
		List<String> cells = this.lengths.fit(row.from(first), this.cut);
		List<String> written = new ArrayList<>(this.kept.size());
		for (int i : this.kept) {
			written.add(this.decimals.cell(i + first, row.line(), cells.get(i)));
		}
		return written;
	}

	/** What the reader should know, once all rows were asked for. */
	List<String> notes() {
		List<String> notes = new ArrayList<>(this.notes);
		this.asides.forEach((aside, seen) -> notes.add(seen[1] + " line(s) among or behind the rows " + aside.words()
				+ " and were passed over, the first on line " + seen[0] + "."));
		this.lengths.notes(notes);
		notes.addAll(this.decimals.notes(
				this.lengths.namedRows() ? Stream.concat(Stream.of(""), this.header.stream()).toList() : this.header));
		return notes;
	}

}
