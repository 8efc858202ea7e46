package io.exoscout.predictor.rows;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.exoscout.objects.FactColumns;
import io.exoscout.objects.ObjectRow;
import io.exoscout.objects.RowStore;
import io.exoscout.predictor.rows.ModelInputs.Survey;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a table of any size. Text is read once: what is wanted again is kept as
 * numbers and names.
 */
abstract class TableRows implements RowSource {

	private final int maxObjects;

	/** Objects of a table, of which so many may be held in memory at once. */
	TableRows(int maxObjects) {
		this.maxObjects = maxObjects;
	}

	/** All objects, with the columns that are {@link #wanted}. */
	abstract RowStore rows(ModelInputs inputs);

	/** What is read of a table for a model. */
	static RowStore.Wanted wanted(ModelInputs inputs) {
		return new RowStore.Wanted(inputs.mission(), columns(inputs).columns());
	}

	private static FactColumns columns(ModelInputs inputs) {
		return new FactColumns(inputs.mission(), inputs.columns());
	}

	@Override
	public Survey survey(ModelInputs inputs, Runnable meanwhile) {
		RowStore rows = rows(inputs);
		// of a larger table no objects are known, so none are collected
		int most = (rows.size() > this.maxObjects) ? 0 : this.maxObjects;
		return inputs.survey(oneByOne(rows, columns(inputs)), most, meanwhile);
	}

	private static Supplier<@Nullable ObjectRow> oneByOne(RowStore rows, FactColumns columns) {
		Iterator<ObjectRow> all = IntStream.range(0, rows.parts())
			.mapToObj(rows::part)
			.flatMap(List::stream)
			.iterator();
		return () -> all.hasNext() ? columns.others(all.next()) : null;
	}

	@Override
	public Rows open(ModelInputs inputs) {
		FactColumns columns = columns(inputs);
		RowStore rows = rows(inputs);
		Iterator<Integer> parts = IntStream.range(0, rows.parts()).iterator();
		return () -> parts.hasNext() ? new StoredPart(rows, parts.next(), columns) : null;
	}

	/** Rows of a store. */
	private record StoredPart(RowStore store, int number, FactColumns columns) implements Part {

		@Override
		public List<FactRow> rows() {
			List<FactRow> rows = new ArrayList<>(RowStore.TOGETHER);
			for (ObjectRow row : this.store.part(this.number)) {
				rows.add(new FactRow(this.columns.others(row), () -> this.columns.facts(row)));
			}
			return rows;
		}

		@Override
		public long first() {
			return (long) this.number * RowStore.TOGETHER;
		}

	}

}
