package io.exoscout.predictor.rows;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.exoscout.objects.ObjectRow;
import io.exoscout.objects.RowStore;
import org.jspecify.annotations.Nullable;

/** Rows of a request, with what it says of each object besides. */
final class JsonFacts implements RowSource.Rows {

	private final List<ObjectRow> rows;

	private final IntFunction<List<String>> cells;

	private final FactPlaces facts;

	private int next;

	/**
	 * Rows of a request.
	 * @param rows as the model reads them
	 * @param cells all cells of each row
	 * @param facts where these hold what is said of an object
	 */
	JsonFacts(List<ObjectRow> rows, IntFunction<List<String>> cells, FactPlaces facts) {
		this.rows = rows;
		this.cells = cells;
		this.facts = facts;
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
			.mapToObj((place) -> new RowSource.FactRow(this.rows.get(place),
					() -> this.facts.of(this.rows.get(place), this.cells.apply(place))))
			.toList();
	}

}
