package io.exoscout.trainer;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.exoscout.archive.Target;
import io.exoscout.candidate.Candidate;
import io.exoscout.candidate.Candidate.Reason;
import io.exoscout.dataset.RealTables;
import io.exoscout.fitting.Folds;
import io.exoscout.forest.Forests;
import io.exoscout.learning.FitMonitor;
import io.exoscout.trainer.engine.Learners;
import io.exoscout.learning.Samples;
import io.exoscout.learning.TrainingSet;
import io.exoscout.model.TrainingOptions;
import io.exoscout.learning.Seed;
import io.exoscout.model.Algorithm;
import io.exoscout.objects.ObjectTable;
import io.exoscout.result.ByFigure;
import io.exoscout.result.ResultJson;
import io.exoscout.trainer.evaluation.Baselines;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The archive's own tables, with default settings. */
class RealTrainingTests {

	private static final Map<String, Object> FEW = Map.of("n_estimators", 40);

	private static final Map<Algorithm, TrainingOutcome> KEPLER = new EnumMap<>(Algorithm.class);

	/** The Kepler table, trained on once with each algorithm. */
	private static TrainingOutcome kepler(Algorithm algorithm) throws IOException {
		if (!KEPLER.containsKey(algorithm)) {
			KEPLER.put(algorithm, train(TrainingTables.real(RealTables.KEPLER), algorithm, Target.PLANET));
		}
		return KEPLER.get(algorithm);
	}

	private static TrainingOutcome train(ObjectTable table, Algorithm algorithm, Target target) {
		return new Training(Runtime.getRuntime().availableProcessors()).run(
				TrainingTables.task(table, TrainingTables.options(algorithm, target, 42, Map.of())),
				TrainingTables.patient());
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void ranksKeplerPlanetsAboveFalsePositives(Algorithm algorithm) throws IOException {
		TrainingOutcome outcome = kepler(algorithm);
		assertThat(outcome.manifest().metrics().get("roc_auc")).isGreaterThan(0.980);
		assertThat(outcome.manifest().evaluation()).containsEntry("rows", 7585);
		assertThat(outcome.manifest().features()).contains("koi_period")
			.noneMatch((column) -> column.matches(
					"koi_score|koi_fpflag.*|koi_pdisposition|kepler_name|koi_vet.*|koi_comment|koi_disp_prov|koi_tce.*|kepid|ra|dec|koi_time0.*"));
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void ranksEveryKeplerCandidateOnce(Algorithm algorithm) throws IOException {
		ObjectTable table = TrainingTables.real(RealTables.KEPLER);
		List<String> undecided = IntStream.range(0, table.size())
			.filter((row) -> table.labels()[row].equals("CANDIDATE"))
			.mapToObj((row) -> table.objects()[row])
			.toList();
		List<Candidate> candidates = TrainingTables.candidates(kepler(algorithm));
		assertThat(candidates).hasSize(1979);
		assertThat(candidates).extracting(Candidate::object).containsExactlyInAnyOrderElementsOf(undecided);
		assertThat(candidates).extracting(Candidate::rank)
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 1979).boxed().toList());
		assertThat(candidates).extracting(Candidate::probability)
			.isSortedAccordingTo((one, other) -> Double.compare(other, one));
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void saysHowSureItIsOfKeplerCandidatesAndWhy(Algorithm algorithm) throws IOException {
		TrainingOutcome outcome = kepler(algorithm);
		assertThat(TrainingTables.candidates(outcome)).allSatisfy((candidate) -> {
			assertThat(candidate.probability()).isBetween(candidate.lower(), candidate.upper());
			assertThat(candidate.lower()).isNotNegative();
			assertThat(candidate.upper()).isLessThanOrEqualTo(1);
			assertThat(candidate.reasons()).hasSize(3)
				.extracting(Reason::feature)
				.doesNotHaveDuplicates()
				.isSubsetOf(outcome.manifest().features());
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { RealTables.KEPLER, RealTables.TESS, RealTables.K2 })
	void manyRowsAreScoredBitForBitAsEachByItself(String file) throws IOException {
		ObjectTable table = TrainingTables.real(file);
		for (Algorithm algorithm : Algorithm.values()) {
			assertScoredAlike(table, TrainingTables.options(algorithm, Target.PLANET, 42, FEW));
		}
		assertScoredAlike(table, TrainingTables.options(Algorithm.GRADIENT_BOOSTING, Target.DISPOSITION, 42, FEW));
	}

	private static void assertScoredAlike(ObjectTable table, TrainingOptions options) {
		Forests forests = Learners.of(options)
			.fit(TrainingSet.all(Samples.of(table, options)), new Seed(42), new FitMonitor())
			.forests();
		float[][] vectors = IntStream.range(0, table.size())
			.mapToObj((row) -> table.row(row).values())
			.toArray(float[][]::new);
		double[][] together = new double[vectors.length][forests.classes()];
		forests.predict(vectors, together);
		double[][] alone = new double[vectors.length][forests.classes()];
		for (int row = 0; row < vectors.length; row++) {
			forests.predict(vectors[row], alone[row]);
		}
		assertThat(Arrays.deepEquals(together, alone)).as("%s %s", options.algorithm(), options.target()).isTrue();
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void keplerProbabilitiesCanBeTakenAtTheirWord(Algorithm algorithm) throws IOException {
		assertThat(kepler(algorithm).manifest().metrics().get("calibration_error")).isLessThan(0.012);
	}

	@Test
	void averagedTreesAreTooTimidUntilTheyAreCalibrated() throws IOException {
		TrainingOutcome outcome = kepler(Algorithm.RANDOM_FOREST);
		ByFigure<Double> before = outcome.results().uncalibrated().single();
		Map<String, Double> after = outcome.manifest().metrics();
		assertThat(after.get("calibration_error")).isLessThan(before.calibrationError() / 2);
		assertThat(after.get("brier")).isLessThan(before.brier() - 0.001);
		assertThat(after.get("log_loss")).isLessThan(before.logLoss() - 0.01);
		assertThat(outcome.manifest().calibrator().slope()).isBetween(1.2, 1.6);
	}

	@Test
	void comparesWithTheArchivesOwnScore() throws IOException {
		Samples samples = Samples.of(TrainingTables.real(RealTables.KEPLER),
				TrainingTables.options(Algorithm.XGBOOST, Target.PLANET, 42, Map.of()));
		Object archive = ResultJson.map(new Baselines(samples, Folds.of(samples, new Seed(42))).measure())
			.get("archive_score");
		assertThat(archive).asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
			.containsEntry("rows_without_score", 910L)
			.hasEntrySatisfying("roc_auc", (auc) -> assertThat((Double) auc).isBetween(0.97, 0.99));
	}

	@ParameterizedTest
	@EnumSource(Target.class)
	void intervalsHoldTheFigures(Target target) throws IOException {
		Map<String, Object> results = ResultJson
			.map(new Training(Runtime.getRuntime().availableProcessors())
				.run(TrainingTables.task(TrainingTables.real(RealTables.KEPLER),
						TrainingTables.options(Algorithm.XGBOOST, target, 42, FEW)), TrainingTables.patient())
				.results());
		Map<?, ?> intervals = (Map<?, ?>) ((Map<?, ?>) results.get("evaluation")).get("intervals");
		for (String name : List.of("roc_auc", "average_precision", "accuracy", "f1_score", "brier", "log_loss",
				"calibration_error")) {
			requireWithin((Map<?, ?>) intervals.get(name), (Double) results.get(name), name);
		}
		List<?> recalls = (List<?>) results.get("recall_at_precision");
		for (int i = 0; i < 2; i++) {
			requireWithin((Map<?, ?>) ((List<?>) intervals.get("recall_at_precision")).get(i),
					(Double) ((Map<?, ?>) recalls.get(i)).get("recall"), "recall");
		}
	}

	private static void requireWithin(Map<?, ?> interval, double figure, String name) {
		assertThat(figure).as(name)
			.isGreaterThan((Double) interval.get("lower"))
			.isLessThan((Double) interval.get("upper"));
	}

	@Test
	void ranksTessPlanets() throws IOException {
		TrainingOutcome outcome = train(TrainingTables.real(RealTables.TESS), Algorithm.GRADIENT_BOOSTING,
				Target.PLANET);
		assertThat(outcome.manifest().metrics().get("roc_auc")).isGreaterThan(0.93);
		assertThat(outcome.manifest().evaluation()).containsEntry("rows", 2562);
	}

	@Test
	void trainsOnPlanetsOfK2NotOnPublications() throws IOException {
		TrainingOutcome outcome = train(TrainingTables.real(RealTables.K2), Algorithm.GRADIENT_BOOSTING, Target.PLANET);
		assertThat(outcome.manifest().evaluation()).containsEntry("rows", 830);
	}

	@Test
	void tellsTheThreeKeplerLabelsApart() throws IOException {
		TrainingOutcome outcome = train(TrainingTables.real(RealTables.KEPLER), Algorithm.GRADIENT_BOOSTING,
				Target.DISPOSITION);
		assertThat(outcome.manifest().classNames()).containsExactly("FALSE POSITIVE", "CANDIDATE", "CONFIRMED");
		assertThat(outcome.manifest().metrics().get("f1_score")).isGreaterThan(0.78);
	}

}
