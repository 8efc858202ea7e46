package io.exoscout.protocol;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.exoscout.job.JobType;
import io.exoscout.worker.FakeWork;
import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.job.Jobs;
import io.exoscout.job.TestJobs;
import io.exoscout.jobs.SweeperConfiguration;
import io.exoscout.problem.ProblemException;
import io.exoscout.work.TestBroker;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkQueue;
import io.exoscout.work.WorkTopology;
import io.exoscout.worker.WorkerConfiguration;
import io.exoscout.worker.WorkerLifecycle;
import io.exoscout.worker.WorkerLifecycles;
import org.awaitility.Awaitility;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A worker and a sweeper on one of the brokers; the work obeys the test.
 */
class WorkerStage implements AutoCloseable {

	private static final Class<?>[] CONFIGURATIONS = { WorkerConfiguration.class, SweeperConfiguration.class,
			Obedient.class, FailingJobs.class };

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	final ConfigurableApplicationContext context;

	final Jobs jobs;

	final WorkQueue queue;

	final RabbitTemplate rabbit;

	final FakeWork work;

	private final FailingJobs failing;

	WorkerStage() {
		this(TestBroker.EMBEDDED);
	}

	WorkerStage(TestBroker broker) {
		this(broker, Map.of());
	}

	WorkerStage(TestBroker broker, Map<String, Object> settings, Class<?>... more) {
		this(broker.context(settings,
				Stream.concat(Arrays.stream(CONFIGURATIONS), Arrays.stream(more)).toArray(Class<?>[]::new)));
	}

	/** Against a RabbitMQ of the test's own. */
	WorkerStage(Map<String, Object> rabbitMq) {
		this(TestServers.rabbitMqContext(rabbitMq, CONFIGURATIONS));
	}

	private WorkerStage(ConfigurableApplicationContext context) {
		this.context = context;
		this.jobs = context.getBean(Jobs.class);
		this.queue = context.getBean(WorkQueue.class);
		this.rabbit = context.getBean(RabbitTemplate.class);
		this.work = context.getBean(FakeWork.class);
		this.failing = context.getBean(FailingJobs.class);
	}

	void clear() {
		TestServers.clear(this.context);
		this.work.reset();
		this.failing.failures.clear();
	}

	/** The next call of a method of {@link Jobs} fails. */
	void failOnce(String method, Throwable failure) {
		this.failing.failures.put(method, failure);
	}

	Job submit(String jobId) {
		Job job = this.jobs.submit(TestJobs.kepler(jobId)).job();
		this.queue.send(job);
		return job;
	}

	void publish(String body) {
		this.rabbit.send("", WorkTopology.queue(JobType.TRAINING), new Message(body.getBytes()));
	}

	Job await(String jobId, JobState state) {
		return await(jobId, (job) -> job.status() == state);
	}

	Job await(String jobId, Predicate<Job> condition) {
		// some tests take the database away for a moment
		return Awaitility.await()
			.atMost(PATIENCE)
			.ignoreException(ProblemException.class)
			.until(() -> this.jobs.find(jobId), (job) -> job.filter(condition).isPresent())
			.orElseThrow();
	}

	/** Waits until the broker holds no request any more, not even an unsettled one. */
	void awaitNothingLeft() {
		Awaitility.await().atMost(PATIENCE).until(() -> this.queue.depth().orElseThrow() == 0);
	}

	void awaitDeadLetters(int count) {
		Awaitility.await().atMost(PATIENCE).until(() -> deadLetters() == count);
	}

	long deadLetters() {
		Long count = this.rabbit.execute((channel) -> channel.messageCount(WorkTopology.deadLetters(JobType.TRAINING)));
		return Optional.ofNullable(count).orElseThrow();
	}

	@Override
	public void close() {
		this.context.close();
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
