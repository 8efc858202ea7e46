package io.exoscout.predictor;

import java.io.IOException;
import java.util.List;

import io.exoscout.dataset.ObjectReader;
import io.exoscout.dataset.ObjectRow;
import io.exoscout.predictor.ModelInputs.Survey;
import org.jspecify.annotations.Nullable;

/** The objects of a table that streams, and is read once more whenever need be. */
abstract class TableRows implements RowSource {

	private final int maxObjects;

	/**
	 * Objects of a table.
	 * @param maxObjects how many may be held in memory at once
	 */
	TableRows(int maxObjects) {
		this.maxObjects = maxObjects;
	}

	/** Opens the table; the caller closes it. */
	abstract ObjectReader read(ModelInputs inputs);

	@Override
	public Survey survey(ModelInputs inputs) throws IOException {
		try (ObjectReader rows = read(inputs)) {
			return inputs.survey(rows, this.maxObjects);
		}
	}

	@Override
	public Rows open(ModelInputs inputs) {
		ObjectReader rows = read(inputs);
		return new Rows() {
			@Override
			public @Nullable ObjectRow next() {
				return rows.next();
			}

			@Override
			public void close() throws IOException {
				rows.close();
			}
		};
	}

	/** The columns of its header. */
	List<String> columns(ModelInputs inputs) throws IOException {
		try (ObjectReader rows = read(inputs)) {
			return rows.columns();
		}
	}

}
