package io.exoscout.trainer;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.dataset.Datasets;
import io.exoscout.dataset.Upload;
import io.exoscout.feature.FeatureSet;
import io.exoscout.job.Job;
import io.exoscout.job.JobParams;
import io.exoscout.job.JobState;
import io.exoscout.job.Jobs;
import io.exoscout.model.Algorithm;
import io.exoscout.model.ModelStore;
import io.exoscout.model.TrainingOptions;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class StoredTrainingTests {

	private static ConfigurableApplicationContext context;

	private static Jobs jobs;

	private static ModelStore models;

	@BeforeAll
	static void start() {
		context = TestServers.context(TrainerConfiguration.class);
		jobs = context.getBean(Jobs.class);
		models = context.getBean(ModelStore.class);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@BeforeEach
	void clear() {
		TestServers.clear(context);
	}

	@ParameterizedTest
	@EnumSource
	void trainsAndStoresAModelOfAnUploadedTable(Algorithm algorithm) {
		Job job = train("job-" + algorithm.id(), algorithm);
		assertThat(job.outcome().error()).isNull();
		assertThat(job.results()).containsKeys("roc_auc", "classification_report", "feature_importance", "model");
		assertThat(models.load(models.find(job.jobId()).orElseThrow()).manifest().jobId()).isEqualTo(job.jobId());
	}

	@Test
	void sameJobGivesTheSameModel() {
		Object first = train("a", Algorithm.GRADIENT_BOOSTING).results().get("model");
		jobs.delete("a");
		assertThat(train("a", Algorithm.GRADIENT_BOOSTING).results().get("model")).isEqualTo(first);
	}

	@Test
	void trainsAJobOfAnEarlierSetByThatSet() {
		FeatureSet earlier = FeatureSet.of(Mission.KEPLER, "kepler-2");
		Job job = train(job("old", Algorithm.GRADIENT_BOOSTING, earlier));
		assertThat(job.outcome().error()).isNull();
		assertThat(models.find("old").orElseThrow().manifest().featureSet()).isEqualTo("kepler-2");
	}

	private static Job train(String jobId, Algorithm algorithm) {
		return train(job(jobId, algorithm, FeatureSet.current(Mission.KEPLER)));
	}

	private static Job train(Job asked) {
		Job job = jobs.submit(asked).job();
		context.getBean(WorkQueue.class).send(job);
		return Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> jobs.find(asked.jobId()).orElseThrow(),
					(found) -> found.status() == JobState.COMPLETED || found.status() == JobState.ERROR);
	}

	private static Job job(String jobId, Algorithm algorithm, FeatureSet set) {
		Datasets datasets = context.getBean(Datasets.class);
		byte[] table = table().getBytes(StandardCharsets.UTF_8);
		try (Upload upload = datasets.receive(new ByteArrayInputStream(table), "made.csv")) {
			datasets.keep(upload);
			Map<String, Number> hyperparameters = algorithm.check(Map.of());
			TrainingOptions options = new TrainingOptions(algorithm, Target.PLANET, hyperparameters, List.of(), 42);
			return Job.training(jobId, "made", JobParams.of(Mission.KEPLER, options), upload.ref(), upload.report(),
					set.choose(upload.report(), List.of()).plan(), Instant.now());
		}
	}

	/** Planets transit shallowly, false positives deeply. */
	private static String table() {
		StringBuilder table = new StringBuilder(
				"kepid,kepoi_name,koi_disposition,koi_period,koi_duration,koi_depth,koi_prad\n");
		for (int i = 0; i < 200; i++) {
			boolean planet = i % 2 == 0;
			table.append(String.format(Locale.ROOT, "%d,K%05d.01,%s,%d.5,3.2%d,%d,1.%d%n", 1000 + i, i + 1,
					planet ? "CONFIRMED" : "FALSE POSITIVE", 1 + i % 17, i % 7, planet ? 100 + i : 250 + i, i % 9));
		}
		return table.toString();
	}

}
