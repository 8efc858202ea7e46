package io.exoscout.jobs.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.dataset.DatasetRef;
import io.exoscout.feature.FeaturePlan;
import io.exoscout.forest.Forests;
import io.exoscout.forest.Link;
import io.exoscout.installation.Installation;
import io.exoscout.installation.InstallationConfiguration;
import io.exoscout.job.Claim;
import io.exoscout.job.Job;
import io.exoscout.job.JobFailure;
import io.exoscout.job.JobType;
import io.exoscout.job.Jobs;
import io.exoscout.job.TestJobs;
import io.exoscout.model.MadeModels;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelFile;
import io.exoscout.model.ModelStore;
import io.exoscout.model.TrainedModel;
import io.exoscout.store.BlobStore;
import io.exoscout.work.References;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import io.exoscout.work.WorkSettings;
import io.exoscout.work.Worker;
import io.exoscout.work.Workers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class HousekeepingTests {

	private static final Duration OLD = Duration.ofHours(2);

	private static final Duration WEEKS = Duration.ofDays(8);

	private static final SimpleMeterRegistry REGISTRY = new SimpleMeterRegistry();

	private static final HousekeepingMeters METERS = new HousekeepingMeters(REGISTRY);

	@TempDir
	Path dir;

	private ConfigurableApplicationContext context;

	private Jobs jobs;

	private BlobStore blobs;

	private ModelStore models;

	@BeforeEach
	void start() {
		Map<String, Object> properties = new HashMap<>(TestServers.servers().properties());
		String name = "tidy" + Integer.toHexString(this.dir.toString().hashCode());
		properties.computeIfPresent("spring.mongodb.uri",
				(key, uri) -> uri.toString().replace("/exoscout", "/" + name));
		properties.put("exoscout.blobs.directory", this.dir.resolve("blobs"));
		this.context = TestServers.context(properties, WorkConfiguration.class, InstallationConfiguration.class);
		this.jobs = this.context.getBean(Jobs.class);
		this.blobs = this.context.getBean(BlobStore.class);
		this.models = this.context.getBean(ModelStore.class);
	}

	@AfterEach
	void stop() {
		this.context.getBean(MongoDatabaseFactory.class).getMongoDatabase().drop();
		this.context.close();
	}

	@Test
	void setsAsideOldBlobsThatNoJobPointsAt() {
		String orphan = blob("orphan");
		String table = blob("table");
		this.jobs.submit(on("a", table));
		tidy(Duration.ofMinutes(30));
		assertThat(this.blobs.exists(orphan)).isTrue();
		tidy(OLD);
		assertThat(this.blobs.exists(orphan)).isFalse();
		assertThat(this.blobs.exists(table)).isTrue();
	}

	@Test
	void aModelFromElsewhereNeedsNoJob() {
		TrainedModel model = MadeModels.model(MadeModels.manifest("elsewhere", 4), MadeModels.forests(4, 2));
		ModelCard imported = this.models.keep("theirs", model, ModelFile.write(model), "theirs.exoscout");
		tidy(OLD);
		assertThat(this.models.find(imported.modelId())).isPresent();
		assertThat(this.blobs.exists(imported.file().sha256())).isTrue();
	}

	@Test
	void setsAsideOldModelsWhoseJobIsGone() {
		this.jobs.submit(TestJobs.kepler("a"));
		save("a");
		save("b");
		tidy(Duration.ofMinutes(30));
		assertThat(this.models.find("b")).isPresent();
		tidy(OLD);
		assertThat(this.models.find("b")).isEmpty();
		assertThat(this.models.find("a")).isPresent();
	}

	@Test
	void setsAsideOldModelsWhoseJobEndedWithoutSuccess() {
		for (String jobId : List.of("cancelled", "error", "queued", "completed")) {
			this.jobs.submit(TestJobs.kepler(jobId));
			save(jobId);
		}
		this.jobs.cancel("cancelled");
		this.jobs.giveUp("error", new JobFailure("too_many_attempts", "It was started 3 times.", Instant.now()));
		complete("completed");
		tidy(Duration.ofMinutes(30));
		assertThat(this.models.find("cancelled")).isPresent();
		tidy(OLD);
		assertThat(this.models.list(null, 5, null)).extracting(ModelCard::modelId)
			.containsExactlyInAnyOrder("queued", "completed");
	}

	@Test
	void keepsTheCandidatesOfModels() {
		this.jobs.submit(TestJobs.kepler("a"));
		ModelCard card = save("a");
		tidy(OLD);
		assertThat(this.blobs.exists(card.candidates().file().sha256())).isTrue();
	}

	@Test
	void modelIsBackAsItWasOnceItsJobIs() throws IOException {
		ModelCard card = save("a");
		tidy(OLD);
		assertThat(this.blobs.exists(card.file().sha256())).isFalse();
		this.jobs.submit(TestJobs.kepler("a"));
		complete("a");
		tidy(OLD);
		assertThat(this.models.find("a").orElseThrow().createdAt()).isEqualTo(card.createdAt());
		try (InputStream file = this.models.open(card)) {
			assertThat(file.readAllBytes()).hasSize((int) card.file().bytes());
		}
	}

	@Test
	void whatWasSetAsideIsPurgedAfterAWhile() {
		String orphan = blob("orphan");
		save("a");
		tidy(OLD);
		assertThat(this.dir.resolve("blobs/removed")).isDirectoryContaining((file) -> file.endsWith(orphan));
		assertThat(this.models.setAside()).containsExactly("a");
		tidy(WEEKS);
		assertThat(this.dir.resolve("blobs/removed")).isEmptyDirectory();
		assertThat(this.models.setAside()).isEmpty();
	}

	@Test
	void documentsThatAreGoneStopItAndItSaysSo(CapturedOutput log) {
		List<String> tables = new ArrayList<>();
		for (int i = 0; i < 27; i++) {
			tables.add(blob("table " + i));
			this.jobs.submit(on("job-" + i, tables.get(i)));
			save("job-" + i);
			complete("job-" + i);
		}
		tidy(OLD);
		assertThat(stopped()).isZero();
		MongoOperations mongo = this.context.getBean(MongoOperations.class);
		mongo.dropCollection("jobs");
		mongo.dropCollection("models");
		tidy(WEEKS);
		assertThat(log.getOut()).contains("Nothing is cleared away: 56 of 56 blobs are named by no document");
		assertThat(tables).allMatch(this.blobs::exists);
		assertThat(stopped()).isOne();
	}

	@Test
	void jobsThatAreGoneStopItBeforeAnyModelIsTaken(CapturedOutput log) {
		for (int i = 0; i < 21; i++) {
			save("job-" + i);
		}
		tidy(OLD);
		assertThat(log.getOut()).contains("Nothing is cleared away: 21 of 21 models have no completed job");
		assertThat(this.models.list(null, 50, null)).hasSize(21);
	}

	@Test
	void databaseThatLostItsIdentityMeanwhileStopsIt(CapturedOutput log) {
		String orphan = blob("orphan");
		this.context.getBean(MongoDatabaseFactory.class).getMongoDatabase().drop();
		tidy(WEEKS);
		assertThat(log.getOut()).contains("Nothing is cleared away: the database");
		assertThat(this.blobs.exists(orphan)).isTrue();
	}

	@Test
	void forgetsWorkersThatAreLongGone() {
		Instant longAgo = Instant.now().minus(Duration.ofHours(1));
		Workers workers = this.context.getBean(Workers.class);
		workers.heartbeat(new Worker("gone", JobType.TRAINING, "host", null, 0, longAgo, longAgo, 0));
		workers.heartbeat(new Worker("alive", JobType.TRAINING, "host", null, 0, longAgo, Instant.now(), 0));
		assertThat(workers.alive()).extracting(Worker::workerId).containsExactly("alive");
		tidy(Duration.ZERO);
		List<Worker> left = this.context.getBean(MongoOperations.class).findAll(Worker.class);
		assertThat(left).extracting(Worker::workerId).containsExactly("alive");
	}

	private void tidy(Duration later) {
		housekeeping(this.context, later).tidy();
	}

	/** Housekeeping that believes it is later than it is. */
	static Housekeeping housekeeping(ConfigurableApplicationContext context, Duration later) {
		return new Housekeeping(context.getBean(Installation.class), context.getBean(Jobs.class),
				context.getBean(Workers.class), context.getBean(BlobStore.class), context.getBean(ModelStore.class),
				context.getBean(References.class), new HousekeepingSettings(Duration.ofDays(7), 0.2, 20),
				context.getBean(WorkSettings.class).blobGrace(), METERS, Clock.offset(Clock.systemUTC(), later));
	}

	private static double stopped() {
		return REGISTRY.get("exoscout.housekeeping.stopped").gauge().value();
	}

	private String blob(String text) {
		return this.blobs.put(text.getBytes(StandardCharsets.UTF_8)).sha256();
	}

	private ModelCard save(String jobId) {
		return this.models.save("mine",
				MadeModels.model(MadeModels.manifest(jobId, 4),
						Forests.of(MadeModels.forest(Link.LOGISTIC, 4, 2, jobId.hashCode()))),
				MadeModels.candidates(3));
	}

	private void complete(String jobId) {
		this.jobs.claim(this.jobs.find(jobId).orElseThrow(), "worker", Duration.ofMinutes(1));
		this.jobs.complete(new Claim(jobId, "worker", 1), Map.of());
	}

	private static Job on(String jobId, String table) {
		Job job = TestJobs.kepler(jobId);
		DatasetRef dataset = new DatasetRef(table, "koi.csv", 5, 3, 5, null, null);
		return Job.training(jobId, job.modelName(), job.params(), dataset, job.request().report(),
				new FeaturePlan("kepler-2", List.of(), List.of()), Instant.now());
	}

}
