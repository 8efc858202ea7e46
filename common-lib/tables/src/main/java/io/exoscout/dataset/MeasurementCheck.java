package io.exoscout.dataset;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.Mission;
import io.exoscout.csv.CsvRow;
import io.exoscout.csv.Numbers;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Whether rows hold measurements in the archive's units, in whatever form they came. Rows
 * are added one after the other; only tallies stay.
 */
public final class MeasurementCheck {

	/** By the places of their columns. */
	private final @Nullable ColumnTally[] tallies;

	private final UnitCheck units;

	/** The columns that are read as numbers. */
	private final int[] places;

	/** The numbers of the row that is looked at. */
	private final float[] numbers;

	/**
	 * Begins with no rows.
	 * @param mission whose columns they have
	 * @param header names of the cells of each row, as the archive has them
	 * @param place what a row's place is called: line or row
	 */
	public MeasurementCheck(Mission mission, List<String> header, String place) {
		this.units = new UnitCheck(mission, header);
		this.tallies = new ColumnTally[header.size()];
		this.numbers = new float[header.size()];
		BitSet read = new BitSet(header.size());
		for (int i = 0; i < header.size(); i++) {
			if (ArchiveColumns.role(mission, header.get(i)).measured()) {
				this.tallies[i] = new ColumnTally(ArchiveColumns.of(mission, header.get(i)), place);
				read.set(i);
			}
		}
		this.units.mark(read);
		this.places = read.stream().toArray();
	}

	/** Looks at a row of trimmed cells, in the order of the header. */
	public void add(long place, List<String> cells) {
		for (int i : this.places) {
			this.numbers[i] = Numbers.parse(cells.get(i));
		}
		addRead(place, cells);
	}

	/** The same of a row of a table. */
	void add(CsvRow row) {
		for (int i : this.places) {
			this.numbers[i] = row.cells().number(i);
		}
		addRead(row.line(), row.cells());
	}

	private void addRead(long place, List<String> cells) {
		for (int i : this.places) {
			ColumnTally tally = this.tallies[i];
			if (tally != null) {
				tally.add(place, cells, i, this.numbers[i]);
			}
		}
		this.units.add(this.numbers);
	}

	/** Why the rows hold no measurements, or {@code null} when they do. */
	public @Nullable ProblemException problem() {
		return problem(List.of());
	}

	/**
	 * The same of the columns that matter.
	 * @param left columns that nobody will read as measurements
	 */
	@Nullable ProblemException problem(Collection<String> left) {
		Map<String, String> impossible = new LinkedHashMap<>();
		for (ColumnTally tally : tallies()) {
			String reason = tally.impossible();
			if (reason != null && !left.contains(tally.name())) {
				impossible.put(tally.name(), reason);
			}
		}
		return TableProblems.impossible(impossible, this.units.without(left));
	}

	/** What the reader should know of cells taken as missing. */
	public List<String> notes() {
		return tallies().stream().map(ColumnTally::notes).flatMap(Collection::stream).toList();
	}

	/**
	 * Whether some of the numbers can only be read with all cells of the column in view.
	 */
	boolean marked() {
		return tallies().stream().anyMatch(ColumnTally::marked);
	}

	/** What the column at a place holds, if it is one of measurements. */
	@Nullable ColumnTally tally(int place) {
		return (place < 0) ? null : this.tallies[place];
	}

	private List<ColumnTally> tallies() {
		return Arrays.stream(this.tallies).filter(Objects::nonNull).toList();
	}

}
