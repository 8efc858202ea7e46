package io.exoscout.trainer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.model.Algorithm;
import io.exoscout.model.Engine;
import io.exoscout.model.ModelFile;
import io.exoscout.model.TrainingOptions;
import io.exoscout.objects.ObjectTable;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import io.exoscout.result.FeatureImportance;
import io.exoscout.result.ResultJson;
import io.exoscout.worker.WorkStopped;
import io.exoscout.worker.WorkWatch;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class TrainingTests {

	private static final ObjectTable TABLE = TrainingTables.made(600, 1);

	private static Training.Task task(ObjectTable table, Algorithm algorithm, Target target) {
		return TrainingTables.task(table, TrainingTables.options(algorithm, target, 42, Map.of("n_estimators", 30)));
	}

	private static TrainingOutcome train(Algorithm algorithm, int threads) {
		return new Training(threads).run(task(TABLE, algorithm, Target.PLANET), TrainingTables.patient());
	}

	private static byte[] bytes(TrainingOutcome outcome) {
		return ModelFile.write(outcome.model());
	}

	/** The same objects, the other way round. */
	private static ObjectTable reversed(ObjectTable table) {
		int[] order = IntStream.range(0, table.size()).map((i) -> table.size() - 1 - i).toArray();
		float[][] values = Arrays.stream(table.values()).map((column) -> pick(column, order)).toArray(float[][]::new);
		return new ObjectTable(table.mission(), IntStream.of(order).mapToLong((i) -> table.rows()[i]).toArray(),
				pick(table.objects(), order), pick(table.stars(), order), pick(table.labels(), order), table.columns(),
				values, pick(table.archiveScores(), order));
	}

	private static float[] pick(float[] from, int[] order) {
		float[] picked = new float[order.length];
		for (int i = 0; i < order.length; i++) {
			picked[i] = from[order[i]];
		}
		return picked;
	}

	private static String[] pick(String[] from, int[] order) {
		return IntStream.of(order).mapToObj((i) -> from[i]).toArray(String[]::new);
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void sameJobGivesTheSameBytesOnAnyNumberOfThreads(Algorithm algorithm) {
		TrainingOutcome one = train(algorithm, 1);
		TrainingOutcome three = train(algorithm, 3);
		assertThat(bytes(three)).isEqualTo(bytes(one));
		assertThat(TrainingTables.candidates(three)).isEqualTo(TrainingTables.candidates(one));
		assertThat(three.results().curves()).isEqualTo(one.results().curves());
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void orderOfRowsDoesNotMatter(Algorithm algorithm) {
		TrainingOutcome reversed = new Training(2).run(task(reversed(TABLE), algorithm, Target.PLANET),
				TrainingTables.patient());
		TrainingOutcome straight = train(algorithm, 2);
		assertThat(bytes(reversed)).isEqualTo(bytes(straight));
		assertThat(TrainingTables.candidates(reversed)).isEqualTo(TrainingTables.candidates(straight));
	}

	@ParameterizedTest
	@EnumSource(names = { "RANDOM_FOREST", "XGBOOST" })
	void tribuosModelsAreTheSameOnAnyNumberOfThreadsAndInAnyOrderOfRows(Algorithm algorithm) {
		TrainingOutcome one = tribuo(TABLE, algorithm, 1);
		assertThat(bytes(tribuo(TABLE, algorithm, 3))).isEqualTo(bytes(one));
		assertThat(bytes(tribuo(reversed(TABLE), algorithm, 2))).isEqualTo(bytes(one));
		assertThat(one.original()).isNotEmpty();
		assertThat(one.manifest().provenance()).containsKey("tribuo");
		assertThat(one.manifest().metrics().get("roc_auc")).isGreaterThan(0.8);
	}

	@Test
	void onlyTribuosModelsHaveAFileOfTribuos() {
		TrainingOutcome ours = train(Algorithm.RANDOM_FOREST, 2);
		assertThat(ours.original()).isNull();
		assertThat(ours.manifest().provenance()).doesNotContainKey("tribuo");
	}

	private static TrainingOutcome tribuo(ObjectTable table, Algorithm algorithm, int threads) {
		TrainingOptions options = new TrainingOptions(algorithm, Target.PLANET,
				algorithm.check(Map.of("n_estimators", 15)), List.of(), 42, Engine.TRIBUO);
		return new Training(threads).run(TrainingTables.task(table, options), TrainingTables.patient());
	}

	@Test
	void figuresAreOutOfFold() {
		// labels that nothing explains: whoever looks at his own training rows looks good
		String[] labels = TABLE.labels().clone();
		for (int i = 0; i < labels.length; i++) {
			labels[i] = (Integer.bitCount(i * 0x9E3779B9) % 2 == 0) ? "CONFIRMED" : "FALSE POSITIVE";
		}
		ObjectTable random = new ObjectTable(Mission.KEPLER, TABLE.rows(), TABLE.objects(), TABLE.stars(), labels,
				TABLE.columns(), TABLE.values(), TABLE.archiveScores());
		TrainingOutcome outcome = new Training(2).run(task(random, Algorithm.RANDOM_FOREST, Target.PLANET),
				TrainingTables.patient());
		assertThat(outcome.manifest().metrics().get("roc_auc")).isBetween(0.38, 0.62);
	}

	@Test
	void planetsAreThePositiveClass() {
		TrainingOutcome outcome = train(Algorithm.GRADIENT_BOOSTING, 2);
		assertThat(outcome.manifest().classNames()).containsExactly("FALSE POSITIVE", "CONFIRMED");
		double[] probabilities = new double[2];
		outcome.model().forests().predict(new float[] { 3, 0, Float.NaN, 7 }, probabilities);
		assertThat(probabilities[1]).isGreaterThan(0.5);
		assertThat(outcome.manifest().metrics().get("roc_auc")).isGreaterThan(0.8);
	}

	@Test
	void undecidedObjectsAreNotTrainedOn() {
		Map<String, Object> evaluation = train(Algorithm.RANDOM_FOREST, 2).manifest().evaluation();
		long decided = IntStream.range(0, TABLE.size()).filter((i) -> !TABLE.labels()[i].equals("CANDIDATE")).count();
		assertThat(evaluation).containsEntry("rows", (int) decided).containsEntry("folds", 5);
	}

	@Test
	void dispositionTellsAllLabelsApart() {
		TrainingOutcome outcome = new Training(2).run(task(TABLE, Algorithm.XGBOOST, Target.DISPOSITION),
				TrainingTables.patient());
		assertThat(outcome.manifest().classNames()).containsExactly("FALSE POSITIVE", "CANDIDATE", "CONFIRMED");
		assertThat(outcome.model().forests().classes()).isEqualTo(3);
	}

	@Test
	void resultsHoldAllOfTheContract() {
		Map<String, Object> results = ResultJson.map(train(Algorithm.XGBOOST, 2).results());
		assertThat(results).containsKeys("f1_score", "accuracy", "roc_auc", "average_precision", "log_loss", "brier",
				"calibration_error", "recall_at_precision", "precision_at", "classification_report", "confusion_matrix",
				"curves", "feature_importance", "evaluation", "leak_audit", "candidates", "timings", "provenance");
		assertThat(results.get("provenance")).asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsEntry("xgboost", "3.4.0")
			.containsEntry("feature_set", "kepler-1")
			.containsEntry("table_sha256", "digest");
	}

	@Test
	void resultsKeepTheirNamesInTheirOrder() {
		Map<String, Object> results = ResultJson.map(train(Algorithm.XGBOOST, 2).results());
		assertThat(results.keySet()).containsExactly("accuracy", "average_precision", "brier", "calibration_error",
				"f1_score", "log_loss", "roc_auc", "recall_at_precision", "precision_at", "uncalibrated",
				"classification_report", "confusion_matrix", "curves", "feature_importance", "evaluation", "leak_audit",
				"candidates", "timings", "provenance");
		assertThat(names(results, "evaluation")).containsExactly("protocol", "folds", "groups", "rows", "class_counts",
				"per_fold", "spread", "intervals", "baselines", "leak_audit");
		assertThat(names(results, "classification_report")).containsExactly("FALSE POSITIVE", "CONFIRMED", "accuracy",
				"macro avg", "weighted avg");
	}

	private static List<String> names(Map<String, Object> results, String part) {
		return ((Map<?, ?>) results.get(part)).keySet().stream().map(String::valueOf).toList();
	}

	@Test
	void figuresAreCalibratedAndTheUncalibratedOnesStandBeside() {
		TrainingOutcome outcome = train(Algorithm.RANDOM_FOREST, 2);
		Map<String, Object> before = ResultJson.map(outcome.results().uncalibrated());
		assertThat(before).containsKeys("brier", "log_loss", "calibration_error", "roc_auc", "recall_at_precision");
		assertThat(outcome.results().figures().single().logLoss()).isNotEqualTo(before.get("log_loss"));
		assertThat(outcome.manifest().calibration()).isEqualTo("sigmoid");
		assertThat(outcome.manifest().calibrator().offsets()).hasSize(2);
	}

	@Test
	void importanceIsSortedAndSumsToOne() {
		List<Double> importance = new ArrayList<>();
		for (FeatureImportance entry : train(Algorithm.RANDOM_FOREST, 2).results().featureImportance()) {
			importance.add(entry.importance());
		}
		assertThat(importance).hasSize(4).isSortedAccordingTo((a, b) -> Double.compare(b, a));
		assertThat(importance.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1, within(1e-9));
	}

	@Test
	void anyDatabaseTakesTheResults() {
		requirePlain(ResultJson.map(train(Algorithm.XGBOOST, 2).results()));
	}

	private static void requirePlain(Object value) {
		if (value instanceof Map<?, ?> map) {
			map.forEach((key, inner) -> {
				assertThat((String) key).doesNotContain(".").doesNotStartWith("$");
				requirePlain(inner);
			});
		}
		else if (value instanceof List<?> list) {
			list.forEach(TrainingTests::requirePlain);
		}
		else if (value instanceof Double number) {
			assertThat(number).isFinite();
		}
		else {
			assertThat(value).isInstanceOfAny(String.class, Integer.class, Long.class, Boolean.class);
		}
	}

	@Test
	void excludedFeaturesAreLeftOut() {
		var options = TrainingTables.options(Algorithm.RANDOM_FOREST, Target.PLANET, 1, Map.of("n_estimators", 2));
		var without = new TrainingOptions(options.algorithm(), options.target(), options.hyperparameters(),
				List.of("signal"), 1);
		assertThat(new Training(1).run(TrainingTables.task(TABLE, without), TrainingTables.patient())
			.manifest()
			.features()).containsExactly("noise", "gap", "constant");
	}

	@Test
	void refusesTablesWithoutColumnsOrClasses() {
		ObjectTable empty = new ObjectTable(TABLE.mission(), TABLE.rows(), TABLE.objects(), TABLE.stars(),
				TABLE.labels(), List.of(), new float[0][], TABLE.archiveScores());
		refused(empty, "no_usable_column");
		String[] labels = new String[TABLE.size()];
		Arrays.fill(labels, "CANDIDATE");
		refused(new ObjectTable(TABLE.mission(), TABLE.rows(), TABLE.objects(), TABLE.stars(), labels, TABLE.columns(),
				TABLE.values(), TABLE.archiveScores()), "one_class");
	}

	private static void refused(ObjectTable table, String code) {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(
					() -> new Training(1).run(task(table, Algorithm.XGBOOST, Target.PLANET), TrainingTables.patient()))
			.matches((ex) -> ex.kind() == ProblemKind.UNUSABLE && ex.code().id().equals(code));
	}

	@Test
	void progressNeverGoesBack() {
		List<Double> fractions = new ArrayList<>();
		List<String> phases = new ArrayList<>();
		new Training(2).run(task(TABLE, Algorithm.GRADIENT_BOOSTING, Target.PLANET), new WorkWatch() {

			@Override
			public void progress(String phase, double fraction, String message) {
				fractions.add(fraction);
				phases.add(phase);
			}

			@Override
			public boolean stopped() {
				return false;
			}

		});
		assertThat(fractions).isSorted().allMatch((fraction) -> fraction >= 0 && fraction <= 1);
		assertThat(phases).startsWith("cross_validation").contains("evaluation").endsWith("candidates");
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	@Timeout(60)
	void stopsPromptlyInTheMiddle(Algorithm algorithm) {
		assertStopsPromptly(TrainingTables.options(algorithm, Target.PLANET, 1, Map.of("n_estimators", 1000)));
	}

	@Test
	@Timeout(60)
	void tribuosForestStopsPromptlyInTheMiddle() {
		assertStopsPromptly(new TrainingOptions(Algorithm.RANDOM_FOREST, Target.PLANET,
				Algorithm.RANDOM_FOREST.check(Map.of("n_estimators", 1000)), List.of(), 1, Engine.TRIBUO));
	}

	/**
	 * A thousandth of what the whole would take; on an idle machine it is half a second
	 * at most, which Tribuo needs to split a node.
	 */
	private static final Duration AT_ONCE = Duration.ofSeconds(10);

	private static void assertStopsPromptly(TrainingOptions options) {
		Training.Task endless = TrainingTables.task(TrainingTables.made(30_000, 2), options);
		Impatient watch = new Impatient();
		assertThatExceptionOfType(WorkStopped.class).isThrownBy(() -> new Training(2).run(endless, watch));
		assertThat(Duration.between(watch.stoppedAt, Instant.now())).isLessThan(AT_ONCE);
		Awaitility.await()
			.until(() -> Thread.getAllStackTraces()
				.keySet()
				.stream()
				.noneMatch((thread) -> thread.getName().equals("exoscout-fit")));
	}

	/** Stops as soon as the first trees are grown. */
	private static final class Impatient implements WorkWatch {

		private boolean growing;

		private Instant stoppedAt = Instant.MAX;

		@Override
		public void progress(String phase, double fraction, String message) {
			this.growing = fraction > 0;
		}

		@Override
		public boolean stopped() {
			if (this.growing && this.stoppedAt == Instant.MAX) {
				this.stoppedAt = Instant.now();
			}
			return this.growing;
		}

	}

}
