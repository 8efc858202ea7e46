package io.exoscout.predictor;

import java.util.List;
import java.util.Map;

import io.exoscout.dataset.FactColumns;
import io.exoscout.dataset.Mission;
import io.exoscout.dataset.Numbers;
import io.exoscout.dataset.ObjectFacts;
import io.exoscout.dataset.ObjectRow;
import org.jspecify.annotations.Nullable;

/** Rows of a request, with what it says of each object besides. */
final class JsonFacts implements RowSource.Rows {

	private final List<ObjectRow> rows;

	private final List<Map<String, Object>> sent;

	private final FactColumns columns;

	private int next;

	/**
	 * Rows of a request.
	 * @param rows as the model reads them
	 * @param sent the same as they came
	 * @param mission whose objects they are
	 */
	JsonFacts(List<ObjectRow> rows, List<Map<String, Object>> sent, Mission mission) {
		this.rows = rows;
		this.sent = sent;
		this.columns = new FactColumns(mission, List.of());
	}

	@Override
	public @Nullable ObjectRow next() {
		return (this.next < this.rows.size()) ? this.rows.get(this.next++) : null;
	}

	@Override
	public ObjectFacts facts() {
		ObjectRow row = this.rows.get(this.next - 1);
		Map<String, Object> cells = this.sent.get(this.next - 1);
		float[] values = new float[this.columns.columns().size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = number(cells.get(this.columns.columns().get(i)));
		}
		return this.columns.facts(new ObjectRow(row.row(), row.object(), row.star(), row.label(), values));
	}

	/** What no model reads may be anything; only numbers are repeated. */
	private static float number(@Nullable Object cell) {
		return (cell instanceof Number || cell instanceof String) ? Numbers.parse(cell.toString().strip()) : Float.NaN;
	}

}
