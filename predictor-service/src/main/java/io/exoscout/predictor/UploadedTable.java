package io.exoscout.predictor;

import java.util.List;

import io.exoscout.dataset.ObjectReader;
import io.exoscout.dataset.Upload;

/** A table that was just received. */
class UploadedTable extends TableRows {

	private final Upload upload;

	UploadedTable(Upload upload, int maxObjects) {
		super(maxObjects);
		this.upload = upload;
	}

	@Override
	public ColumnMatch match(ModelInputs inputs) {
		return ColumnMatch.of(inputs, this.upload.report(), this.upload.columns());
	}

	@Override
	public List<String> notes() {
		return this.upload.notes();
	}

	@Override
	ObjectReader read(ModelInputs inputs, List<String> columns) {
		return this.upload.objects(columns);
	}

}
