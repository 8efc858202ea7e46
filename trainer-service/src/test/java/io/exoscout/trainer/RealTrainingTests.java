package io.exoscout.trainer;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.exoscout.dataset.ObjectTable;
import io.exoscout.dataset.RealTables;
import io.exoscout.dataset.Target;
import io.exoscout.model.Algorithm;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The archive's own tables, with default settings. */
class RealTrainingTests {

	private static TrainingOutcome train(ObjectTable table, Algorithm algorithm, Target target) {
		return new Training(Runtime.getRuntime().availableProcessors())
			.run(Tables.task(table, Tables.options(algorithm, target, 42, Map.of())), Tables.patient());
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void ranksKeplerPlanetsAboveFalsePositives(Algorithm algorithm) throws IOException {
		TrainingOutcome outcome = train(Tables.real(RealTables.KEPLER), algorithm, Target.PLANET);
		assertThat(outcome.manifest().metrics().get("roc_auc")).isGreaterThan(0.980);
		assertThat(outcome.manifest().evaluation()).containsEntry("rows", 7585);
		assertThat(outcome.manifest().features()).contains("koi_period")
			.noneMatch((column) -> column.matches(
					"koi_score|koi_fpflag.*|koi_pdisposition|kepler_name|koi_vet.*|koi_comment|koi_disp_prov|koi_tce.*|kepid|ra|dec|koi_time0.*"));
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void keplerProbabilitiesCanBeTakenAtTheirWord(Algorithm algorithm) throws IOException {
		TrainingOutcome outcome = train(Tables.real(RealTables.KEPLER), algorithm, Target.PLANET);
		assertThat(outcome.manifest().metrics().get("calibration_error")).isLessThan(0.012);
	}

	@Test
	@SuppressWarnings("unchecked")
	void averagedTreesAreTooTimidUntilTheyAreCalibrated() throws IOException {
		TrainingOutcome outcome = train(Tables.real(RealTables.KEPLER), Algorithm.RANDOM_FOREST, Target.PLANET);
		Map<String, Double> before = (Map<String, Double>) outcome.results().get("uncalibrated");
		Map<String, Double> after = outcome.manifest().metrics();
		assertThat(after.get("calibration_error")).isLessThan(before.get("calibration_error") / 2);
		assertThat(after.get("brier")).isLessThan(before.get("brier") - 0.001);
		assertThat(after.get("log_loss")).isLessThan(before.get("log_loss") - 0.01);
		assertThat(outcome.manifest().calibrator().slope()).isBetween(1.2, 1.6);
	}

	@Test
	void comparesWithTheArchivesOwnScore() throws IOException {
		Samples samples = Samples.of(Tables.real(RealTables.KEPLER),
				Tables.options(Algorithm.XGBOOST, Target.PLANET, 42, Map.of()));
		Object archive = new Baselines(samples, Folds.of(samples, new Seed(42))).asMap().get("archive_score");
		assertThat(archive).asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
			.containsEntry("rows_without_score", 910L)
			.hasEntrySatisfying("roc_auc", (auc) -> assertThat((Double) auc).isBetween(0.97, 0.99));
	}

	@ParameterizedTest
	@EnumSource(Target.class)
	void intervalsHoldTheFigures(Target target) throws IOException {
		Map<String, Object> few = Map.of("n_estimators", 40);
		Map<String, Object> results = new Training(Runtime.getRuntime().availableProcessors())
			.run(Tables.task(Tables.real(RealTables.KEPLER), Tables.options(Algorithm.XGBOOST, target, 42, few)),
					Tables.patient())
			.results();
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
		TrainingOutcome outcome = train(Tables.real(RealTables.TESS), Algorithm.GRADIENT_BOOSTING, Target.PLANET);
		assertThat(outcome.manifest().metrics().get("roc_auc")).isGreaterThan(0.93);
		assertThat(outcome.manifest().evaluation()).containsEntry("rows", 2562);
	}

	@Test
	void trainsOnPlanetsOfK2NotOnPublications() throws IOException {
		TrainingOutcome outcome = train(Tables.real(RealTables.K2), Algorithm.GRADIENT_BOOSTING, Target.PLANET);
		assertThat(outcome.manifest().evaluation()).containsEntry("rows", 830);
	}

	@Test
	void tellsTheThreeKeplerLabelsApart() throws IOException {
		TrainingOutcome outcome = train(Tables.real(RealTables.KEPLER), Algorithm.GRADIENT_BOOSTING,
				Target.DISPOSITION);
		assertThat(outcome.manifest().classNames()).containsExactly("FALSE POSITIVE", "CANDIDATE", "CONFIRMED");
		assertThat(outcome.manifest().metrics().get("f1_score")).isGreaterThan(0.78);
	}

}
