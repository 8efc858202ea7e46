package io.exoscout.predictor.inference;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Columns as the rows they make up. A row is made when it is looked at and holds nothing,
 * so that binary data take no more room than they did when they were sent.
 */
final class TensorRows extends AbstractList<Map<String, Object>> {

	private final Map<String, InputTensor> columns = new LinkedHashMap<>();

	private final int size;

	/**
	 * Rows of columns.
	 * @param columns of one length, and of different names
	 */
	TensorRows(List<InputTensor> columns) {
		columns.forEach((column) -> this.columns.put(column.name(), column));
		this.size = columns.isEmpty() ? 0 : columns.get(0).rows();
	}

	@Override
	public Map<String, Object> get(int row) {
		return new TensorRow(row);
	}

	@Override
	public int size() {
		return this.size;
	}

	/** One cell of each column. */
	private final class TensorRow extends AbstractMap<String, Object> {

		private final int row;

		TensorRow(int row) {
			this.row = row;
		}

		@Override
		public @Nullable Object get(Object column) {
			InputTensor tensor = TensorRows.this.columns.get(column);
			return (tensor != null) ? tensor.cells().apply(this.row) : null;
		}

		@Override
		public Set<String> keySet() {
			return Collections.unmodifiableSet(TensorRows.this.columns.keySet());
		}

		@Override
		public Set<Entry<String, Object>> entrySet() {
			return new AbstractSet<>() {
				@Override
				public Iterator<Entry<String, Object>> iterator() {
					return TensorRows.this.columns.values()
						.stream()
						.map((column) -> Map.<String, Object>entry(column.name(),
								column.cells().apply(TensorRow.this.row)))
						.iterator();
				}

				@Override
				public int size() {
					return TensorRows.this.columns.size();
				}
			};
		}

	}

}
