package io.exoscout.work;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.rabbitmq.client.GetResponse;
import io.exoscout.job.Job;
import io.exoscout.job.JobType;
import io.exoscout.job.Jobs;
import io.exoscout.job.TestJobs;
import io.exoscout.servers.RabbitMq;
import io.exoscout.servers.RabbitMqNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.AmqpIOException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** What the protocol asks of RabbitMQ, asked of a real one. */
class RabbitMqTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static ConfigurableApplicationContext context;

	private static Jobs jobs;

	private static WorkQueue queue;

	private static RabbitTemplate rabbit;

	@BeforeAll
	static void start() {
		context = TestServers.rabbitMqContext(RabbitMq.properties(), WorkConfiguration.class);
		jobs = context.getBean(Jobs.class);
		queue = context.getBean(WorkQueue.class);
		rabbit = context.getBean(RabbitTemplate.class);
	}

	@AfterAll
	static void stop() {
		if (context != null) {
			context.close();
		}
	}

	@BeforeEach
	void clear() {
		TestServers.clear(context);
	}

	@Test
	void requestsWaitInAQuorumQueueWithALimitOfDeliveries() {
		AmqpAdmin admin = context.getBean(AmqpAdmin.class);
		// the broker refuses to declare a queue that differs from the one it has
		admin.declareQueue(QueueBuilder.durable(WorkTopology.queue(JobType.TRAINING))
			.quorum()
			.deliveryLimit(50)
			.deadLetterExchange("exoscout.dead-letters")
			.build());
		assertThatExceptionOfType(AmqpIOException.class)
			.isThrownBy(() -> rabbit.execute(
					(channel) -> channel.queueDeclare(WorkTopology.queue(JobType.TRAINING), true, false, false, null)))
			.withStackTraceContaining("PRECONDITION_FAILED");
	}

	@Test
	void confirmedRequestIsMarkedAsSent() {
		assertThat(queue.send(submit("a"))).isTrue();
		assertThat(jobs.find("a").orElseThrow().course().sentAt()).isNotNull();
		awaitDepth(1);
	}

	@Test
	void requestThatCanNotBeRoutedIsNotTakenAsSent() {
		AmqpAdmin admin = context.getBean(AmqpAdmin.class);
		admin.deleteQueue(WorkTopology.queue(JobType.TRAINING));
		assertThat(queue.send(submit("a"))).isFalse();
		assertThat(jobs.find("a").orElseThrow().course().sentAt()).isNull();
	}

	@Test
	void messageThatTakesEveryWorkerDownEndsAmongTheDeadLetters() {
		queue.send(submit("a"));
		for (int i = 0; i <= 50; i++) {
			rabbit.execute((channel) -> {
				await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).until(() -> {
					GetResponse message = channel.basicGet(WorkTopology.queue(JobType.TRAINING), false);
					if (message != null) {
						channel.basicReject(message.getEnvelope().getDeliveryTag(), true);
					}
					return message != null;
				});
				return true;
			});
		}
		await().atMost(PATIENCE).until(RabbitMqTests::deadLetters, (count) -> count == 1);
		assertThat(queue.depth(JobType.TRAINING)).hasValue(0);
	}

	@Test
	void rejectedMessageEndsAmongTheDeadLetters() {
		rabbit.send("", WorkTopology.queue(JobType.TRAINING), new Message("{}".getBytes()));
		awaitDepth(1);
		rabbit.execute((channel) -> {
			channel.basicReject(
					channel.basicGet(WorkTopology.queue(JobType.TRAINING), false).getEnvelope().getDeliveryTag(),
					false);
			return true;
		});
		await().atMost(PATIENCE).until(RabbitMqTests::deadLetters, (count) -> count == 1);
	}

	@Test
	void confirmedRequestsSurviveThePowerCutOfTheBroker() throws IOException {
		RabbitMq.requireNode();
		try (RabbitMqNode node = RabbitMqNode.start(Files.createTempDirectory("rabbit"));
				ConfigurableApplicationContext own = TestServers.rabbitMqContext(TestServers.patient(node.properties()),
						WorkConfiguration.class)) {
			WorkQueue queue = own.getBean(WorkQueue.class);
			List<String> sent = new ArrayList<>();
			IntStream.range(0, 50).mapToObj((i) -> submit("job-" + i)).forEach((job) -> {
				assertThat(queue.send(job)).isTrue();
				sent.add(job.jobId());
			});
			node.kill();
			node.start();
			List<String> found = new ArrayList<>();
			await().atMost(PATIENCE).ignoreExceptions().until(() -> {
				Message message = own.getBean(RabbitTemplate.class).receive(WorkTopology.queue(JobType.TRAINING));
				if (message != null) {
					found.add(WorkRequested.read(message.getBody()).jobId());
				}
				return found.size() == sent.size();
			});
			assertThat(found).containsExactlyInAnyOrderElementsOf(sent);
		}
	}

	private static Job submit(String jobId) {
		return jobs.submit(TestJobs.kepler(jobId)).job();
	}

	/** RabbitMQ counts what is in a quorum queue now and then only. */
	private static void awaitDepth(long depth) {
		await().atMost(PATIENCE).until(() -> queue.depth(JobType.TRAINING).orElseThrow() == depth);
	}

	private static long deadLetters() {
		Long count = rabbit.execute((channel) -> channel.messageCount(WorkTopology.deadLetters(JobType.TRAINING)));
		return (count != null) ? count : -1;
	}

}
