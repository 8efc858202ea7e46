package io.exoscout.predictor.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.exoscout.explanation.Parts;
import io.exoscout.explanation.ScoreUnit;
import io.exoscout.explanation.WantedExplanation;
import io.exoscout.feature.FeatureInput;
import io.exoscout.fitting.OutOfFold;
import io.exoscout.forest.Forests;
import io.exoscout.model.TrainedModel;
import io.exoscout.objects.ObjectRow;
import io.exoscout.prediction.Prediction;
import io.exoscout.prediction.Prediction.Contribution;
import io.exoscout.prediction.Prediction.Explained;
import io.exoscout.predictor.rows.ModelInputs;
import io.exoscout.result.Rounded;

/** Scores rows with one model. */
class Predictor {

	private final TrainedModel model;

	private final List<FeatureInput> features;

	private final WantedExplanation wanted;

	/** The class to explain, -1 for that which is predicted. */
	private final int output;

	private final Runnable meanwhile;

	/** A predictor that nobody stops. */
	Predictor(ModelInputs inputs, WantedExplanation wanted) {
		this(inputs, wanted, () -> {
		});
	}

	/**
	 * A predictor that somebody may stop.
	 * @param inputs of the model to score with
	 * @param wanted how to explain
	 * @param meanwhile called every few milliseconds, on several threads; may end it with
	 * an exception
	 * @throws io.exoscout.problem.ProblemException {@code INVALID} if a class is to be
	 * explained that the model does not have
	 */
	Predictor(ModelInputs inputs, WantedExplanation wanted, Runnable meanwhile) {
		this.model = inputs.model();
		this.features = inputs.features();
		this.wanted = wanted;
		this.output = wanted.output(this.model.manifest().classNames());
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
		Prediction[] predictions = new Prediction[predicted.length];
		Arrays.setAll(predictions, (i) -> prediction(rows.get(i), probabilities[i], predicted[i]));
		if (this.wanted.any()) {
			explain(rows, predicted, probabilities, predictions);
		}
		return List.of(predictions);
	}

	private double[][] probabilities(List<Placed> rows) {
		double[][] probabilities = new double[rows.size()][this.model.forests().classes()];
		RowModel first = rows.get(0).model();
		if (rows.stream().allMatch((row) -> row.model() == first)) {
			first.predict(rows.stream().map((row) -> row.row().values()).toArray(float[][]::new), probabilities);
			return probabilities;
		}
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

	private void explain(List<Placed> rows, int[] predicted, double[][] probabilities, Prediction[] predictions) {
		// equal models are one, but it takes long to tell, so each is looked at once
		Map<RowModel, RowModel> equal = new HashMap<>();
		Map<RowModel, RowModel> seen = new IdentityHashMap<>();
		rows.forEach((row) -> seen.computeIfAbsent(row.model(),
				(model) -> Objects.requireNonNullElse(equal.putIfAbsent(model, model), model)));
		Map<Asked, List<Integer>> together = IntStream.range(0, predicted.length)
			.boxed()
			.filter((i) -> Rounded.sixDigits(probabilities[i][output(predicted[i])]) >= least())
			.collect(Collectors.groupingBy((i) -> new Asked(seen.getOrDefault(rows.get(i).model(), rows.get(i).model()),
					output(predicted[i]))));
		// in parts of equal size on all cores; no row has a say in the parts of another
		together.entrySet()
			.stream()
			.flatMap((entry) -> Part.of(entry.getKey(), entry.getValue()))
			.toList()
			.parallelStream()
			.forEach((part) -> explain(part, rows, probabilities, predictions));
	}

	private void explain(Part part, List<Placed> rows, double[][] probabilities, Prediction[] predictions) {
		int output = part.asked().output();
		Parts parts = part.asked()
			.model()
			.parts(vectors(rows, part.places()), output, this.wanted.unit(), this.meanwhile);
		for (int i = 0; i < part.places().size(); i++) {
			int place = part.places().get(i);
			double score = parts.score(i);
			if (this.wanted.unit() == ScoreUnit.PROBABILITY) {
				// what is shown, to the last digit
				score = probabilities[place][output];
			}
			predictions[place] = explained(predictions[place], rows.get(place).row().values(), parts, i, output,
					Rounded.sixDigits(score));
		}
	}

	private int output(int predicted) {
		return (this.output >= 0) ? this.output : predicted;
	}

	private double least() {
		return (this.wanted.least() != null) ? this.wanted.least() : 0;
	}

	/** Rows of one such kind are explained together. */
	private record Asked(RowModel model, int output) {

		@Override
		public boolean equals(Object other) {
			return other instanceof Asked asked && asked.model == this.model && asked.output == this.output;
		}

		@Override
		public int hashCode() {
			return 31 * System.identityHashCode(this.model) + this.output;
		}

	}

	/** As many of them as are explained at a time, by their places. */
	private record Part(Asked asked, List<Integer> places) {

		static Stream<Part> of(Asked asked, List<Integer> places) {
			int size = Forests.EXPLAINED_TOGETHER;
			return IntStream.range(0, (places.size() + size - 1) / size)
				.mapToObj((i) -> new Part(asked, places.subList(i * size, Math.min((i + 1) * size, places.size()))));
		}

	}

	private Prediction prediction(Placed placed, double[] probabilities, int predicted) {
		ObjectRow row = placed.row();
		String object = row.object().isEmpty() ? null : row.object();
		List<String> classNames = this.model.manifest().classNames();
		Map<String, Double> byName = new LinkedHashMap<>();
		for (int c = 0; c < probabilities.length; c++) {
			byName.put(classNames.get(c), Rounded.sixDigits(probabilities[c]));
		}
		return new Prediction(row.row(), object, classNames.get(predicted), Rounded.sixDigits(probabilities[predicted]),
				byName, Rounded.twoDigits(placed.model().information()),
				InformationShare.shown(placed.model().accuracy()), null);
	}

	private Prediction explained(Prediction prediction, float[] values, Parts parts, int row, int output,
			double score) {
		List<Contribution> strongest = strongest(values, parts.contributions()[row]);
		double base = Rounded.sixDigits(parts.base()[row]);
		double named = strongest.stream().mapToDouble(Contribution::contribution).sum();
		// of the rounded parts, so that these, too, add up
		double rest = Rounded.sixDigits(score - base - named) + 0.0;
		return prediction.with(new Explained(this.model.manifest().classNames().get(output), parts.unit().id(),
				this.wanted.unit() != null, base, rest), strongest);
	}

	private List<Contribution> strongest(float[] values, double[] contributions) {
		List<Contribution> strongest = new ArrayList<>();
		IntStream.range(0, contributions.length)
			.boxed()
			.sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(contributions[i])).thenComparing((i) -> i))
			.limit(this.wanted.features())
			.forEach((i) -> strongest
				.add(new Contribution(this.features.get(i).name(), Float.isNaN(values[i]) ? null : values[i],
						Rounded.sixDigits(contributions[i]), this.features.get(i).tagIds())));
		return strongest;
	}

}
