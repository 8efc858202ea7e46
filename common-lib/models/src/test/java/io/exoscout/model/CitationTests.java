package io.exoscout.model;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import io.exoscout.store.BlobRef;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CitationTests {

	private static final ModelManifest MADE = MadeModels.manifest("job", 4);

	@Test
	void namesProgramModelTableAndArchive() {
		assertThat(
				citation(Map.of("exoscout", "0.1.0", "commit", "2ba8f20", "table_downloaded", "2025-10-04T07:34:55")))
			.startsWith("ExoScout 0.1.0, commit 2ba8f20. Model 'tour' (")
			.contains("job job,", "file SHA-256 cd.", "(cumulative) of the NASA Exoplanet Archive",
					", downloaded 2025-10-04T07:34:55, table SHA-256 " + MADE.datasetSha256() + ".")
			.endsWith("under the Exoplanet Exploration Program.");
	}

	@Test
	void saysWhatIsNotKnownOfAnOldModel() {
		assertThat(citation(Map.of("exoscout", "0.1.0"))).contains("commit unknown").doesNotContain("downloaded");
	}

	private static String citation(Map<String, String> provenance) {
		ModelManifest manifest = new ModelManifest(MADE.jobId(), MADE.mission(), MADE.options(), MADE.featureSet(),
				MADE.features(), MADE.classNames(), MADE.importance(), MADE.calibration(), MADE.calibrator(),
				MADE.metrics(), MADE.evaluation(), MADE.datasetSha256(), new TreeMap<>(provenance));
		return Citation.of(new ModelCard("job", "tour", Instant.EPOCH, new BlobRef("cd", 1), manifest, null));
	}

}
