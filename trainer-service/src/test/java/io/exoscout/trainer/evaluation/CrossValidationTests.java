package io.exoscout.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.exoscout.archive.Target;
import io.exoscout.fitting.CalibrationFit;
import io.exoscout.fitting.Folds;
import io.exoscout.trainer.engine.Learners;
import io.exoscout.learning.Samples;
import io.exoscout.learning.Seed;
import io.exoscout.model.Algorithm;
import io.exoscout.model.Calibration;
import io.exoscout.model.TrainingOptions;
import io.exoscout.telemetry.FinishedFold;
import io.exoscout.telemetry.FitRound;
import io.exoscout.trainer.TrainingTables;
import io.exoscout.worker.WorkWatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class CrossValidationTests {

	private static final Seed SEED = new Seed(3);

	private static final Samples SAMPLES = samples(800);

	private static final Folds FOLDS = Folds.of(SAMPLES, SEED);

	private static Samples samples(int objects) {
		return Samples.of(TrainingTables.made(objects, 1), options(Algorithm.GRADIENT_BOOSTING));
	}

	private static TrainingOptions options(Algorithm algorithm) {
		return TrainingTables.options(algorithm, Target.PLANET, 3, Map.of("n_estimators", 30));
	}

	private static CrossValidation.Result run(Samples samples, Folds folds) {
		return run(samples, folds, Algorithm.GRADIENT_BOOSTING);
	}

	private static CrossValidation.Result run(Samples samples, Folds folds, Algorithm algorithm) {
		return new CrossValidation(samples, folds, Learners.of(options(algorithm)), SEED).run(2,
				TrainingTables.patient());
	}

	private static double[] score(FoldModel model, Samples samples, int row) {
		float[] vector = new float[samples.features().size()];
		samples.copyRow(row, vector);
		double[] probabilities = new double[samples.classNames().size()];
		model.predict(vector, probabilities);
		return probabilities;
	}

	@Test
	void predictionsAreThoseOfTheCalibratedModelOfTheFold() {
		CrossValidation.Result result = run(SAMPLES, FOLDS);
		for (int row = 0; row < SAMPLES.size(); row++) {
			FoldModel model = result.foldModels().get(FOLDS.of()[row]);
			assertThat(result.predictions().probabilities()[row]).containsExactly(score(model, SAMPLES, row));
		}
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void labelsOfAFoldReachNeitherItsModelNorItsCalibration(Algorithm algorithm) {
		int[] labels = SAMPLES.labels().clone();
		for (int row : FOLDS.tested(2)) {
			labels[row] = 1 - labels[row];
		}
		Samples flipped = new Samples(SAMPLES.features(), SAMPLES.classNames(), SAMPLES.values(), labels,
				SAMPLES.stars(), SAMPLES.archiveScores());
		List<FoldModel> models = run(SAMPLES, FOLDS, algorithm).foldModels();
		List<FoldModel> others = run(flipped, FOLDS, algorithm).foldModels();
		assertThat(others.get(2).calibration()).isEqualTo(models.get(2).calibration())
			.isNotEqualTo(models.get(1).calibration());
		assertThat(others.get(1).calibration()).isNotEqualTo(models.get(1).calibration());
		for (int row : FOLDS.tested(2)) {
			assertThat(score(others.get(2), SAMPLES, row)).containsExactly(score(models.get(2), SAMPLES, row));
		}
	}

	@Test
	void theShippedModelIsCalibratedByAllUncalibratedPredictions() {
		CrossValidation.Result result = run(SAMPLES, FOLDS);
		assertThat(result.uncalibrated().size()).isEqualTo(SAMPLES.size());
		assertThat(result.calibration()).isEqualTo(CalibrationFit.of(result.uncalibrated()))
			.isNotEqualTo(CalibrationFit.of(result.predictions()));
	}

	@Test
	void everyRoundOfEveryFitIsCounted() {
		List<String> messages = new ArrayList<>();
		new CrossValidation(SAMPLES, FOLDS, Learners.of(options(Algorithm.GRADIENT_BOOSTING)), SEED).run(2,
				new WorkWatch() {

					@Override
					public void progress(String phase, double fraction, String message) {
						messages.add(message);
					}

					@Override
					public boolean stopped() {
						return false;
					}

				});
		// one model on all rows, five of folds, ten for calibration
		assertThat(messages.get(0)).contains("of 15 models to go").contains("of 480 rounds");
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void tellsOfRoundsAndOfEachFold(Algorithm algorithm) {
		List<FitRound> rounds = new ArrayList<>();
		List<FinishedFold> finished = new ArrayList<>();
		new CrossValidation(SAMPLES, FOLDS, Learners.of(TrainingTables.options(algorithm, Target.PLANET, 3, Map.of())),
				SEED)
			.run(2, new WorkWatch() {

				@Override
				public void progress(String phase, double fraction, String message) {
					assertThat(fraction).isBetween(0.0, 1.0);
				}

				@Override
				public void round(FitRound round) {
					rounds.add(round);
				}

				@Override
				public void fold(FinishedFold fold) {
					finished.add(fold);
				}

				@Override
				public boolean stopped() {
					return false;
				}

			});
		assertThat(finished).extracting(FinishedFold::fold).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
		assertThat(finished.stream().mapToInt(FinishedFold::rows).sum()).isEqualTo(SAMPLES.size());
		assertThat(rounds).isNotEmpty()
			.allMatch((round) -> round.round() >= 1 && round.round() <= round.rounds())
			.allMatch((round) -> round.trainingLoss() > 0 && round.testLoss() > 0)
			.allMatch((round) -> (round.member() != null) == (algorithm == Algorithm.ENSEMBLE));
	}

	@Test
	void tooFewStarsToHoldAnyOutLeaveTheModelUncalibrated() {
		// two stars with planets: one of them in each fold's training rows
		String[] stars = IntStream.range(0, 40).mapToObj((row) -> "star " + row).toArray(String[]::new);
		int[] labels = IntStream.range(0, 40).map((row) -> (row < 2) ? 1 : 0).toArray();
		Samples few = new Samples(List.of("x"), List.of("no", "yes"), new float[1][40], labels, stars, new float[40]);
		CrossValidation.Result result = run(few, Folds.of(few, SEED));
		assertThat(result.foldModels()).extracting(FoldModel::calibration)
			.containsExactly(Calibration.NONE, Calibration.NONE);
		assertThat(result.predictions().probabilities()).isDeepEqualTo(result.uncalibrated().probabilities());
	}

}
