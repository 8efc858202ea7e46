package io.exoscout.jobs;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.exoscout.dataset.BlobStore;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.feature.FeaturePlan;
import io.exoscout.model.Forests;
import io.exoscout.model.Link;
import io.exoscout.model.MadeModels;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelStore;
import io.exoscout.suite.TestServers;
import io.exoscout.work.Claim;
import io.exoscout.work.Job;
import io.exoscout.work.JobFailure;
import io.exoscout.work.JobState;
import io.exoscout.work.JobType;
import io.exoscout.work.Jobs;
import io.exoscout.work.References;
import io.exoscout.work.TestJobs;
import io.exoscout.work.WorkConfiguration;
import io.exoscout.work.WorkQueue;
import io.exoscout.work.WorkSettings;
import io.exoscout.work.WorkTopology;
import io.exoscout.work.Worker;
import io.exoscout.work.Workers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class StaleJobsTests {

	private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();

	private static ConfigurableApplicationContext context;

	private static Jobs jobs;

	private static WorkQueue queue;

	@BeforeAll
	static void start() {
		context = TestServers.context(WorkConfiguration.class);
		jobs = context.getBean(Jobs.class);
		queue = context.getBean(WorkQueue.class);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@BeforeEach
	void clear() {
		TestServers.clear(context);
	}

	@Test
	void sendsWhatWasNeverSentAndOnlyOnce() {
		jobs.submit(TestJobs.kepler("a"));
		staleJobs(Duration.ofSeconds(10)).sweep();
		staleJobs(Duration.ofSeconds(10)).sweep();
		assertThat(queue.depth()).hasValue(1);
	}

	@Test
	void sendsWhatWasQueuedByAClockThatIsAhead() {
		jobs.submit(TestJobs.kepler("a", Instant.now().plus(Duration.ofHours(1))));
		staleJobs(Duration.ZERO).sweep();
		assertThat(queue.depth()).hasValue(1);
	}

	@Test
	void sendsAgainWhatTheBrokerLost() {
		queue.send(jobs.submit(TestJobs.kepler("a")).job());
		context.getBean(AmqpAdmin.class).purgeQueue(WorkTopology.TRAINING);
		staleJobs(Duration.ofMinutes(9)).sweep();
		assertThat(queue.depth()).hasValue(0);
		staleJobs(Duration.ofMinutes(11)).sweep();
		assertThat(queue.depth()).hasValue(1);
	}

	@Test
	void doesNotSendAgainWhatIsStillWaiting() {
		queue.send(jobs.submit(TestJobs.kepler("a")).job());
		staleJobs(Duration.ofHours(24)).sweep();
		assertThat(queue.depth()).hasValue(1);
	}

	@Test
	void logsWhichWorkerLeftWhichJob(CapturedOutput log) {
		jobs.submit(TestJobs.kepler("a"));
		jobs.claim("a", "worker-7", Duration.ofMinutes(1));
		long[] seconds = { 100 };
		StaleJobs sweeper = staleJobs(queue, Duration.ZERO,
				new LeaseWatch(Duration.ofSeconds(10), () -> seconds[0] * 1_000_000_000L));
		sweeper.takeBack();
		seconds[0] += 6;
		sweeper.takeBack();
		seconds[0] += 6;
		sweeper.takeBack();
		assertThat(log.getOut()).containsOnlyOnce("Job a was left by worker worker-7 in attempt 1");
	}

	@Test
	void leasesRunOutWhileMessagesAreBeingSent() {
		jobs.submit(TestJobs.kepler("waiting"));
		jobs.submit(TestJobs.kepler("left"));
		jobs.claim("left", "dead", Duration.ofSeconds(1));
		ThreadPoolTaskScheduler threads = new JobsConfiguration().taskScheduler();
		threads.initialize();
		ScheduledTaskRegistrar tasks = new ScheduledTaskRegistrar();
		tasks.setScheduler(threads);
		try (SlowQueue slow = new SlowQueue()) {
			staleJobs(slow, Duration.ZERO, new LeaseWatch(Duration.ofSeconds(1), System::nanoTime))
				.configureTasks(tasks);
			tasks.afterPropertiesSet();
			Awaitility.await().until(() -> jobs.find("left").orElseThrow().status() == JobState.QUEUED);
			assertThat(slow.sending).hasValue(1);
		}
		finally {
			threads.shutdown();
		}
	}

	/** Takes as long for a message as it is open. */
	private static final class SlowQueue implements WorkQueue, AutoCloseable {

		private final CountDownLatch closed = new CountDownLatch(1);

		private final AtomicInteger sending = new AtomicInteger();

		@Override
		public boolean send(Job job) {
			this.sending.incrementAndGet();
			Awaitility.await().forever().until(() -> this.closed.getCount() == 0);
			return false;
		}

		@Override
		public OptionalLong depth(JobType type) {
			return OptionalLong.empty();
		}

		@Override
		public OptionalLong deadLetters(JobType type) {
			return OptionalLong.empty();
		}

		@Override
		public void close() {
			this.closed.countDown();
		}

	}

	@Test
	void removesOldBlobsThatNoJobPointsAt() {
		BlobStore blobs = context.getBean(BlobStore.class);
		String orphan = blobs.put("orphan".getBytes(StandardCharsets.UTF_8)).sha256();
		String table = blobs.put("table".getBytes(StandardCharsets.UTF_8)).sha256();
		jobs.submit(on(table));
		staleJobs(Duration.ofMinutes(30)).tidy();
		assertThat(blobs.exists(orphan)).isTrue();
		staleJobs(Duration.ofHours(2)).tidy();
		assertThat(blobs.exists(orphan)).isFalse();
		assertThat(blobs.exists(table)).isTrue();
	}

	@Test
	void removesOldModelsWhoseJobIsGone() {
		ModelStore models = context.getBean(ModelStore.class);
		jobs.submit(TestJobs.kepler("a"));
		save(models, "a");
		save(models, "b");
		staleJobs(Duration.ofMinutes(30)).tidy();
		assertThat(models.find("b")).isPresent();
		staleJobs(Duration.ofHours(2)).tidy();
		assertThat(models.find("b")).isEmpty();
		assertThat(models.find("a")).isPresent();
	}

	@Test
	void removesOldModelsWhoseJobEndedWithoutSuccess() {
		ModelStore models = context.getBean(ModelStore.class);
		for (String jobId : List.of("cancelled", "error", "queued", "completed")) {
			jobs.submit(TestJobs.kepler(jobId));
			save(models, jobId);
		}
		jobs.cancel("cancelled");
		jobs.giveUp("error", new JobFailure("too_many_attempts", "It was started 3 times.", Instant.now()));
		jobs.claim("completed", "worker", Duration.ofMinutes(1));
		jobs.complete(new Claim("completed", "worker", 1), Map.of());
		staleJobs(Duration.ofMinutes(30)).tidy();
		assertThat(models.find("cancelled")).isPresent();
		staleJobs(Duration.ofHours(2)).tidy();
		assertThat(models.list(null, 5, null)).extracting(ModelCard::modelId)
			.containsExactlyInAnyOrder("queued", "completed");
	}

	@Test
	void keepsTheCandidatesOfModels() {
		ModelStore models = context.getBean(ModelStore.class);
		jobs.submit(TestJobs.kepler("a"));
		ModelCard card = save(models, "a");
		staleJobs(Duration.ofHours(2)).tidy();
		assertThat(context.getBean(BlobStore.class).exists(card.candidates().file().sha256())).isTrue();
	}

	private static ModelCard save(ModelStore models, String jobId) {
		return models.save("mine",
				MadeModels.model(MadeModels.manifest(jobId, 4),
						Forests.of(MadeModels.forest(Link.LOGISTIC, 4, 2, jobId.hashCode()))),
				MadeModels.candidates(3));
	}

	@Test
	void forgetsWorkersThatAreLongGone() {
		Instant longAgo = Instant.now().minus(Duration.ofHours(1));
		Workers workers = context.getBean(Workers.class);
		workers.heartbeat(new Worker("gone", JobType.TRAINING, "host", null, 0, longAgo, longAgo, 0));
		workers.heartbeat(new Worker("alive", JobType.TRAINING, "host", null, 0, longAgo, Instant.now(), 0));
		assertThat(workers.alive()).extracting(Worker::workerId).containsExactly("alive");
		staleJobs(Duration.ZERO).tidy();
		List<Worker> left = context.getBean(MongoOperations.class).findAll(Worker.class);
		assertThat(left).extracting(Worker::workerId).containsExactly("alive");
	}

	/** A sweeper that believes it is later than it is. */
	private static StaleJobs staleJobs(Duration later) {
		return staleJobs(queue, later, new LeaseWatch(Duration.ofMinutes(1), System::nanoTime));
	}

	private static StaleJobs staleJobs(WorkQueue queue, Duration later, LeaseWatch leases) {
		return new StaleJobs(jobs, queue, context.getBean(Workers.class), context.getBean(BlobStore.class),
				context.getBean(ModelStore.class), context.getBean(References.class),
				context.getBean(WorkSettings.class), leases, new SweepMeters(METERS),
				Clock.offset(Clock.systemUTC(), later));
	}

	private static Job on(String table) {
		Job job = TestJobs.kepler("a");
		DatasetRef dataset = new DatasetRef(table, "koi.csv", 5, 3, 5, null, null);
		return Job.training("a", job.modelName(), job.params(), dataset, job.report(),
				new FeaturePlan("kepler-2", List.of(), List.of()), Instant.now());
	}

}
