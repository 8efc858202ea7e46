package io.exoscout.work;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.exoscout.job.Job;
import io.exoscout.job.JobType;
import io.exoscout.job.Jobs;
import io.exoscout.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.connection.CorrelationData.Confirm;
import org.springframework.amqp.rabbit.core.RabbitOperations;

/**
 * Requests as persistent messages, sent with the broker's word that it has them. Sent by
 * threads of their own: no setting bounds how long a connection to a broker that hangs
 * takes to open, a channel, or a write.
 */
record RabbitWorkQueue(RabbitOperations rabbit, Jobs jobs, Duration confirmTimeout, JobCounter taken,
		JobCounter refused, ExecutorService senders) implements WorkQueue {

	/** So many may hang. */
	private static final int SENDERS = 8;

	private static final Logger log = LoggerFactory.getLogger(RabbitWorkQueue.class);

	RabbitWorkQueue(RabbitOperations rabbit, Jobs jobs, Duration confirmTimeout, MeterRegistry meters) {
		this(rabbit, jobs, confirmTimeout, counter(meters, "confirmed"), counter(meters, "failed"), pool());
	}

	private static ExecutorService pool() {
		ThreadPoolExecutor pool = new ThreadPoolExecutor(SENDERS, SENDERS, 1, TimeUnit.MINUTES,
				new LinkedBlockingQueue<>(), (task) -> {
					Thread thread = new Thread(task, "send");
					thread.setDaemon(true);
					return thread;
				});
		pool.allowCoreThreadTimeOut(true);
		return pool;
	}

	private static JobCounter counter(MeterRegistry meters, String outcome) {
		return JobCounter.of(meters, "exoscout.publishes",
				"Messages for jobs, by whether the broker confirmed to have them", "outcome", outcome);
	}

	@Override
	public boolean send(Job job) {
		boolean confirmed = confirmed(WorkRequested.of(job), WorkTopology.queue(job.type()));
		(confirmed ? this.taken : this.refused).count(job);
		if (!confirmed) {
			return false;
		}
		try {
			this.jobs.markSent(job);
		}
		catch (ProblemException ex) {
			// it will be sent again, and the second message finds the job taken
			log.warn("Job {} is sent, but could not be marked so: {}", job.jobId(), ex.detail());
		}
		return true;
	}

	private boolean confirmed(WorkRequested request, String queue) {
		CorrelationData correlation = new CorrelationData(request.jobId());
		long until = System.nanoTime() + this.confirmTimeout.toNanos();
		Future<?> sent = this.senders.submit(() -> this.rabbit.send("", queue, message(request), correlation));
		try {
			sent.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
			Confirm confirm = correlation.getFuture().get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
			// RabbitMQ also confirms what it could not route, after returning it
			if (confirm.ack() && correlation.getReturned() == null) {
				return true;
			}
			log.warn("The broker did not take the message for job {}; it is sent again later", request.jobId());
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof Error error) {
				throw error;
			}
			boolean known = ex.getCause() instanceof AmqpException;
			log.atWarn()
				.setCause(known ? null : ex.getCause())
				.log("Job {} could not be sent, which is tried again later: {}", request.jobId(), ex.getMessage());
		}
		catch (TimeoutException ex) {
			log.warn("The broker did not confirm the message for job {} within {}; it is sent again later",
					request.jobId(), this.confirmTimeout);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		sent.cancel(true);
		return false;
	}

	private static Message message(WorkRequested request) {
		return MessageBuilder.withBody(request.json())
			.setContentType(MessageProperties.CONTENT_TYPE_JSON)
			.setDeliveryMode(MessageDeliveryMode.PERSISTENT)
			.setHeader(SENT_AT, System.currentTimeMillis())
			.setMessageId(request.jobId() + "-" + request.attempt())
			.build();
	}

	@Override
	public OptionalLong depth(JobType type) {
		return messages(WorkTopology.queue(type));
	}

	@Override
	public OptionalLong deadLetters(JobType type) {
		return messages(WorkTopology.deadLetters(type));
	}

	private OptionalLong messages(String queue) {
		try {
			Long depth = this.rabbit.execute((channel) -> channel.messageCount(queue));
			return (depth != null) ? OptionalLong.of(depth) : OptionalLong.empty();
		}
		catch (AmqpException ex) {
			log.debug("The broker can not be asked for the depth of queue {}", queue, ex);
			return OptionalLong.empty();
		}
	}

}
