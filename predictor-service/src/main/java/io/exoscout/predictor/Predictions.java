package io.exoscout.predictor;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;

import io.exoscout.dataset.Datasets;
import io.exoscout.dataset.ObjectReader;
import io.exoscout.dataset.ObjectRow;
import io.exoscout.dataset.Upload;
import io.exoscout.model.Forests;
import io.exoscout.model.ModelCard;
import io.exoscout.model.TrainedModel;
import io.exoscout.predictor.ModelInputs.Surroundings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** From a table or rows to written predictions; refuses before it writes. */
class Predictions {

	private final ModelShelf shelf;

	private final Datasets datasets;

	private final JsonMapper json;

	private final ScoredRows scored;

	Predictions(ModelShelf shelf, Datasets datasets, JsonMapper json, ScoredRows scored) {
		this.shelf = shelf;
		this.datasets = datasets;
		this.json = json;
		this.scored = scored;
	}

	void ofTable(InputStream csv, @Nullable String filename, @Nullable String jobId, @Nullable String name,
			Answer answer) throws IOException {
		ModelCard card = this.shelf.find(jobId, name);
		TrainedModel model = this.shelf.load(card);
		ModelInputs inputs = new ModelInputs(model);
		try (Upload upload = this.datasets.receiveToScore(csv, filename)) {
			ColumnMatch match = ColumnMatch.of(inputs, upload.report(), upload.columns());
			Surroundings surroundings = inputs.of(upload, this.datasets.limits().maxObjects());
			Predictor predictor = new Predictor(model, answer.explained());
			try (ObjectReader rows = upload.objects(inputs.columns())) {
				PredictionWriter writer = answer.start(header(card, match, surroundings), this.json);
				write(rows::next, (row) -> inputs.vector(row, surroundings), predictor, writer);
			}
		}
	}

	void ofRows(RowsRequest request, Answer answer) throws IOException {
		ModelCard card = this.shelf.find(request.jobId(), request.model());
		TrainedModel model = this.shelf.load(card);
		JsonRows rows = new JsonRows(request.rows());
		ModelInputs inputs = new ModelInputs(model);
		ColumnMatch match = rows.match(inputs);
		List<ObjectRow> read = rows.read(inputs);
		Surroundings surroundings = inputs.of(read);
		Predictor predictor = new Predictor(model, answer.explained());
		PredictionWriter writer = answer.start(header(card, match, surroundings), this.json);
		Iterator<ObjectRow> left = read.iterator();
		write(() -> left.hasNext() ? left.next() : null, (row) -> inputs.vector(row, surroundings), predictor, writer);
	}

	/** Gives rows until there are no more. */
	private interface Rows {

		@Nullable ObjectRow next();

	}

	private void write(Rows rows, UnaryOperator<ObjectRow> vector, Predictor predictor, PredictionWriter writer)
			throws IOException {
		List<ObjectRow> together = new ArrayList<>();
		for (ObjectRow row = rows.next(); row != null; row = rows.next()) {
			together.add(vector.apply(row));
			if (together.size() == Forests.EXPLAINED_TOGETHER) {
				write(predictor.predict(together), writer);
				together.clear();
			}
		}
		write(predictor.predict(together), writer);
		writer.finish();
	}

	private void write(List<Prediction> predictions, PredictionWriter writer) throws IOException {
		for (Prediction prediction : predictions) {
			writer.write(prediction);
		}
		this.scored.direct(predictions.size());
	}

	private static PredictionHeader header(ModelCard card, ColumnMatch match, Surroundings surroundings) {
		return new PredictionHeader(card.modelId(), card.modelName(), card.manifest().classNames(), match.ignored(),
				match.missing(), surroundings.context());
	}

}
