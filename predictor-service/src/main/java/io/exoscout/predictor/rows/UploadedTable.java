package io.exoscout.predictor.rows;

import java.util.List;
import java.util.stream.Stream;

import io.exoscout.dataset.Upload;
import io.exoscout.objects.ObjectReader;

/** A table that was just received. */
public class UploadedTable extends StreamedRows {

	private final Upload upload;

	public UploadedTable(Upload upload, int maxObjects) {
		super(maxObjects);
		this.upload = upload;
	}

	@Override
	public ColumnMatch match(ModelInputs inputs) {
		return ColumnMatch.of(inputs, this.upload.report(), this.upload.columns());
	}

	@Override
	public List<String> notes(ModelInputs inputs) {
		return Stream.concat(this.upload.notes().stream(), this.upload.cellNotes().stream()).toList();
	}

	@Override
	ObjectReader read(ModelInputs inputs, List<String> columns) {
		return this.upload.objects(columns);
	}

}
