package io.exoscout.orchestrator;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.exoscout.archive.LabelMap;
import io.exoscout.archive.Target;
import io.exoscout.model.Algorithm;
import io.exoscout.model.Engine;
import io.exoscout.model.TrainingOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JobIdentityTests {

	private static final String TABLE = "ab".repeat(32);

	private static final TrainingOptions OPTIONS = options(Algorithm.XGBOOST, Target.PLANET, Map.of("max_depth", 5),
			List.of(), 42);

	private static final String ID = JobIdentity.of(TABLE, OPTIONS, "kepler-1", LabelMap.NONE);

	@Test
	void isASha256InHex() {
		assertThat(ID).matches("[0-9a-f]{64}");
	}

	@Test
	void isTheSameForTheSameInput() {
		assertThat(JobIdentity.of(TABLE, OPTIONS, "kepler-1", LabelMap.NONE)).isEqualTo(ID);
	}

	@Test
	void staysTheSameInEveryVersionOfTheProgram() {
		// jobs in the database are found by it: a change here orphans them
		assertThat(ID).isEqualTo("e576a8975a561792b2b8ce9181f918756299bf5c4afb3d98b585ad6e89be207c");
	}

	@Test
	void changesWithTheTable() {
		assertThat(JobIdentity.of("cd".repeat(32), OPTIONS, "kepler-1", LabelMap.NONE)).isNotEqualTo(ID);
	}

	@Test
	void changesWithTheAlgorithm() {
		assertThat(id(options(Algorithm.RANDOM_FOREST, Target.PLANET, Map.of("max_depth", 5), List.of(), 42)))
			.isNotEqualTo(ID);
	}

	@Test
	void changesWithTheEngine() {
		assertThat(id(new TrainingOptions(OPTIONS.algorithm(), OPTIONS.target(), OPTIONS.hyperparameters(), List.of(),
				42, Engine.TRIBUO)))
			.isNotEqualTo(ID);
	}

	@Test
	void changesWithTheTarget() {
		assertThat(id(options(Algorithm.XGBOOST, Target.DISPOSITION, Map.of("max_depth", 5), List.of(), 42)))
			.isNotEqualTo(ID);
	}

	@Test
	void changesWithAHyperparameter() {
		assertThat(id(options(Algorithm.XGBOOST, Target.PLANET, Map.of("max_depth", 6), List.of(), 42)))
			.isNotEqualTo(ID);
	}

	@Test
	void changesWithAnExcludedColumn() {
		assertThat(id(options(Algorithm.XGBOOST, Target.PLANET, Map.of("max_depth", 5), List.of("koi_teq"), 42)))
			.isNotEqualTo(ID);
	}

	@Test
	void changesWithTheSeed() {
		assertThat(id(options(Algorithm.XGBOOST, Target.PLANET, Map.of("max_depth", 5), List.of(), 43)))
			.isNotEqualTo(ID);
	}

	@Test
	void changesWithTheFeatureSet() {
		assertThat(JobIdentity.of(TABLE, OPTIONS, "kepler-2", LabelMap.NONE)).isNotEqualTo(ID);
	}

	@Test
	void changesWithWhatIsSaidOfLabels() {
		LabelMap labels = new LabelMap(Map.of("1", "CONFIRMED"));
		assertThat(JobIdentity.of(TABLE, OPTIONS, "kepler-1", labels)).isNotEqualTo(ID);
	}

	private static String id(TrainingOptions options) {
		return JobIdentity.of(TABLE, options, "kepler-1", LabelMap.NONE);
	}

	private static TrainingOptions options(Algorithm algorithm, Target target, Map<String, Number> hyperparameters,
			List<String> excluded, long seed) {
		return new TrainingOptions(algorithm, target, new TreeMap<>(hyperparameters), excluded, seed);
	}

}
