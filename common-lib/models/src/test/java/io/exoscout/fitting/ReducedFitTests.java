package io.exoscout.fitting;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.learning.Fit;
import io.exoscout.learning.FitMonitor;
import io.exoscout.learning.Learner;
import io.exoscout.learning.Samples;
import io.exoscout.learning.Seed;
import io.exoscout.learning.TrainingSet;
import io.exoscout.model.Algorithm;
import io.exoscout.model.Engine;
import io.exoscout.model.BlankPatterns;
import io.exoscout.model.Calibration;
import io.exoscout.model.ModelManifest;
import io.exoscout.model.TrainedModel;
import io.exoscout.model.TrainingOptions;
import io.exoscout.neighbour.Neighbours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Rows whose class hangs on two features; a third is noise. */
class ReducedFitTests {

	private static final Samples SAMPLES = samples(600);

	private final FitThreads threads = new FitThreads(2);

	private static Samples samples(int rows) {
		Random random = new Random(7);
		float[][] values = new float[3][rows];
		int[] labels = new int[rows];
		String[] stars = new String[rows];
		for (int row = 0; row < rows; row++) {
			labels[row] = random.nextInt(3) / 2;
			values[0][row] = (float) (random.nextGaussian() + 2 * labels[row]);
			values[1][row] = (float) (random.nextGaussian() + 2 * labels[row]);
			values[2][row] = (float) random.nextGaussian();
			stars[row] = "star %04d".formatted(row / 2);
		}
		return new Samples(List.of("koi_period", "koi_depth", "koi_teq"), List.of("FALSE POSITIVE", "CONFIRMED"),
				values, labels, stars, new float[rows]);
	}

	private static TrainedModel model(Algorithm algorithm) {
		TrainingOptions options = new TrainingOptions(algorithm, Target.PLANET,
				algorithm.check(Map.of("n_estimators", 20)), List.of(), 42);
		Fit fit = Learner.of(options.algorithm(), options.hyperparameters())
			.fit(TrainingSet.all(SAMPLES), new Seed(42), new FitMonitor());
		ModelManifest manifest = new ModelManifest("0".repeat(64), Mission.KEPLER, options, "kepler-1",
				SAMPLES.features(), SAMPLES.classNames(), fit.importance(), "none", Calibration.NONE,
				Map.of("log_loss", 0.2), Map.of(), "1".repeat(64), Map.of());
		return new TrainedModel(manifest, fit.forests(), Neighbours.NONE, KeptRows.of(SAMPLES, BlankPatterns.NONE));
	}

	@Test
	void isFittedByOurLearnerWhoeverFittedTheModel() {
		TrainedModel ours = model(Algorithm.RANDOM_FOREST);
		ModelManifest manifest = ours.manifest();
		TrainingOptions options = new TrainingOptions(Algorithm.RANDOM_FOREST, Target.PLANET,
				manifest.options().hyperparameters(), List.of(), 42, Engine.TRIBUO);
		TrainedModel theirs = new TrainedModel(new ModelManifest(manifest.jobId(), manifest.mission(), options,
				manifest.featureSet(), manifest.features(), manifest.classNames(), manifest.importance(),
				manifest.calibration(), manifest.calibrator(), manifest.metrics(), manifest.evaluation(),
				manifest.datasetSha256(), manifest.provenance()), ours.forests(), ours.neighbours(), ours.rows());
		double[][] expected = new double[1][2];
		double[][] found = new double[1][2];
		float[][] vector = { { 1.5f, Float.NaN, 0.5f } };
		new ReducedFit(ours, unknown(1)).run(this.threads, new FitMonitor()).predict(vector, expected);
		new ReducedFit(theirs, unknown(1)).run(this.threads, new FitMonitor()).predict(vector, found);
		assertThat(found).isDeepEqualTo(expected);
	}

	private static BitSet unknown(int... features) {
		BitSet unknown = new BitSet();
		IntStream.of(features).forEach(unknown::set);
		return unknown;
	}

	private ReducedModel reduced(Algorithm algorithm, int... unknown) {
		return new ReducedFit(model(algorithm), unknown(unknown)).run(this.threads, new FitMonitor());
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void isWhatATrainingWithoutTheFeaturesWouldGive(Algorithm algorithm) {
		ReducedModel reduced = reduced(algorithm, 1);
		Samples without = SAMPLES.without(List.of("koi_depth"));
		Folds folds = Folds.of(without, new Seed(42));
		Fit trained = Learner.of(algorithm, model(algorithm).manifest().options().hyperparameters())
			.fit(TrainingSet.all(without), new Seed(42).at(folds.count()), new FitMonitor());
		double[] expected = new double[2];
		double[] found = new double[2];
		for (float x = -3; x < 5; x += 0.37f) {
			trained.forests().predict(new float[] { x, 0.5f }, expected);
			reduced.forests().predict(reduced.known(new float[][] { { x, Float.NaN, 0.5f } })[0], found);
			assertThat(found).containsExactly(expected);
		}
	}

	@Test
	void knowsHowMuchLessItKnows() {
		ReducedModel noiseLess = reduced(Algorithm.GRADIENT_BOOSTING, 2);
		ReducedModel half = reduced(Algorithm.GRADIENT_BOOSTING, 1, 2);
		assertThat(half.information()).isLessThan(noiseLess.information()).isGreaterThan(0.3);
		assertThat(half.skill().accuracy()).isLessThan(noiseLess.skill().accuracy())
			.isGreaterThan(half.skill().baseAccuracy());
		assertThat(half.skill().beyondBaseRate()).isTrue();
	}

	@Test
	void seesThatNoiseIsNoBetterThanTheBaseRate() {
		ReducedModel noise = reduced(Algorithm.GRADIENT_BOOSTING, 0, 1);
		assertThat(noise.skill().beyondBaseRate()).isFalse();
		assertThat(noise.information()).isLessThan(0.05);
	}

	@Test
	void keepsWholeStarsOfLargeTables() {
		Samples many = samples(KeptRows.MOST + 20_000);
		int[] stars = KeptRows.of(many, BlankPatterns.NONE).stars();
		assertThat(stars).hasSizeBetween(KeptRows.MOST * 9 / 10, KeptRows.MOST);
		Map<Integer, Long> rows = IntStream.of(stars)
			.boxed()
			.collect(Collectors.groupingBy((star) -> star, Collectors.counting()));
		assertThat(rows.values().stream().filter((count) -> count != 2).count()).isLessThanOrEqualTo(1);
	}

	@Test
	void oneMaskedModelServesRowsOfAllKindsOfBlanks() {
		ReducedModel masked = new MaskedFit(model(Algorithm.GRADIENT_BOOSTING), 3, (blank) -> blank).run(this.threads,
				new FitMonitor());
		double[] first = new double[2];
		double[] second = new double[2];
		masked.predict(new float[][] { { 3, Float.NaN, Float.NaN } }, new double[][] { first });
		masked.predict(new float[][] { { Float.NaN, 3, Float.NaN } }, new double[][] { second });
		assertThat(first[1]).isGreaterThan(0.8);
		assertThat(second[1]).isGreaterThan(0.8);
		masked.predict(new float[][] { { Float.NaN, Float.NaN, Float.NaN } }, new double[][] { first });
		double share = IntStream.of(SAMPLES.labels()).average().orElseThrow();
		assertThat(first[1]).isCloseTo(share, within(0.1));
	}

}
