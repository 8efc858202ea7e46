package io.exoscout.worker;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.job.Jobs;
import io.exoscout.job.TestJobs;
import io.exoscout.share.FairTurns;
import io.exoscout.telemetry.Telemetry;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkQueue;
import io.exoscout.work.WorkRequested;
import io.exoscout.work.WorkSettings;
import io.exoscout.work.WorkTopology;
import io.exoscout.work.Workers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.ChannelProxy;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A worker that is cut off from the broker while it has a message in hand. */
class LostChannelTests {

	private final ConfigurableApplicationContext context = TestServers.context(WorkerConfiguration.class);

	private final Jobs jobs = this.context.getBean(Jobs.class);

	/** Not one of Spring's, whose channels are kept open when they are closed. */
	private final Connection connection = Objects
		.requireNonNull(this.context.getBean(ConnectionFactory.class).createConnection().getDelegate());

	private final FakeWork work = new FakeWork();

	private final WorkMeters meters = new WorkMeters(new SimpleMeterRegistry(), JobType.TRAINING);

	private final JobRunner<?> runner = new JobRunner<>(this.jobs, this.work, this.context.getBean(Telemetry.class),
			new WorkerPulse(this.context.getBean(Workers.class), JobType.TRAINING, this.meters),
			this.context.getBean(WorkSettings.class), this.context.getBean(WorkerSettings.class), this.meters,
			new WorkObservations(ObservationRegistry.NOOP));

	private final MessageHandler handler = new MessageHandler(this.jobs, this.work, this.runner,
			this.context.getBean(FairTurns.class), this.context.getBean(WorkSettings.class),
			this.context.getBean(WorkerSettings.class), this.meters);

	@BeforeEach
	void clear() {
		TestServers.clear(this.context);
	}

	@AfterEach
	void stop() {
		this.runner.stop();
		this.context.close();
	}

	@Test
	void claimsNothingThatTheBrokerMayGiveToAnother() throws Exception {
		Taken taken = taken("a");
		taken.channel().close();
		this.handler.take(taken.request(), taken.delivery());
		this.runner.stop();
		assertThat(this.jobs.find("a").orElseThrow()).returns(JobState.QUEUED, Job::status)
			.returns(0, (found) -> found.course().attempts());
	}

	@Test
	void looksAgainAfterWaitingForTheJobBefore() throws Exception {
		CountDownLatch running = new CountDownLatch(1);
		CountDownLatch cut = new CountDownLatch(1);
		this.work.task = (job, watch) -> {
			running.countDown();
			Awaitility.await().until(() -> cut.getCount() == 0);
		};
		Taken first = taken("a");
		this.handler.take(first.request(), first.delivery());
		Taken second = taken("b");
		this.handler.take(second.request(), second.delivery());
		running.await();
		second.channel().close();
		cut.countDown();
		doOneMore();
		assertThat(this.jobs.find("b").orElseThrow().course().attempts()).isZero();
		assertThat(this.work.done).containsExactly("a", "c");
	}

	@Test
	void jobBehindOneWhoseMessageIsLostIsSentToOthersToo() throws Exception {
		CountDownLatch running = new CountDownLatch(1);
		CountDownLatch free = new CountDownLatch(1);
		this.work.task = (job, watch) -> {
			running.countDown();
			Awaitility.await().until(() -> free.getCount() == 0);
		};
		Taken first = taken("a");
		this.handler.take(first.request(), first.delivery());
		running.await();
		Taken second = taken("b");
		this.handler.take(second.request(), second.delivery());
		assertThat(sentAt("b")).as("the first is as good as done").isNotNull();
		first.channel().close();
		this.context.getBean(AmqpAdmin.class).purgeQueue(WorkTopology.queue(JobType.TRAINING));
		Taken third = taken("c");
		this.handler.take(third.request(), third.delivery());
		assertThat(sentAt("c")).isNull();
		free.countDown();
		Awaitility.await().until(() -> this.jobs.find("c").orElseThrow().status() == JobState.COMPLETED);
		assertThat(this.work.done).containsExactly("a", "b", "c");
	}

	private Instant sentAt(String jobId) {
		return this.jobs.find(jobId).orElseThrow().course().sentAt();
	}

	@Test
	void settlesNothingOnAChannelThatWasOpenedAgain() throws Exception {
		this.context.getBean(WorkQueue.class).send(this.jobs.submit(TestJobs.kepler("a")).job());
		Channel channel = this.context.getBean(ConnectionFactory.class).createConnection().createChannel(false);
		Delivery lost = Delivery.of(channel,
				channel.basicGet(WorkTopology.queue(JobType.TRAINING), false).getEnvelope().getDeliveryTag(), null,
				"a");
		((ChannelProxy) channel).getTargetChannel().close();
		assertThatThrownBy(channel::waitForConfirms).as("the last call before it opens again")
			.isInstanceOf(AmqpException.class);
		long tag = channel.basicGet(WorkTopology.queue(JobType.TRAINING), false).getEnvelope().getDeliveryTag();
		lost.deadLetter();
		assertThat(lost.tag()).isEqualTo(tag);
		assertThat(lost.held()).isFalse();
		channel.basicReject(tag, true);
		assertThat(channel.basicGet(WorkTopology.queue(JobType.TRAINING), true).getEnvelope().isRedeliver()).isTrue();
		assertThat(channel.messageCount(WorkTopology.deadLetters(JobType.TRAINING))).isZero();
		channel.close();
	}

	/** What was taken before is done with when this is. */
	private void doOneMore() throws Exception {
		this.context.getBean(AmqpAdmin.class).purgeQueue(WorkTopology.queue(JobType.TRAINING));
		// the one that is next, whatever else waits
		Taken last = taken(TestJobs.kepler("c", Instant.EPOCH));
		this.handler.take(last.request(), last.delivery());
		Awaitility.await().until(() -> this.jobs.find("c").orElseThrow().status() == JobState.COMPLETED);
	}

	private Taken taken(String jobId) throws Exception {
		return taken(TestJobs.kepler(jobId));
	}

	private Taken taken(Job wanted) throws Exception {
		Job job = this.jobs.submit(wanted).job();
		this.context.getBean(WorkQueue.class).send(job);
		Channel channel = this.connection.createChannel();
		GetResponse message = channel.basicGet(WorkTopology.queue(JobType.TRAINING), false);
		return new Taken(channel, WorkRequested.read(message.getBody()),
				new Delivery(channel, message.getEnvelope().getDeliveryTag(), null, job.jobId()));
	}

	private record Taken(Channel channel, WorkRequested request, Delivery delivery) {
	}

}
