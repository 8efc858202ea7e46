package io.exoscout.model;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.exoscout.archive.Target;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EngineTests {

	@Test
	void ourOwnHasEveryAlgorithm() {
		assertThat(Engine.EXOSCOUT.algorithms()).containsExactlyInAnyOrder(Algorithm.values());
	}

	@Test
	void tribuoHasForestsAndXgboost() {
		assertThat(Engine.TRIBUO.algorithms()).containsExactlyInAnyOrder(Algorithm.RANDOM_FOREST, Algorithm.XGBOOST);
	}

	@Test
	void modelFilesOfOurOwnDoNotMentionIt() {
		assertThat(json(MadeModels.manifest("job", 4))).doesNotContain("engine");
	}

	@Test
	void modelFilesOfAnotherOneNameIt() {
		ModelManifest manifest = of(Engine.TRIBUO);
		assertThat(json(manifest)).contains("\"engine\":\"tribuo\"");
		assertThat(ManifestJson.read(ManifestJson.write(manifest)).options()).isEqualTo(manifest.options());
	}

	@Test
	void modelFilesThatDoNotMentionItAreOurs() {
		ModelManifest manifest = of(Engine.EXOSCOUT);
		assertThat(ManifestJson.read(ManifestJson.write(manifest)).options().engine()).isEqualTo(Engine.EXOSCOUT);
	}

	private static String json(ModelManifest manifest) {
		return new String(ManifestJson.write(manifest), StandardCharsets.UTF_8);
	}

	private static ModelManifest of(Engine engine) {
		ModelManifest from = MadeModels.manifest("job", 4);
		TrainingOptions options = new TrainingOptions(Algorithm.XGBOOST, Target.PLANET,
				from.options().hyperparameters(), List.of(), 42, engine);
		return new ModelManifest(from.jobId(), from.mission(), options, from.featureSet(), from.features(),
				from.classNames(), from.importance(), "none", from.calibrator(), from.metrics(), from.evaluation(),
				from.datasetSha256(), from.provenance());
	}

}
