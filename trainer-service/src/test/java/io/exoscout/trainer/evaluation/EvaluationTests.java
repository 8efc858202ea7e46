package io.exoscout.trainer.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import io.exoscout.fitting.Folds;
import io.exoscout.fitting.OutOfFold;
import io.exoscout.leak.LeakAudit;
import io.exoscout.learning.Samples;
import io.exoscout.learning.Seed;
import io.exoscout.result.FeatureLeaks;
import io.exoscout.result.ResultJson;
import io.exoscout.trainer.TrainingTables;
import io.exoscout.worker.WorkStopped;
import io.exoscout.worker.WorkWatch;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class EvaluationTests {

	private static final int ROWS = 300;

	private static final int[] LABELS = IntStream.range(0, ROWS).map((row) -> (row % 3 == 0) ? 1 : 0).toArray();

	/** One of twenty rows is taken for the other class. */
	private static final double[] SAID = IntStream.range(0, ROWS)
		.mapToDouble((row) -> (LABELS[row] == 1 ^ row % 20 == 0) ? 0.6 + row / 1000.0 : 0.4 - row / 1000.0)
		.toArray();

	private static final FeatureLeaks NO_LEAKS = new FeatureLeaks(
			new LeakAudit(0.95, 0.8, ROWS, List.of(), List.of(), 0.5), null);

	private static final float[] NO_SCORES = scores(Float.NaN);

	private static float[] scores(float... repeated) {
		float[] scores = new float[ROWS];
		for (int row = 0; row < ROWS; row++) {
			scores[row] = repeated[row % repeated.length];
		}
		return scores;
	}

	/** Two rows on each star. */
	private static Samples samples(List<String> classNames, int[] labels, float[] archiveScores) {
		String[] stars = IntStream.range(0, ROWS).mapToObj((row) -> "star " + row / 2).toArray(String[]::new);
		return new Samples(List.of("x"), classNames, new float[1][ROWS], labels, stars, archiveScores);
	}

	private static Samples samples(float[] archiveScores) {
		return samples(List.of("FALSE POSITIVE", "CONFIRMED"), LABELS, archiveScores);
	}

	private static Map<String, Object> evaluation(Samples samples, OutOfFold predictions, WorkWatch watch) {
		Folds folds = Folds.of(samples, new Seed(1));
		return ResultJson.map(new Evaluation(samples, folds, predictions, new PredictionFigures(predictions))
			.measure(new Seed(1), NO_LEAKS, watch));
	}

	private static Map<String, Object> evaluation(float[] archiveScores) {
		return evaluation(samples(archiveScores), predictions(), TrainingTables.patient());
	}

	private static OutOfFold predictions() {
		return new OutOfFold(LABELS,
				Arrays.stream(SAID).mapToObj((said) -> new double[] { 1 - said, said }).toArray(double[][]::new));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(Map<String, Object> map, String name) {
		return (Map<String, Object>) map.get(name);
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> list(Map<String, Object> map, String name) {
		return (List<Map<String, Object>>) map.get(name);
	}

	private static double number(Map<String, Object> map, String name) {
		return (Double) map.get(name);
	}

	@Test
	void everyFoldHasAllFigures() {
		assertThat(list(evaluation(NO_SCORES), "per_fold")).hasSize(5)
			.allSatisfy((fold) -> assertThat(fold).containsKeys("fold", "rows", "stars", "roc_auc", "average_precision",
					"accuracy", "f1_score", "brier", "log_loss", "calibration_error"));
	}

	@Test
	void spreadIsMeanAndDeviationOverFolds() {
		Map<String, Object> evaluation = evaluation(NO_SCORES);
		double[] briers = list(evaluation, "per_fold").stream().mapToDouble((fold) -> number(fold, "brier")).toArray();
		double mean = Arrays.stream(briers).sum() / 5;
		double variance = Arrays.stream(briers).map((brier) -> Math.pow(brier - mean, 2)).sum() / 4;
		Map<String, Object> spread = map(map(evaluation, "spread"), "brier");
		assertThat(number(spread, "mean")).isCloseTo(mean, within(1e-12));
		assertThat(number(spread, "standard_deviation")).isCloseTo(Math.sqrt(variance), within(1e-12));
	}

	@Test
	void intervalsHoldTheFiguresOfAllRows() {
		Map<String, Object> intervals = map(evaluation(NO_SCORES), "intervals");
		assertThat(intervals).containsEntry("level", 0.95).containsEntry("resamples", 1000);
		new PredictionFigures(predictions()).all().forEach((name, figure) -> {
			assertThat(number(map(intervals, name), "lower")).as(name).isLessThan(figure);
			assertThat(number(map(intervals, name), "upper")).as(name).isGreaterThan(figure);
		});
	}

	@Test
	void recallHasAnIntervalAtEachPrecision() {
		assertThat(list(map(evaluation(NO_SCORES), "intervals"), "recall_at_precision"))
			.extracting((recall) -> recall.get("precision"))
			.containsExactly(0.99, 0.97);
	}

	@Test
	void sameSeedGivesTheSameEvaluation() {
		assertThat(evaluation(NO_SCORES)).isEqualTo(evaluation(NO_SCORES));
	}

	@Test
	void evaluationReadsTheSameInCountriesWithOtherDigits() {
		Map<String, Object> evaluation = evaluation(NO_SCORES);
		Locale home = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
		try {
			assertThat(evaluation(NO_SCORES)).isEqualTo(evaluation);
		}
		finally {
			Locale.setDefault(home);
		}
	}

	@Test
	void stopsBetweenTwoResamples() {
		int[] asked = new int[1];
		WorkWatch watch = new WorkWatch() {

			@Override
			public void progress(String phase, double fraction, String message) {
				// nobody listens
			}

			@Override
			public boolean stopped() {
				return ++asked[0] == 500;
			}

		};
		assertThatExceptionOfType(WorkStopped.class)
			.isThrownBy(() -> evaluation(samples(NO_SCORES), predictions(), watch));
		assertThat(asked[0]).isEqualTo(500);
	}

	@Test
	void majorityClassKnowsTheSharesAndNothingElse() {
		Map<String, Object> majority = map(map(evaluation(NO_SCORES), "baselines"), "majority_class");
		assertThat(number(majority, "accuracy")).isCloseTo(2.0 / 3, within(1e-12));
		assertThat(number(majority, "roc_auc")).isEqualTo(0.5);
		assertThat(number(majority, "average_precision")).isCloseTo(1.0 / 3, within(1e-12));
		assertThat(number(majority, "brier")).isCloseTo(2.0 / 9, within(0.001));
		assertThat(majority.get("recall_at_precision"))
			.isEqualTo(List.of(Map.of("precision", 0.99, "recall", 0.0), Map.of("precision", 0.97, "recall", 0.0)));
	}

	@Test
	void archiveScoreIsJudgedAsAModelIs() {
		// planets 0.9, others 0.1 and 0.7 by turns
		Map<String, Object> archive = map(map(evaluation(scores(0.9f, 0.1f, 0.7f)), "baselines"), "archive_score");
		assertThat(archive).containsEntry("roc_auc", 1.0)
			.containsEntry("average_precision", 1.0)
			.containsEntry("rows_without_score", 0L)
			.containsKeys("recall_at_precision", "precision_at", "remark")
			.doesNotContainKeys("log_loss", "calibration_error");
		assertThat(number(archive, "accuracy")).isCloseTo(2.0 / 3, within(1e-12));
		assertThat(number(archive, "brier")).isCloseTo((0.01 + 0.01 + 0.49) / 3, within(1e-6));
	}

	@Test
	void rowsTheArchiveDidNotScoreRankLowest() {
		// half the planets have no score, or none that can be, and rank with the 0
		Map<String, Object> archive = map(
				map(evaluation(scores(0.9f, 0.2f, 0, Float.NaN, 0.2f, 0, 0.9f, 0.2f, 0, -3, 0.2f, 0)), "baselines"),
				"archive_score");
		assertThat(archive).containsEntry("rows_without_score", ROWS / 6L);
		assertThat(number(archive, "roc_auc")).isCloseTo(0.5 + 0.5 * 0.5 * 0.5, within(1e-12));
	}

	@Test
	void saysWhyThereIsNoArchiveScore() {
		Map<String, Object> evaluation = evaluation(NO_SCORES);
		assertThat(map(evaluation, "baselines")).containsOnlyKeys("majority_class");
		assertThat(evaluation.get("notes")).asString().contains("archive_score", "no score of the archive's own");
	}

	@Test
	void archiveScoreTellsNoThreeClassesApart() {
		int[] labels = IntStream.range(0, ROWS).map((row) -> row % 3).toArray();
		Samples samples = samples(List.of("FALSE POSITIVE", "CANDIDATE", "CONFIRMED"), labels, scores(0.5f));
		OutOfFold predictions = new OutOfFold(labels,
				Arrays.stream(SAID)
					.mapToObj((said) -> new double[] { 0.5 - said / 2, 0.5 - said / 2, said })
					.toArray(double[][]::new));
		Map<String, Object> evaluation = evaluation(samples, predictions, TrainingTables.patient());
		assertThat(map(evaluation, "baselines")).containsOnlyKeys("majority_class");
		assertThat(evaluation.get("notes")).asString().contains("several classes");
	}

}
