package io.exoscout.predictor.rows;

import java.util.List;

import io.exoscout.archive.ColumnRange;
import io.exoscout.archive.ColumnSpan;
import io.exoscout.archive.Mission;
import io.exoscout.csv.Numbers;
import io.exoscout.objects.FactColumns;
import io.exoscout.objects.ObjectFacts;
import io.exoscout.objects.ObjectRow;

/**
 * Where the cells of JSON rows hold what is said of an object besides its score.
 *
 * @param columns what is repeated
 * @param places where each of them stands among the cells, -1 where it does not
 * @param ranges what each may hold
 */
record FactPlaces(FactColumns columns, int[] places, ColumnRange[] ranges) {

	/**
	 * Finds them.
	 * @param mission whose objects they are
	 * @param names what the cells of a row are called in the archive
	 */
	static FactPlaces of(Mission mission, List<String> names) {
		FactColumns columns = new FactColumns(mission, List.of());
		return new FactPlaces(columns, columns.columns().stream().mapToInt(names::indexOf).toArray(),
				columns.columns()
					.stream()
					.map((column) -> ColumnSpan.rangeOf(mission, column))
					.toArray(ColumnRange[]::new));
	}

	/** What the cells of a row say of its object. */
	ObjectFacts of(ObjectRow row, List<String> cells) {
		float[] values = new float[this.places.length];
		for (int i = 0; i < values.length; i++) {
			// what no model reads may be anything; only numbers are repeated
			values[i] = (this.places[i] < 0) ? Float.NaN
					: this.ranges[i].possible(Numbers.parse(cells.get(this.places[i])));
		}
		return this.columns.facts(new ObjectRow(row.row(), row.object(), row.star(), row.label(), values));
	}

}
