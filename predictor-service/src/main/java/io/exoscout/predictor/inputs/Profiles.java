package io.exoscout.predictor.inputs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.dataset.Datasets;
import io.exoscout.explanation.WantedExplanation;
import io.exoscout.model.ModelCard;
import io.exoscout.prediction.Prediction;
import io.exoscout.prediction.PredictionWriter;
import io.exoscout.predictor.rows.JsonRows;
import io.exoscout.predictor.rows.ModelInputs;
import io.exoscout.predictor.scoring.BlockThreads;
import io.exoscout.predictor.scoring.ReducedModelCache;
import io.exoscout.predictor.scoring.Scoring;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;

/**
 * Asks a model about one row again and again, each time with another value of a column.
 * One by one, because rows that are sent together are each other's company.
 *
 * @param reduced models for columns that are there
 * @param threads that score
 * @param datasets knows how large rows may be
 */
public record Profiles(ReducedModelCache reduced, BlockThreads threads, Datasets datasets) {

	private static final int POINTS = 41;

	ProfilePage of(ModelCard card, ModelInputs inputs, String column, Map<String, Object> row) throws IOException {
		List<Float> values = InputPages.quantiles(inputs, column, POINTS);
		if (values.isEmpty()) {
			throw ProblemException.invalidParameter("column",
					"column is '%s'; accepted are columns of this model whose values it keeps, which /inputs lists with quantiles"
						.formatted(Quoted.shortened(column)));
		}
		Map<String, List<Double>> probabilities = new LinkedHashMap<>();
		for (float value : values) {
			Map<String, Object> changed = new HashMap<>(row);
			changed.put(column, value);
			predicted(card, inputs, changed).probabilities()
				.forEach((name, probability) -> probabilities.computeIfAbsent(name, (first) -> new ArrayList<>())
					.add(probability));
		}
		return new ProfilePage(card.modelId(), card.modelName(), column,
				ArchiveColumns.of(inputs.mission(), column).unit(), values, probabilities);
	}

	private Prediction predicted(ModelCard card, ModelInputs inputs, Map<String, Object> row) throws IOException {
		List<Prediction> predictions = new ArrayList<>();
		new Scoring(card, inputs, new JsonRows(List.of(row), this.datasets.limits()), this.reduced,
				WantedExplanation.NONE, () -> {
				})
			.write(this.threads, (header) -> new PredictionWriter() {

				@Override
				public void write(Prediction prediction) {
					predictions.add(prediction);
				}

				@Override
				public void finish() {
					// all of it is here
				}

			}, (done) -> {
			});
		return predictions.get(0);
	}

}
