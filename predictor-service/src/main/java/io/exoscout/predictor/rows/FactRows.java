package io.exoscout.predictor.rows;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Supplier;

import io.exoscout.objects.FactColumns;
import io.exoscout.objects.ObjectFacts;
import io.exoscout.objects.ObjectRow;
import org.jspecify.annotations.Nullable;

/** Rows of a table, with what it says of each object besides. */
final class FactRows implements RowSource.Rows {

	private final Supplier<@Nullable ObjectRow> rows;

	private final Closeable source;

	private final FactColumns columns;

	private Supplier<ObjectFacts> facts = () -> ObjectFacts.NONE;

	/**
	 * Rows of a table.
	 * @param rows gives {@link FactColumns#columns()} of one after the other, and
	 * {@code null} at the end
	 * @param source of them, closed with this
	 * @param columns parts them
	 */
	FactRows(Supplier<@Nullable ObjectRow> rows, Closeable source, FactColumns columns) {
		this.rows = rows;
		this.source = source;
		this.columns = columns;
	}

	@Override
	public @Nullable ObjectRow next() {
		ObjectRow row = this.rows.get();
		if (row == null) {
			return null;
		}
		this.facts = () -> this.columns.facts(row);
		return this.columns.others(row);
	}

	@Override
	public Supplier<ObjectFacts> facts() {
		return this.facts;
	}

	@Override
	public void close() throws IOException {
		this.source.close();
	}

}
