package io.exoscout.predictor.shelf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.model.Algorithm;
import io.exoscout.model.ModelManifest;
import io.exoscout.model.TrainingOptions;
import io.exoscout.prediction.Selection;
import io.exoscout.prediction.WantedSelection;
import io.exoscout.predictor.TestModels;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JobCurveTests {

	private static final List<Map<String, Object>> POINTS = List.of(
			Map.of("recall", 1.0, "precision", 0.5, "threshold", 0.01),
			Map.of("recall", 0.9, "precision", 0.9, "threshold", 0.3000004),
			Map.of("recall", 0.8, "precision", 0.85, "threshold", 0.4),
			Map.of("recall", 0.7, "precision", 0.95, "threshold", 0.6), Map.of("recall", 0.0, "precision", 1.0));

	private static final ModelManifest PLANET = TestModels.model(Mission.KEPLER, TestModels.KEPLER_FEATURES).manifest();

	private static Map<String, Object> results(String... classNames) {
		Map<String, Object> byClass = new HashMap<>();
		List.of(classNames).forEach((name) -> byClass.put(name, POINTS));
		return Map.of("curves", Map.of("precision_recall", byClass));
	}

	private static Selection selection(double precision) {
		return new JobCurve(PLANET, results("CONFIRMED")).selection(WantedSelection.ofPrecision(precision, null));
	}

	private static ModelManifest dispositions(Mission mission, String... classNames) {
		ModelManifest made = TestModels.trained(PLANET,
				new TrainingOptions(Algorithm.RANDOM_FOREST, Target.DISPOSITION, Map.of(), List.of(), 42), Map.of());
		return new ModelManifest(made.jobId(), mission, made.options(), made.featureSet(), made.features(),
				List.of(classNames), made.importance(), made.calibration(), made.calibrator(), made.metrics(),
				made.evaluation(), made.datasetSha256(), made.provenance());
	}

	private static String refused(ModelManifest manifest, @Nullable Map<String, Object> results, double precision,
			@Nullable String className, ErrorCode code) {
		return assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(
					() -> new JobCurve(manifest, results).selection(WantedSelection.ofPrecision(precision, className)))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(code))
			.actual()
			.getMessage();
	}

	@Test
	void takesTheLowestThresholdThatReachesThePrecision() {
		assertThat(selection(0.85)).isEqualTo(new Selection("CONFIRMED", 0.85, null, 0.3, 0.9, 0.9));
		assertThat(selection(0.95)).isEqualTo(new Selection("CONFIRMED", 0.95, null, 0.6, 0.95, 0.7));
		assertThat(selection(0.1).threshold()).isEqualTo(0.01);
	}

	@Test
	void aPrecisionThatIsNeverReachedIsRefusedWithTheBest() {
		assertThat(refused(PLANET, results("CONFIRMED"), 0.96, null, ErrorCode.NO_SUCH_THRESHOLD)).contains("0.96",
				"0.9500");
	}

	@Test
	void aJobWithoutCurvesIsRefused() {
		refused(PLANET, Map.of(), 0.5, null, ErrorCode.NO_SUCH_THRESHOLD);
		refused(PLANET, null, 0.5, null, ErrorCode.NO_SUCH_THRESHOLD);
		refused(PLANET, results("CONFIRMED"), 0.5, "FALSE POSITIVE", ErrorCode.NO_SUCH_THRESHOLD);
	}

	@Test
	void ofSeveralClassesTheOneThatMeansPlanetsIsMeant() {
		ModelManifest three = dispositions(Mission.KEPLER, "CANDIDATE", "CONFIRMED", "FALSE POSITIVE");
		Map<String, Object> results = results("CANDIDATE", "CONFIRMED", "FALSE POSITIVE");
		assertThat(new JobCurve(three, results).selection(WantedSelection.ofPrecision(0.9, null)).className())
			.isEqualTo("CONFIRMED");
		assertThat(new JobCurve(three, results).selection(WantedSelection.ofPrecision(0.9, "CANDIDATE")).className())
			.isEqualTo("CANDIDATE");
		assertThat(refused(three, results, 0.9, "PLANET", ErrorCode.INVALID_PARAMETER)).contains("CANDIDATE");
	}

	@Test
	void whereSeveralClassesMeanPlanetsOneHasToBeNamed() {
		ModelManifest tess = dispositions(Mission.TESS, "CP", "FP", "KP", "PC");
		assertThat(refused(tess, results("CP", "KP"), 0.9, null, ErrorCode.NO_SUCH_THRESHOLD)).contains("CP, KP",
				"precision_class");
		assertThat(new JobCurve(tess, results("CP", "KP")).selection(WantedSelection.ofPrecision(0.9, "KP")).recall())
			.isEqualTo(0.9);
	}

	@Test
	void takesTheHighestThresholdThatReachesTheRecall() {
		JobCurve curve = new JobCurve(PLANET, results("CONFIRMED"));
		assertThat(curve.selection(WantedSelection.ofRecall(0.8, null)))
			.isEqualTo(new Selection("CONFIRMED", null, 0.8, 0.4, 0.85, 0.8));
		assertThat(curve.selection(WantedSelection.ofRecall(0.81, null)))
			.isEqualTo(new Selection("CONFIRMED", null, 0.81, 0.3, 0.9, 0.9));
		assertThat(curve.selection(WantedSelection.ofRecall(1, null)).threshold()).isEqualTo(0.01);
		assertThat(curve.selection(WantedSelection.ofRecall(0.1, null)).threshold()).isEqualTo(0.6);
	}

	@Test
	void aRecallThatIsNeverReachedIsRefusedWithTheBest() {
		Map<String, Object> results = Map.of("curves", Map.of("precision_recall", Map.of("CONFIRMED", List
			.of(Map.of("recall", 1.0, "precision", 0.5), Map.of("recall", 0.6, "precision", 0.9, "threshold", 0.5)))));
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> new JobCurve(PLANET, results).selection(WantedSelection.ofRecall(0.7, null)))
			.returns(ErrorCode.NO_SUCH_THRESHOLD, ProblemException::code)
			.withMessageContaining("recall is 0.7")
			.withMessageContaining("0.6000");
	}

	@Test
	void aClassThatIsNoneIsNamedByItsParameter() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(
					() -> new JobCurve(PLANET, results("CONFIRMED")).selection(WantedSelection.ofRecall(0.7, "PLANET")))
			.returns(ErrorCode.INVALID_PARAMETER, ProblemException::code)
			.withMessageContaining("recall_class is 'PLANET'");
	}

}
