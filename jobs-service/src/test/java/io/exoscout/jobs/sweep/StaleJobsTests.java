package io.exoscout.jobs.sweep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.job.Jobs;
import io.exoscout.job.TestJobs;
import io.exoscout.jobs.JobsConfiguration;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import io.exoscout.work.WorkQueue;
import io.exoscout.work.WorkSettings;
import io.exoscout.work.WorkTopology;
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
		context.getBean(AmqpAdmin.class).purgeQueue(WorkTopology.queue(JobType.TRAINING));
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
		jobs.claim(jobs.find("a").orElseThrow(), "worker-7", Duration.ofMinutes(1));
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
		jobs.claim(jobs.find("left").orElseThrow(), "dead", Duration.ofSeconds(1));
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

	/** A sweeper that believes it is later than it is. */
	private static StaleJobs staleJobs(Duration later) {
		return staleJobs(queue, later, new LeaseWatch(Duration.ofMinutes(1), System::nanoTime));
	}

	private static StaleJobs staleJobs(WorkQueue queue, Duration later, LeaseWatch leases) {
		return new StaleJobs(jobs, queue, HousekeepingTests.housekeeping(context, later),
				RetentionTests.retention(context, new RetentionSettings(null, null, null, null), later),
				context.getBean(WorkSettings.class), leases, new SweepMeters(METERS),
				Clock.offset(Clock.systemUTC(), later));
	}

}
