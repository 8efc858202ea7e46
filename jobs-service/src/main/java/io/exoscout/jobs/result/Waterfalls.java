package io.exoscout.jobs.result;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.exoscout.explanation.Explainer;
import io.exoscout.explanation.Parts;
import io.exoscout.explanation.ScoreUnit;
import io.exoscout.feature.FeatureInput;
import io.exoscout.feature.FeatureSet;
import io.exoscout.feature.FeatureVectors;
import io.exoscout.jobs.result.Waterfall.Amount;
import io.exoscout.jobs.result.Waterfall.Part;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelManifest;
import io.exoscout.model.ModelStore;
import io.exoscout.model.TrainedModel;
import io.exoscout.objects.ObjectRow;

/** Explains what models say of single objects. The last model that was asked is kept. */
final class Waterfalls {

	/** What adds less to log-odds is not worth a line. */
	private static final double LEAST = 1e-6;

	private final ModelStore models;

	private SoftReference<Loaded> last = new SoftReference<>(null);

	Waterfalls(ModelStore models) {
		this.models = models;
	}

	/**
	 * A model in memory.
	 *
	 * @param sha256 of its file
	 * @param model the model
	 */
	private record Loaded(String sha256, TrainedModel model) {
	}

	private synchronized TrainedModel model(ModelCard card) {
		Loaded known = this.last.get();
		if (known == null || !known.sha256().equals(card.file().sha256())) {
			known = new Loaded(card.file().sha256(), this.models.load(card));
			this.last = new SoftReference<>(known);
		}
		return known.model();
	}

	/** What a model looks at in a table. */
	static FeatureVectors vectors(ModelCard card) {
		ModelManifest manifest = card.manifest();
		return new FeatureVectors(FeatureSet.of(manifest.mission(), manifest.featureSet()), manifest.features());
	}

	/**
	 * Explains an object.
	 * @param card the model's
	 * @param planets the classes that mean a planet; the likelier one is explained
	 * @param row the object's values of the columns that the model looks at
	 */
	Waterfall of(ModelCard card, List<String> planets, ObjectRow row) {
		TrainedModel model = model(card);
		float[] vector = vectors(card).of(row, model.neighbours());
		int output = likeliest(model, planets, vector);
		Parts probability = new Explainer(model.forests(), model.manifest().calibrator())
			.parts(new float[][] { vector }, output, ScoreUnit.PROBABILITY, () -> {
			});
		return of(model.manifest(), output, vector, probability, probability.logOdds());
	}

	private static int likeliest(TrainedModel model, List<String> planets, float[] vector) {
		List<String> classNames = model.manifest().classNames();
		double[] probabilities = new double[classNames.size()];
		model.predict(vector, probabilities);
		return IntStream.range(0, probabilities.length)
			.filter((output) -> planets.contains(classNames.get(output)))
			.boxed()
			.max(Comparator.comparingDouble((output) -> probabilities[output]))
			.orElse(probabilities.length - 1);
	}

	private static Waterfall of(ModelManifest manifest, int output, float[] vector, Parts probability, Parts logOdds) {
		FeatureSet set = FeatureSet.of(manifest.mission(), manifest.featureSet());
		List<Part> parts = new ArrayList<>();
		double restProbability = 0;
		double restLogOdds = 0;
		for (int f = 0; f < vector.length; f++) {
			if (Math.abs(logOdds.contributions()[0][f]) < LEAST) {
				restProbability += probability.contributions()[0][f];
				restLogOdds += logOdds.contributions()[0][f];
				continue;
			}
			FeatureInput input = set.input(manifest.features().get(f));
			Amount adds = Amount.of(probability, logOdds, f);
			parts.add(new Part(input.name(), Float.isNaN(vector[f]) ? null : vector[f], input.unit(), input.meaning(),
					input.tagIds(), adds.probability(), adds.logOdds()));
		}
		parts.sort(Comparator.comparingDouble((Part part) -> -Math.abs(part.logOdds())).thenComparing(Part::feature));
		return new Waterfall(manifest.classNames().get(output),
				Amount.rounded(probability.base()[0], logOdds.base()[0]), parts,
				Amount.rounded(restProbability, restLogOdds), Amount.rounded(probability.score(0), logOdds.score(0)));
	}

}
