package io.exoscout.predictor.rows;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.exoscout.dataset.Datasets;
import io.exoscout.dataset.Upload;
import io.exoscout.objects.RowStore;
import org.jspecify.annotations.Nullable;

/** A table that was just received. */
public class UploadedTable extends TableRows {

	private final Upload upload;

	private UploadedTable(Upload upload, int maxObjects) {
		super(maxObjects);
		this.upload = upload;
	}

	/**
	 * Receives a table to score.
	 * @param csv the bytes as they were sent
	 * @param filename a label only
	 * @param inputs of the model
	 * @param datasets receives it
	 * @return the table; to be closed by the caller
	 */
	public static Upload receive(InputStream csv, @Nullable String filename, ModelInputs inputs, Datasets datasets) {
		return datasets.receiveToScore(csv, filename, wanted(inputs));
	}

	/** The table that was {@link #receive received}. */
	public static UploadedTable of(Upload upload, Datasets datasets) {
		return new UploadedTable(upload, datasets.limits().maxObjects());
	}

	@Override
	public ColumnMatch match(ModelInputs inputs) {
		return ColumnMatch.of(inputs.mission(), inputs.wanted(), this.upload.report(), this.upload.columns());
	}

	@Override
	public List<String> notes(ModelInputs inputs) {
		return Stream.concat(this.upload.notes().stream(), this.upload.cellNotes().stream()).toList();
	}

	@Override
	RowStore rows(ModelInputs inputs) {
		return Objects.requireNonNull(this.upload.rows(), "the table is of the model's mission");
	}

}
