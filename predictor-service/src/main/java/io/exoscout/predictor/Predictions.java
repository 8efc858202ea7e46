package io.exoscout.predictor;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

import io.exoscout.admission.CallerPresence;
import io.exoscout.dataset.Datasets;
import io.exoscout.dataset.Upload;
import io.exoscout.explanation.WantedExplanation;
import io.exoscout.model.ModelCard;
import io.exoscout.prediction.PredictionAnswer;
import io.exoscout.prediction.PredictionHeader;
import io.exoscout.prediction.Selection;
import io.exoscout.predictor.ScorableRows.Scorable;
import io.exoscout.predictor.audit.AuditedRequest;
import io.exoscout.predictor.rows.JsonRows;
import io.exoscout.predictor.rows.ModelInputs;
import io.exoscout.predictor.rows.RowSource;
import io.exoscout.predictor.rows.UploadedTable;
import io.exoscout.predictor.scoring.BlockThreads;
import io.exoscout.predictor.scoring.ReducedModelCache;
import io.exoscout.predictor.scoring.Scoring;
import io.exoscout.predictor.shelf.FoundModel;
import io.exoscout.predictor.shelf.ModelShelf;
import io.exoscout.predictor.shelf.ModelRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Answers directly; refuses before it writes. */
record Predictions(ModelShelf shelf, ReducedModelCache reduced, BlockThreads threads, Datasets datasets,
		ScorableRows rows, JsonMapper json, ScoredRows scored) {

	void ofTable(InputStream csv, @Nullable String filename, ModelRequest wanted, PredictionAnswer answer)
			throws IOException {
		FoundModel model = this.shelf.find(wanted);
		AuditedRequest audited = AuditedRequest.current();
		audited.model(model.card());
		ModelInputs inputs = this.shelf.load(model.card());
		try (Upload upload = UploadedTable.receive(csv, filename, inputs, this.datasets)) {
			audited.table(upload.ref().sha256(), upload.ref().rows());
			score(model, inputs, UploadedTable.of(upload, this.datasets), wanted.explain(),
					opening(model, wanted, answer, List.of()));
		}
	}

	void ofRows(RowsRequest request, ModelRequest wanted, PredictionAnswer answer) throws IOException {
		FoundModel model = this.shelf.find(wanted);
		AuditedRequest.current().model(model.card());
		Scorable sent = this.rows.of(request, model.card());
		score(model, sent.rows(), wanted.explain(), opening(model, wanted, answer, sent.notes()));
	}

	private Scoring.Opening opening(FoundModel model, ModelRequest wanted, PredictionAnswer answer,
			List<String> notes) {
		Optional<Selection> selection = this.shelf.selection(model.card(), wanted.select());
		return (header) -> {
			PredictionHeader noted = header.noting(model.notes()).noting(notes);
			return answer.start(selection.map(noted::with).orElse(noted), this.json);
		};
	}

	/** Scores rows for an answer of any form. */
	void score(FoundModel model, RowSource source, WantedExplanation explain, Scoring.Opening opening)
			throws IOException {
		ModelCard card = model.card();
		if (source instanceof JsonRows sent) {
			AuditedRequest audited = AuditedRequest.current();
			audited.model(card);
			audited.table(sent.sha256(), sent.size());
		}
		score(model, this.shelf.load(card), source, explain, opening);
	}

	private void score(FoundModel model, ModelInputs inputs, RowSource source, WantedExplanation explain,
			Scoring.Opening opening) throws IOException {
		long rows = new Scoring(model.card(), inputs, source, this.reduced, explain, CallerPresence.current())
			.write(this.threads, opening, (done) -> {
			});
		this.scored.direct(rows);
	}

}
