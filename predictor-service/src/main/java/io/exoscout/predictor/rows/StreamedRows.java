package io.exoscout.predictor.rows;

import java.io.IOException;
import java.util.List;

import io.exoscout.objects.FactColumns;
import io.exoscout.objects.ObjectReader;
import io.exoscout.predictor.rows.ModelInputs.Survey;

/** The objects of a table that streams, and is read once more whenever need be. */
abstract class StreamedRows implements RowSource {

	private final int maxObjects;

	/** Objects of a table, of which so many may be held in memory at once. */
	StreamedRows(int maxObjects) {
		this.maxObjects = maxObjects;
	}

	/** Opens the table; the caller closes it. */
	abstract ObjectReader read(ModelInputs inputs, List<String> columns);

	private ObjectReader read(ModelInputs inputs) {
		return read(inputs, inputs.columns());
	}

	@Override
	public Survey survey(ModelInputs inputs) throws IOException {
		try (ObjectReader rows = read(inputs)) {
			return inputs.survey(rows, this.maxObjects);
		}
	}

	@Override
	public Rows open(ModelInputs inputs) {
		FactColumns columns = new FactColumns(inputs.mission(), inputs.columns());
		return new FactRows(read(inputs, columns.columns()), columns);
	}

	/** The columns of its header. */
	List<String> columns(ModelInputs inputs) throws IOException {
		try (ObjectReader rows = read(inputs)) {
			return rows.columns();
		}
	}

}
