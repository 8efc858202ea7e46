package io.exoscout.predictor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.exoscout.dataset.ObjectRow;
import io.exoscout.model.TrainedModel;
import io.exoscout.predictor.Prediction.Contribution;
import org.jspecify.annotations.Nullable;

/** Scores rows with one model; not thread-safe, one for each request. */
class Predictor {

	private static final double DIGITS = 1e6;

	private final TrainedModel model;

	private final int explained;

	private final double[] probabilities;

	/**
	 * A predictor.
	 * @param model what to score with
	 * @param explained how many features to name in each explanation, 0 for none
	 */
	Predictor(TrainedModel model, int explained) {
		this.model = model;
		this.explained = explained;
		this.probabilities = new double[model.forests().classes()];
	}

	Prediction predict(ObjectRow row) {
		this.model.predict(row.values(), this.probabilities);
		List<String> classNames = this.model.manifest().classNames();
		int best = 0;
		Map<String, Double> byName = new LinkedHashMap<>();
		for (int i = 0; i < this.probabilities.length; i++) {
			best = (this.probabilities[i] > this.probabilities[best]) ? i : best;
			byName.put(classNames.get(i), rounded(this.probabilities[i]));
		}
		return new Prediction(row.row(), row.object().isEmpty() ? null : row.object(), classNames.get(best),
				rounded(this.probabilities[best]), byName, explanation(row.values(), best));
	}

	private @Nullable List<Contribution> explanation(float[] values, int predicted) {
		if (this.explained == 0) {
			return null;
		}
		double[] contributions = this.model.forests().contributions(values, predicted);
		List<String> features = this.model.manifest().features();
		List<Contribution> strongest = new ArrayList<>();
		IntStream.range(0, contributions.length)
			.boxed()
			.sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(contributions[i])).thenComparing((i) -> i))
			.limit(this.explained)
			.forEach((i) -> strongest.add(new Contribution(features.get(i), Float.isNaN(values[i]) ? null : values[i],
					rounded(contributions[i]))));
		return strongest;
	}

	private static double rounded(double value) {
		return Math.rint(value * DIGITS) / DIGITS;
	}

}
