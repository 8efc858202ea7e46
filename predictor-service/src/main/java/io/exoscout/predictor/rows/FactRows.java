package io.exoscout.predictor.rows;

import java.io.IOException;

import io.exoscout.objects.FactColumns;
import io.exoscout.objects.ObjectFacts;
import io.exoscout.objects.ObjectReader;
import io.exoscout.objects.ObjectRow;
import org.jspecify.annotations.Nullable;

/** Rows of a table, with what it says of each object besides. */
final class FactRows implements RowSource.Rows {

	private final ObjectReader rows;

	private final FactColumns columns;

	private ObjectFacts facts = ObjectFacts.NONE;

	/**
	 * Rows of a table.
	 * @param rows reads {@link FactColumns#columns()}; closed with this
	 * @param columns parts them
	 */
	FactRows(ObjectReader rows, FactColumns columns) {
		this.rows = rows;
		this.columns = columns;
	}

	@Override
	public @Nullable ObjectRow next() {
		ObjectRow row = this.rows.next();
		if (row == null) {
			return null;
		}
		this.facts = this.columns.facts(row);
		return this.columns.others(row);
	}

	@Override
	public ObjectFacts facts() {
		return this.facts;
	}

	@Override
	public void close() throws IOException {
		this.rows.close();
	}

}
