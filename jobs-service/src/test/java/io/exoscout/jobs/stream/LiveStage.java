package io.exoscout.jobs.stream;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import io.exoscout.job.Job;
import io.exoscout.job.Jobs;
import io.exoscout.job.TestJobs;
import io.exoscout.jobs.JobsApplication;
import io.exoscout.result.ByFigure;
import io.exoscout.telemetry.FinishedFold;
import io.exoscout.telemetry.FitRound;
import io.exoscout.telemetry.Telemetry;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkQueue;
import io.exoscout.worker.FakeWork;
import io.exoscout.worker.WorkWatch;
import io.exoscout.worker.WorkerConfiguration;
import io.exoscout.worker.WorkerLifecycle;
import io.exoscout.worker.WorkerLifecycles;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Two replicas of the jobs service, and a worker that obeys the test. */
final class LiveStage implements AutoCloseable {

	private static final Map<String, Object> IMPATIENT = Map.of("exoscout.live.beat", "200ms", "exoscout.live.look",
			"300ms", "exoscout.live.workers", "100ms", "exoscout.live.introduction", "500ms");

	final ConfigurableApplicationContext one;

	final ConfigurableApplicationContext two;

	final ConfigurableApplicationContext worker;

	final FakeWork work;

	final Jobs jobs;

	LiveStage() {
		this.one = replica(Map.of());
		this.two = replica(Map.of());
		this.worker = TestServers.context(WorkerConfiguration.class, Obedient.class);
		this.work = this.worker.getBean(FakeWork.class);
		this.jobs = this.worker.getBean(Jobs.class);
	}

	static ConfigurableApplicationContext replica(Map<String, Object> settings) {
		Map<String, Object> all = new TreeMap<>(IMPATIENT);
		all.putAll(settings);
		return TestServers.service(all, JobsApplication.class);
	}

	static int port(ConfigurableApplicationContext replica) {
		return replica.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	void clear() {
		TestServers.clear(this.worker);
		this.work.reset();
	}

	Job submit(String jobId) {
		Job job = this.jobs.submit(TestJobs.kepler(jobId, Instant.now())).job();
		this.worker.getBean(WorkQueue.class).send(job);
		return job;
	}

	Telemetry telemetry() {
		return this.worker.getBean(Telemetry.class);
	}

	static String events(String jobId) {
		return "/exo-scout-jobs-api/jobs/" + jobId + "/events";
	}

	/** What a training tells. */
	static void train(WorkWatch watch) {
		watch.progress("cross_validation", 0.1, "10 of 10 models to go");
		watch.round(new FitRound(1, 5, null, 1, 100, 0.6, 0.65));
		watch.round(new FitRound(1, 5, null, 50, 100, 0.3, 0.4));
		watch.fold(new FinishedFold(1, 5, 200, 1.5, new ByFigure<>(0.9, 0.95, 0.1, 0.02, 0.9, 0.3, 0.97)));
		watch.progress("final_fit", 0.9, "Fitting the model");
	}

	@Override
	public void close() {
		this.worker.close();
		this.two.close();
		this.one.close();
	}

	@Configuration(proxyBeanMethods = false)
	static class Obedient {

		@Bean
		FakeWork fakeWork() {
			return new FakeWork();
		}

		@Bean
		WorkerLifecycle shift(WorkerLifecycles lifecycles, FakeWork work) {
			return lifecycles.of(work);
		}

	}

}
