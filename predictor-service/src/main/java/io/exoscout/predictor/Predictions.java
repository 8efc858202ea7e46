package io.exoscout.predictor;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import io.exoscout.dataset.Datasets;
import io.exoscout.dataset.ObjectReader;
import io.exoscout.dataset.ObjectRow;
import io.exoscout.dataset.Upload;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelManifest;
import io.exoscout.model.TrainedModel;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** From a table or rows to written predictions; refuses before it writes. */
class Predictions {

	private final ModelShelf shelf;

	private final Datasets datasets;

	private final JsonMapper json;

	Predictions(ModelShelf shelf, Datasets datasets, JsonMapper json) {
		this.shelf = shelf;
		this.datasets = datasets;
		this.json = json;
	}

	void ofTable(InputStream csv, @Nullable String filename, @Nullable String jobId, @Nullable String name,
			Answer answer) throws IOException {
		ModelCard card = this.shelf.find(jobId, name);
		TrainedModel model = this.shelf.load(card);
		ModelManifest manifest = model.manifest();
		try (Upload upload = this.datasets.receiveToScore(csv, filename)) {
			ColumnMatch match = ColumnMatch.of(manifest, upload.report(), upload.columns());
			Predictor predictor = new Predictor(model, answer.explained());
			try (ObjectReader rows = upload.objects(manifest.features())) {
				PredictionWriter writer = answer.start(header(card, match), this.json);
				for (ObjectRow row = rows.next(); row != null; row = rows.next()) {
					writer.write(predictor.predict(row));
				}
				writer.finish();
			}
		}
	}

	void ofRows(RowsRequest request, Answer answer) throws IOException {
		ModelCard card = this.shelf.find(request.jobId(), request.model());
		TrainedModel model = this.shelf.load(card);
		JsonRows rows = new JsonRows(request.rows());
		ColumnMatch match = rows.match(model.manifest());
		List<ObjectRow> read = rows.read(model.manifest());
		Predictor predictor = new Predictor(model, answer.explained());
		PredictionWriter writer = answer.start(header(card, match), this.json);
		for (ObjectRow row : read) {
			writer.write(predictor.predict(row));
		}
		writer.finish();
	}

	private static PredictionHeader header(ModelCard card, ColumnMatch match) {
		return new PredictionHeader(card.modelId(), card.modelName(), card.manifest().classNames(), match.ignored(),
				match.missing());
	}

}
