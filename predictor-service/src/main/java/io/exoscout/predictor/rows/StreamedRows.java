package io.exoscout.predictor.rows;

import java.io.IOException;
import java.util.List;

import io.exoscout.objects.FactColumns;
import io.exoscout.objects.ObjectReader;
import io.exoscout.objects.ObjectRow;
import io.exoscout.predictor.rows.ModelInputs.Survey;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a table that streams. What was read is kept for the next time it is
 * asked for, unless it is large: then it is read once more.
 */
abstract class StreamedRows implements RowSource {

	/** What rows may take in memory. */
	private static final long MOST_BYTES = 32 << 20;

	private final int maxObjects;

	private @Nullable RowMemory memory;

	/** Objects of a table, of which so many may be held in memory at once. */
	StreamedRows(int maxObjects) {
		this.maxObjects = maxObjects;
	}

	/** Opens the table; the caller closes it. */
	abstract ObjectReader read(ModelInputs inputs, List<String> columns);

	@Override
	public Survey survey(ModelInputs inputs) throws IOException {
		FactColumns columns = new FactColumns(inputs.mission(), inputs.columns());
		RowMemory read = new RowMemory(MOST_BYTES);
		try (ObjectReader rows = read(inputs, columns.columns())) {
			Survey survey = inputs.survey(() -> {
				ObjectRow row = rows.next();
				read.add(row);
				return (row != null) ? columns.others(row) : null;
			}, this.maxObjects);
			this.memory = read;
			return survey;
		}
	}

	@Override
	public Rows open(ModelInputs inputs) {
		FactColumns columns = new FactColumns(inputs.mission(), inputs.columns());
		if (this.memory != null && this.memory.whole()) {
			return new FactRows(this.memory.rows(), () -> {
			}, columns);
		}
		ObjectReader rows = read(inputs, columns.columns());
		return new FactRows(rows::next, rows, columns);
	}

	/** The columns of its header. */
	List<String> columns(ModelInputs inputs) throws IOException {
		try (ObjectReader rows = read(inputs, inputs.columns())) {
			return rows.columns();
		}
	}

}
