package io.exoscout.predictor.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.exoscout.feature.FeatureInput;
import io.exoscout.fitting.OutOfFold;
import io.exoscout.model.TrainedModel;
import io.exoscout.objects.ObjectRow;
import io.exoscout.prediction.Prediction;
import io.exoscout.prediction.Prediction.Contribution;
import io.exoscout.predictor.rows.ModelInputs;
import io.exoscout.result.Rounded;

/** Scores rows with one model. */
class Predictor {

	private final TrainedModel model;

	private final List<FeatureInput> features;

	private final int explained;

	private final Runnable meanwhile;

	/** Names so many features in each explanation; 0 for none. */
	Predictor(ModelInputs inputs, int explained) {
		this(inputs, explained, () -> {
		});
	}

	/**
	 * A predictor that somebody may stop.
	 * @param inputs of the model to score with
	 * @param explained how many features to name in each explanation, 0 for none
	 * @param meanwhile called every few milliseconds; may end it with an exception
	 */
	Predictor(ModelInputs inputs, int explained, Runnable meanwhile) {
		this.model = inputs.model();
		this.features = inputs.features();
		this.explained = explained;
		this.meanwhile = meanwhile;
	}

	/**
	 * A row and what scores it.
	 *
	 * @param row its values are the feature vector
	 * @param model for what is known of it
	 */
	record Placed(ObjectRow row, RowModel model) {
	}

	/** Scores rows; they are explained together, which is quicker. */
	List<Prediction> predict(List<Placed> rows) {
		double[][] probabilities = probabilities(rows);
		int[] predicted = Arrays.stream(probabilities).mapToInt(OutOfFold::likeliest).toArray();
		double[][] contributions = contributions(rows, predicted);
		return IntStream.range(0, predicted.length)
			.mapToObj((i) -> prediction(rows.get(i), probabilities[i], predicted[i], contributions[i]))
			.toList();
	}

	private double[][] probabilities(List<Placed> rows) {
		double[][] probabilities = new double[rows.size()][this.model.forests().classes()];
		Map<RowModel, List<Integer>> together = IntStream.range(0, probabilities.length)
			.boxed()
			.collect(Collectors.groupingBy((i) -> rows.get(i).model(), IdentityHashMap::new, Collectors.toList()));
		together.forEach((model, places) -> model.predict(vectors(rows, places),
				places.stream().map((i) -> probabilities[i]).toArray(double[][]::new)));
		return probabilities;
	}

	private static float[][] vectors(List<Placed> rows, List<Integer> places) {
		return places.stream().map((i) -> rows.get(i).row().values()).toArray(float[][]::new);
	}

	/**
	 * Those to each row's predicted class; none at all when nothing is to be explained.
	 */
	private double[][] contributions(List<Placed> rows, int[] predicted) {
		double[][] contributions = new double[predicted.length][0];
		if (this.explained > 0) {
			Map<Asked, List<Integer>> together = IntStream.range(0, predicted.length)
				.boxed()
				.collect(Collectors.groupingBy((i) -> new Asked(rows.get(i).model(), predicted[i])));
			together.forEach((asked, places) -> {
				double[][] found = asked.model().contributions(vectors(rows, places), asked.output(), this.meanwhile);
				for (int i = 0; i < found.length; i++) {
					contributions[places.get(i)] = found[i];
				}
			});
		}
		return contributions;
	}

	/** Rows of one such kind are explained together. */
	private record Asked(RowModel model, int output) {
	}

	private Prediction prediction(Placed placed, double[] probabilities, int predicted, double[] contributions) {
		ObjectRow row = placed.row();
		String object = row.object().isEmpty() ? null : row.object();
		List<String> classNames = this.model.manifest().classNames();
		Map<String, Double> byName = new LinkedHashMap<>();
		for (int c = 0; c < probabilities.length; c++) {
			byName.put(classNames.get(c), Rounded.sixDigits(probabilities[c]));
		}
		return new Prediction(row.row(), object, classNames.get(predicted), Rounded.sixDigits(probabilities[predicted]),
				byName, Rounded.twoDigits(placed.model().information()),
				InformationShare.shown(placed.model().accuracy()),
				(this.explained > 0) ? strongest(row.values(), contributions) : null);
	}

	private List<Contribution> strongest(float[] values, double[] contributions) {
		List<Contribution> strongest = new ArrayList<>();
		IntStream.range(0, contributions.length)
			.boxed()
			.sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(contributions[i])).thenComparing((i) -> i))
			.limit(this.explained)
			.forEach((i) -> strongest
				.add(new Contribution(this.features.get(i).name(), Float.isNaN(values[i]) ? null : values[i],
						Rounded.sixDigits(contributions[i]), this.features.get(i).tagIds())));
		return strongest;
	}

}
