package io.exoscout.trainer;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.dataset.TableReport;
import io.exoscout.feature.FeaturePlan;
import io.exoscout.job.Job;
import io.exoscout.job.JobParams;
import io.exoscout.model.Algorithm;
import io.exoscout.model.TrainingOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class UnknownPartsTests {

	@ParameterizedTest
	@EnumSource
	void knowsWhatIsAcceptedToday(Algorithm algorithm) {
		TrainingOptions options = new TrainingOptions(algorithm, Target.PLANET, algorithm.check(Map.of()), List.of(),
				42);
		assertThat(UnknownParts.unknown(job(JobParams.of(Mission.TESS, options), "tess-2"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "plato, xgboost, planet, gamma, kepler-2, mission 'plato'",
			"kepler, sorcery, planet, gamma, kepler-2, algorithm 'sorcery'",
			"kepler, xgboost, moon, gamma, kepler-2, target 'moon'",
			"kepler, xgboost, planet, spell, kepler-2, hyper-parameter 'spell' of xgboost",
			"kepler, xgboost, planet, gamma, kepler-99, feature set 'kepler-99'" })
	void namesWhatANewerVersionMayKnow(String mission, String algorithm, String target, String setting,
			String featureSet, String unknown) {
		JobParams params = new JobParams(mission, algorithm, target, Map.of(setting, 1), List.of(), 42);
		assertThat(UnknownParts.unknown(job(params, featureSet))).contains(unknown);
	}

	@Test
	void namesAnEngineThatANewerVersionMayKnow() {
		JobParams params = new JobParams("kepler", "xgboost", "planet", Map.of(), List.of(), 42L, null, null, null,
				null, null, null, null, null, "weka", null, null);
		assertThat(UnknownParts.unknown(job(params, "kepler-2"))).contains("engine 'weka'");
	}

	@Test
	void jobsOlderThanFeatureSetsAreKnown() {
		JobParams params = new JobParams("kepler", "xgboost", "planet", Map.of(), List.of(), 42);
		assertThat(UnknownParts.unknown(job(params, "kepler-1"))).isEmpty();
	}

	private static Job job(JobParams params, String featureSet) {
		TableReport report = new TableReport(Mission.KEPLER, "", 0, 0, 0, List.of(), List.of(), Map.of(), List.of(),
				null);
		return Job.training("a", "mine", params, new DatasetRef("00", "koi.csv", 0, 0, 0, null, null), report,
				new FeaturePlan(featureSet, List.of(), List.of()), Instant.EPOCH);
	}

}
