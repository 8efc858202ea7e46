package io.exoscout.predictor.rows;

import java.util.List;
import java.util.stream.IntStream;

import io.exoscout.archive.ArchiveColumn;
import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.ColumnRange;
import io.exoscout.archive.ColumnSpan;
import io.exoscout.archive.Mission;
import io.exoscout.csv.Numbers;

/**
 * Which cells of measurements are in order by themselves: possible numbers, and blanks
 * where blanks do no harm. Of a few such rows a
 * {@link io.exoscout.dataset.MeasurementCheck} has nothing to say, and its tallies of all
 * columns, made anew for each request, would cost as much as the scoring.
 *
 * @param places of the columns of measurements among the cells of a row
 * @param ranges what each may hold
 * @param needed whether each must not be blank
 */
record SoundCells(int[] places, ColumnRange[] ranges, boolean[] needed) {

	/** Of fewer rows than this no median is looked at. */
	private static final int FEW = 10;

	/**
	 * Finds the columns of measurements.
	 * @param mission whose columns they are
	 * @param columns all of them, by the archive's names
	 */
	static SoundCells of(Mission mission, List<String> columns) {
		int[] places = IntStream.range(0, columns.size())
			.filter((i) -> ArchiveColumns.role(mission, columns.get(i)).measured())
			.toArray();
		ColumnRange[] ranges = new ColumnRange[places.length];
		boolean[] needed = new boolean[places.length];
		for (int i = 0; i < places.length; i++) {
			ArchiveColumn column = ArchiveColumns.of(mission, columns.get(places[i]));
			ranges[i] = ColumnSpan.rangeOf(column);
			needed[i] = column.core();
		}
		return new SoundCells(places, ranges, needed);
	}

	/** Whether all of some rows can be in order by themselves. */
	static boolean mayBe(int rows) {
		return rows < FEW;
	}

	/**
	 * Whether a row is in order; if not, it takes a check to say whether it can be used.
	 */
	boolean all(List<String> cells) {
		for (int i = 0; i < this.places.length; i++) {
			String cell = cells.get(this.places[i]);
			boolean sound = cell.isEmpty() ? !this.needed[i] : this.ranges[i].holds(Numbers.parse(cell));
			if (!sound) {
				return false;
			}
		}
		return true;
	}

}
