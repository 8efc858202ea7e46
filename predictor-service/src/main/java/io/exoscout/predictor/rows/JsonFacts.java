package io.exoscout.predictor.rows;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.exoscout.archive.ColumnRange;
import io.exoscout.archive.ColumnSpan;
import io.exoscout.archive.Mission;
import io.exoscout.csv.Numbers;
import io.exoscout.objects.FactColumns;
import io.exoscout.objects.ObjectFacts;
import io.exoscout.objects.ObjectRow;
import io.exoscout.objects.RowStore;
import org.jspecify.annotations.Nullable;

/** Rows of a request, with what it says of each object besides. */
final class JsonFacts implements RowSource.Rows {

	private final List<ObjectRow> rows;

	private final IntFunction<List<String>> cells;

	private final FactColumns columns;

	/** Where each fact's column stands among the cells, -1 where it does not. */
	private final int[] places;

	private final ColumnRange[] ranges;

	private int next;

	/**
	 * Rows of a request.
	 * @param rows as the model reads them
	 * @param names what the cells of a row are called in the archive
	 * @param cells all cells of each row, in the order of these names
	 * @param mission whose objects they are
	 */
	JsonFacts(List<ObjectRow> rows, List<String> names, IntFunction<List<String>> cells, Mission mission) {
		this.rows = rows;
		this.cells = cells;
		this.columns = new FactColumns(mission, List.of());
		this.ranges = this.columns.columns()
			.stream()
			.map((column) -> ColumnSpan.rangeOf(mission, column))
			.toArray(ColumnRange[]::new);
		this.places = this.columns.columns().stream().mapToInt(names::indexOf).toArray();
	}

	@Override
	public RowSource.@Nullable Part next() {
		int from = this.next;
		this.next = Math.min(this.rows.size(), from + RowStore.TOGETHER);
		return (from < this.next) ? new JsonPart(from) : null;
	}

	/** Some of the rows. */
	private final class JsonPart implements RowSource.Part {

		private final int first;

		JsonPart(int first) {
			this.first = first;
		}

		@Override
		public List<RowSource.FactRow> rows() {
			return JsonFacts.this.rows(this.first, this.first + RowStore.TOGETHER);
		}

		@Override
		public long first() {
			return this.first;
		}

	}

	private List<RowSource.FactRow> rows(int from, int to) {
		return IntStream.range(from, Math.min(this.rows.size(), to))
			.mapToObj((place) -> new RowSource.FactRow(this.rows.get(place), () -> facts(place)))
			.toList();
	}

	private ObjectFacts facts(int place) {
		ObjectRow row = this.rows.get(place);
		List<String> cells = this.cells.apply(place);
		float[] values = new float[this.places.length];
		for (int i = 0; i < values.length; i++) {
			// what no model reads may be anything; only numbers are repeated
			values[i] = (this.places[i] < 0) ? Float.NaN
					: this.ranges[i].possible(Numbers.parse(cells.get(this.places[i])));
		}
		return this.columns.facts(new ObjectRow(row.row(), row.object(), row.star(), row.label(), values));
	}

}
