package io.exoscout.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.csv.RaggedRow;
import io.exoscout.header.LabelCells;
import io.exoscout.json.SentRow;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * How many cells the rows of a table have, and what rows of other lengths than the header
 * mean: blanks at the end that were dropped, separators at the end that were added, names
 * of rows in front, or cells that went astray.
 */
final class RowLengths {

	/** A name for numbers that only count rows. */
	private static final String COUNTS_ROWS = "(?i)#|.*row.*|index|id|no\\.?|nr\\.?|number|unnamed.*|";

	private final List<String> header;

	private final CellShapes shapes;

	private final LabelCells labels;

	private final Map<Integer, Long> counts = new HashMap<>();

	private long rows;

	private long lastLine;

	private long numbered = -1;

	private boolean counting = true;

	private boolean surplusFilled;

	private int usual;

	private long shortened;

	private long firstShortened;

	private long lengthened;

	private @Nullable String cutCell;

	RowLengths(List<String> header) {
		this.header = header;
		this.shapes = new CellShapes(header.size());
		this.labels = new LabelCells(header);
	}

	void add(SentRow row) {
		List<String> cells = row.cells();
		this.counts.merge(cells.size(), 1L, Long::sum);
		this.usual = (this.counts.getOrDefault(this.usual, 0L) >= this.counts.getOrDefault(cells.size(), 0L))
				? this.usual : cells.size();
		this.shapes.add(cells);
		this.labels.add(cells);
		this.lastLine = row.line();
		this.surplusFilled |= filled(cells, this.header.size());
		countOn(cells.get(0));
		this.rows++;
	}

	private void countOn(String first) {
		long expected = (this.rows == 0) ? -1 : this.numbered + 1;
		boolean begins = this.rows == 0 && (first.equals("0") || first.equals("1"));
		this.counting &= begins || first.equals(String.valueOf(expected));
		this.numbered = this.counting ? Long.parseLong(first) : -1;
	}

	/** Whether every row has one cell more than the header, a running number in front. */
	boolean namedRows() {
		return this.counting && this.rows > 1 && this.surplusFilled
				&& this.counts.getOrDefault(this.header.size() + 1, 0L) == this.rows;
	}

	/**
	 * The cells of a row, as many as there are columns.
	 * @param row as it was sent, without the name of the row
	 * @param cut whether the file breaks off in its last line
	 * @throws RaggedRow when it can not be told which cells are missing or too many
	 */
	List<String> fit(SentRow row, boolean cut) {
		List<String> cells = row.cells();
		int columns = this.header.size();
		if (cells.size() == columns) {
			if (this.usual < columns && this.shapes.surplusInside(cells, this.usual)) {
				throw ragged(row, " Most rows have " + this.usual
						+ ", and this one shows that it is not their last ones that are missing.");
			}
			return cells;
		}
		return (cells.size() > columns) ? shortened(row, columns) : filledUp(row, columns, cut);
	}

	private List<String> shortened(SentRow row, int columns) {
		if (filled(row.cells(), columns)) {
			throw ragged(row, "");
		}
		boolean all = this.counts.getOrDefault(row.cells().size(), 0L) == this.rows;
		if (all && this.rows > 1 && this.counting && !this.header.get(0).matches(COUNTS_ROWS)) {
			throw ragged(row, " Either the rows begin with a number that the header does not name, or they end with a "
					+ "separator too many; which of both can not be told.");
		}
		if (!all && this.shapes.surplusInside(row.cells(), columns)) {
			throw ragged(row, " It is not the last one that is too many.");
		}
		this.lengthened++;
		return row.cells().subList(0, columns);
	}

	private List<String> filledUp(SentRow row, int columns, boolean cut) {
		List<String> cells = row.cells();
		boolean noneWhole = !this.counts.containsKey(columns) && this.counts.size() == 1 && this.rows > 1;
		if ((noneWhole && !this.labels.inPlace()) || this.shapes.foreign(cells) || this.shapes.lacksInside(cells)) {
			throw ragged(row, " It is not, or not surely, the last ones that are missing.");
		}
		this.firstShortened = (this.shortened++ == 0) ? row.line() : this.firstShortened;
		String[] all = new String[columns];
		for (int i = 0; i < columns; i++) {
			all[i] = (i < cells.size()) ? cells.get(i) : "";
		}
		if (cut && row.line() == this.lastLine && this.counts.getOrDefault(cells.size(), 0L) == 1) {
			this.cutCell = all[cells.size() - 1];
			all[cells.size() - 1] = "";
		}
		return List.of(all);
	}

	void notes(List<String> notes) {
		if (this.lengthened > 0) {
			notes.add(this.lengthened + " row(s) end with more separators than the header has; the empty cells behind "
					+ "them were left out.");
		}
		if (this.shortened > 0) {
			notes.add(this.shortened + " row(s) lack their last cells, which were taken as blank, the first on line "
					+ this.firstShortened
					+ (this.shortened == 1 ? "; the file may have been cut short or damaged there." : "."));
		}
		if (this.cutCell != null) {
			notes.add("The file ends in the middle of line " + this.lastLine
					+ ", so the download probably broke off; rows may be missing, and its last cell "
					+ Quoted.of(this.cutCell) + " is not used.");
		}
	}

	private RaggedRow ragged(SentRow row, String why) {
		return new RaggedRow(row.line(), row.cells().size(), this.header.size(), why);
	}

	private static boolean filled(List<String> cells, int from) {
		return cells.size() > from && cells.subList(from, cells.size()).stream().anyMatch((cell) -> !cell.isEmpty());
	}

}
