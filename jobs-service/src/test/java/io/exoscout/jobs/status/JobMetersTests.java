package io.exoscout.jobs.status;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import io.exoscout.job.JobType;
import io.exoscout.servers.FreePort;
import io.exoscout.installation.BackupMark;
import io.exoscout.job.Jobs;
import io.exoscout.job.TestJobs;
import io.exoscout.share.FairTurns;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import io.exoscout.work.WorkQueue;
import io.exoscout.work.Worker;
import io.exoscout.work.Workers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class JobMetersTests {

	@Test
	void countJobsWorkersAndMessages() {
		try (ConfigurableApplicationContext context = TestServers.context(WorkConfiguration.class)) {
			TestServers.clear(context);
			Jobs jobs = context.getBean(Jobs.class);
			context.getBean(WorkQueue.class)
				.send(jobs.submit(TestJobs.kepler("a", Instant.now().minusSeconds(60))).job());
			jobs.submit(TestJobs.kepler("b"));
			jobs.cancel("b");
			Instant now = Instant.now();
			context.getBean(Workers.class).heartbeat(new Worker("w", JobType.PREDICTION, "host", null, 0, now, now, 0));
			MeterRegistry meters = meters(context);
			assertThat(value(meters, "exoscout.jobs", "kind", "training", "state", "queued")).isOne();
			assertThat(value(meters, "exoscout.jobs", "kind", "training", "state", "cancelled")).isOne();
			assertThat(value(meters, "exoscout.jobs", "kind", "training", "state", "running")).isZero();
			assertThat(value(meters, "exoscout.jobs", "kind", "prediction", "state", "queued")).isZero();
			assertThat(value(meters, "exoscout.queue.oldest.seconds", "kind", "training")).isCloseTo(60, within(30.0));
			assertThat(value(meters, "exoscout.queue.depth", "kind", "training")).isOne();
			assertThat(value(meters, "exoscout.queue.held", "kind", "training")).isZero();
			assertThat(value(meters, "exoscout.dead.letters", "kind", "training")).isZero();
			assertThat(value(meters, "exoscout.workers", "kind", "prediction")).isOne();
			assertThat(value(meters, "exoscout.workers", "kind", "training")).isZero();
			assertThat(value(meters, "exoscout.database.up")).isOne();
			assertThat(value(meters, "exoscout.broker.up")).isOne();
		}
	}

	@Test
	void sayNothingOfWhatCanNotBeReached() throws IOException {
		Map<String, Object> nobodyThere = Map.of("spring.mongodb.uri",
				"mongodb://localhost:%d/exoscout".formatted(FreePort.find()), "spring.rabbitmq.port", FreePort.find());
		try (ConfigurableApplicationContext context = TestServers.context(nobodyThere, WorkConfiguration.class)) {
			MeterRegistry meters = meters(context);
			assertThat(value(meters, "exoscout.database.up")).isZero();
			assertThat(value(meters, "exoscout.broker.up")).isZero();
			assertThat(value(meters, "exoscout.jobs", "kind", "training", "state", "queued")).isNaN();
			assertThat(value(meters, "exoscout.queue.oldest.seconds", "kind", "training")).isNaN();
			assertThat(value(meters, "exoscout.queue.held", "kind", "training")).isNaN();
			assertThat(value(meters, "exoscout.queue.depth", "kind", "training")).isNaN();
			assertThat(value(meters, "exoscout.workers", "kind", "training")).isNaN();
			assertThat(value(meters, "exoscout.backup.age.seconds")).isNaN();
		}
	}

	private static MeterRegistry meters(ConfigurableApplicationContext context) {
		MeterRegistry registry = new SimpleMeterRegistry();
		new JobMeters(new StatusProbe(context.getBean(Jobs.class), context.getBean(Workers.class),
				context.getBean(FairTurns.class),
				new BackupMark(context.getBean(MongoDatabaseFactory.class).getMongoDatabase()),
				context.getBean(WorkQueue.class), (task) -> new Thread(task).start(), Clock.systemUTC()))
			.bindTo(registry);
		return registry;
	}

	private static double value(MeterRegistry meters, String name, String... tags) {
		return meters.get(name).tags(tags).gauge().value();
	}

}
