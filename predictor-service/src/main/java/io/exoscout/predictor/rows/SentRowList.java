package io.exoscout.predictor.rows;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.IntStream;

import io.exoscout.body.TableLimits;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Rows of JSON as they were sent, each with the columns it has, in their order. Values
 * and the numbers of their columns lie one behind the other, so that a row of next to
 * nothing takes next to nothing; the maps are made when they are looked at.
 */
public final class SentRowList extends AbstractList<Map<String, Object>> {

	private static final int FIRST = 16;

	private final TableLimits limits;

	private final List<String> names = new ArrayList<>();

	private final Map<String, Integer> positions = new HashMap<>();

	/** Where each row begins among the values; where the last one ends behind them. */
	private int[] starts = new int[FIRST];

	private int rows;

	private int[] columns = new int[FIRST];

	private @Nullable Object[] values = new Object[FIRST];

	private int filled;

	private long bytes;

	SentRowList(TableLimits limits) {
		this.limits = limits;
	}

	/**
	 * Takes the next value of the row that is being read.
	 * @throws ProblemException if it is of a column too many, or of a name too long
	 */
	void add(String column, @Nullable Object value) {
		if (this.filled == this.values.length) {
			this.values = Arrays.copyOf(this.values, more(this.filled));
			this.columns = Arrays.copyOf(this.columns, this.values.length);
		}
		Integer known = this.positions.get(column);
		this.columns[this.filled] = (known != null) ? known : position(column);
		this.values[this.filled++] = value;
	}

	private int position(String column) {
		requireShort(column);
		this.limits.requireColumns(this.names.size() + 1);
		this.positions.put(column, this.names.size());
		this.names.add(column);
		return this.names.size() - 1;
	}

	/** Ends the row that is being read. */
	void endRow() {
		this.limits.requireRoom(this.rows + 1L, this.names.size(), 0);
		if (this.rows + 1 == this.starts.length) {
			this.starts = Arrays.copyOf(this.starts, more(this.rows));
		}
		this.starts[++this.rows] = this.filled;
	}

	/** Ends the list, which took so many bytes. */
	void end(long bytes) {
		this.bytes = bytes;
	}

	private static int more(int length) {
		return length + (length >> 1) + FIRST;
	}

	/** How many bytes of JSON they were. */
	long bytes() {
		return this.bytes;
	}

	/** All columns that occur, in the order in which they first do. */
	List<String> names() {
		return Collections.unmodifiableList(this.names);
	}

	/** What is said of a row that is {@code null}. */
	static ProblemException nullRow(int row) {
		String detail = "Row %d is null; expected an object of columns and values".formatted(row + 1);
		return new ProblemException(ErrorCode.INVALID_ROW, detail, InputError.field("rows[" + row + "]", detail));
	}

	/** Refuses a column whose name is too long. */
	static void requireShort(String column) {
		if (column.length() > TableLimits.MAX_NAME) {
			String detail = "The name of column '%s' has %d characters; at most %d are accepted"
				.formatted(Quoted.shortened(column), column.length(), TableLimits.MAX_NAME);
			throw new ProblemException(ErrorCode.COLUMN_NAME_TOO_LONG, detail, InputError.field("rows", detail));
		}
	}

	@Override
	public Map<String, Object> get(int row) {
		if (row < 0 || row >= this.rows) {
			throw new IndexOutOfBoundsException(row);
		}
		return new RowView(this.starts[row], this.starts[row + 1]);
	}

	@Override
	public int size() {
		return this.rows;
	}

	/** The values from one place to another. */
	private final class RowView extends AbstractMap<String, Object> {

		private final int from;

		private final int to;

		RowView(int from, int to) {
			this.from = from;
			this.to = to;
		}

		@Override
		public @Nullable Object get(Object column) {
			Integer position = SentRowList.this.positions.get(column);
			return (position == null) ? null
					: IntStream.range(this.from, this.to)
						.filter((at) -> SentRowList.this.columns[at] == position)
						.mapToObj((at) -> SentRowList.this.values[at])
						.findFirst()
						.orElse(null);
		}

		@Override
		public Set<Entry<String, Object>> entrySet() {
			return new AbstractSet<>() {

				@Override
				public Iterator<Entry<String, Object>> iterator() {
					return new EachCell(RowView.this.from, RowView.this.to);
				}

				@Override
				public int size() {
					return RowView.this.to - RowView.this.from;
				}

			};
		}

	}

	/** One value after the other. */
	private final class EachCell implements Iterator<Map.Entry<String, Object>> {

		private final int to;

		private int at;

		EachCell(int from, int to) {
			this.at = from;
			this.to = to;
		}

		@Override
		public boolean hasNext() {
			return this.at < this.to;
		}

		@Override
		public Map.Entry<String, Object> next() {
			if (!hasNext()) {
				throw new NoSuchElementException();
			}
			String name = SentRowList.this.names.get(SentRowList.this.columns[this.at]);
			return new AbstractMap.SimpleImmutableEntry<>(name, SentRowList.this.values[this.at++]);
		}

	}

}
