package io.exoscout.dataset;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.Mission;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Whether rows hold measurements in the archive's units, in whatever form they came. Rows
 * are added one after the other; only tallies stay.
 */
public final class MeasurementCheck {

	private final Map<Integer, ColumnTally> tallies = new LinkedHashMap<>();

	private final UnitCheck units;

	/**
	 * Begins with no rows.
	 * @param mission whose columns they have
	 * @param header names of the cells of each row, as the archive has them
	 * @param place what a row's place is called: line or row
	 */
	public MeasurementCheck(Mission mission, List<String> header, String place) {
		this.units = new UnitCheck(mission, header);
		for (int i = 0; i < header.size(); i++) {
			if (ArchiveColumns.role(mission, header.get(i)).measured()) {
				this.tallies.put(i, new ColumnTally(ArchiveColumns.of(mission, header.get(i)), place));
			}
		}
	}

	/** Looks at a row of trimmed cells, in the order of the header. */
	public void add(long place, List<String> cells) {
		this.tallies.forEach((column, tally) -> tally.add(place, cells.get(column)));
		this.units.add(cells);
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
		for (ColumnTally tally : this.tallies.values()) {
			String reason = tally.impossible();
			if (reason != null && !left.contains(tally.name())) {
				impossible.put(tally.name(), reason);
			}
		}
		return TableProblems.impossible(impossible, this.units.without(left));
	}

	/** What the reader should know of cells taken as missing. */
	public List<String> notes() {
		return this.tallies.values().stream().map(ColumnTally::notes).flatMap(Collection::stream).toList();
	}

	/**
	 * Whether some of the numbers can only be read with all cells of the column in view.
	 */
	boolean marked() {
		return this.tallies.values().stream().anyMatch(ColumnTally::marked);
	}

	/** What the column at a place holds, if it is one of measurements. */
	@Nullable ColumnTally tally(int place) {
		return this.tallies.get(place);
	}

}
