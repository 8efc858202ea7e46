package io.exoscout.jobs.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.exoscout.caller.Callers;
import io.exoscout.job.Job;
import io.exoscout.job.JobType;
import io.exoscout.job.Jobs;
import io.exoscout.job.TestJobs;
import io.exoscout.share.FairTurns;
import io.exoscout.share.QuotaSettings;
import io.exoscout.store.MongoAccess;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import io.exoscout.work.WorkQueue;
import io.exoscout.work.Worker;
import io.exoscout.work.Workers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;

class IdleWatchTests {

	private static ConfigurableApplicationContext context;

	private Instant now = Instant.now();

	private final Clock clock = new Clock() {

		@Override
		public Instant instant() {
			return IdleWatchTests.this.now;
		}

		@Override
		public ZoneOffset getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(java.time.ZoneId zone) {
			return this;
		}

	};

	private IdleWatch watch;

	@BeforeAll
	static void start() {
		context = TestServers.context(WorkConfiguration.class);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@BeforeEach
	void jobIsSent() {
		TestServers.clear(context);
		Jobs jobs = context.getBean(Jobs.class);
		Job job = jobs.submit(TestJobs.kepler("a", Instant.now())).job();
		assertThat(context.getBean(WorkQueue.class).send(job)).isTrue();
		this.watch = watch(null);
	}

	private IdleWatch watch(@Nullable Integer running) {
		FairTurns turns = new FairTurns(new MongoAccess(context.getBean(MongoOperations.class)),
				new QuotaSettings(null, running, null));
		return new IdleWatch(context.getBean(Jobs.class), context.getBean(Workers.class), turns, this.clock);
	}

	private void worker(JobType type, @Nullable String job) {
		Instant heard = Instant.now();
		context.getBean(Workers.class).heartbeat(new Worker("w", type, "host", job, 0, heard, heard, 0));
	}

	private boolean looks(Duration... pauses) {
		for (Duration pause : pauses) {
			this.now = this.now.plus(pause);
			this.watch.look();
		}
		return this.watch.areIdleWhileJobsWait();
	}

	private static final Duration LONG = IdleWatch.LONG.plusSeconds(1);

	@Test
	void seesAWorkerThatDoesNotTakeWhatHasWaitedForLong() {
		worker(JobType.TRAINING, null);
		assertThat(looks(LONG, IdleWatch.LASTING)).isTrue();
	}

	@Test
	void aWorkerMayBeBetweenTwoJobs() {
		worker(JobType.TRAINING, null);
		assertThat(looks(LONG)).isFalse();
		worker(JobType.TRAINING, "another");
		assertThat(looks(IdleWatch.LASTING)).isFalse();
		worker(JobType.TRAINING, null);
		assertThat(looks(Duration.ZERO)).isFalse();
	}

	@Test
	void whatHasJustComeDoesNotWait() {
		worker(JobType.TRAINING, null);
		assertThat(looks(Duration.ofSeconds(10), IdleWatch.LASTING)).isFalse();
	}

	@Test
	void noWorkerAtAllIsNoIdleOne() {
		assertThat(looks(LONG, IdleWatch.LASTING)).isFalse();
	}

	@Test
	void workersForOtherJobsMayBeIdle() {
		worker(JobType.PREDICTION, null);
		assertThat(looks(LONG, IdleWatch.LASTING)).isFalse();
	}

	@Test
	void jobsThatWaitForALimitOfTheirOwnerAreNoFaultOfWorkers() {
		TestServers.clear(context);
		Jobs jobs = context.getBean(Jobs.class);
		for (String job : List.of("prediction", "training")) {
			Callers.analyst("ada", () -> jobs
				.submit(job.equals("training") ? TestJobs.kepler(job, Instant.now()) : TestJobs.prediction(job)));
			jobs.markSent(jobs.find(job).orElseThrow());
		}
		jobs.claim(jobs.find("prediction").orElseThrow(), "another", Duration.ofMinutes(1));
		worker(JobType.TRAINING, null);
		this.watch = watch(1);
		assertThat(looks(LONG, IdleWatch.LASTING)).isFalse();
		this.watch = watch(2);
		assertThat(looks(LONG, IdleWatch.LASTING)).isTrue();
	}

	@Test
	void endsWhenTheJobIsTaken() {
		worker(JobType.TRAINING, null);
		looks(LONG, IdleWatch.LASTING);
		worker(JobType.TRAINING, "a");
		assertThat(looks(Duration.ZERO)).isFalse();
	}

}
