package io.exoscout.work;

import java.time.Instant;
import java.util.OptionalLong;

import io.exoscout.job.Job;
import io.exoscout.job.JobType;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.core.MessageProperties;

/** Carries requests for work to whoever is free. */
public interface WorkQueue {

	/**
	 * Header with the time of sending, in milliseconds; AMQP's own has seconds only.
	 */
	String SENT_AT = "exoscout-sent-at";

	/**
	 * Sends the request for a job and waits for the broker's confirmation; only then is
	 * the job marked as sent. Does not throw when the broker is down: the job document is
	 * the outbox, and whoever sweeps it sends again. Each job type has a queue of its
	 * own.
	 * @param job a queued job
	 * @return whether the broker has it
	 */
	boolean send(Job job);

	/**
	 * When a message was sent, by the clock of the sender.
	 * @param message what is known of the message
	 * @return the time, or {@code null} if the message does not tell
	 */
	static @Nullable Instant sentAt(MessageProperties message) {
		return (message.getHeader(SENT_AT) instanceof Long millis) ? Instant.ofEpochMilli(millis) : null;
	}

	/**
	 * How many requests for jobs of a type wait, or empty if the broker can not be asked.
	 */
	OptionalLong depth(JobType type);

	/**
	 * How many requests for jobs of a type ended as dead letters, or empty if the broker
	 * can not be asked.
	 */
	OptionalLong deadLetters(JobType type);

	/** How many requests wait, whatever for, or empty if the broker can not be asked. */
	default OptionalLong depth() {
		long sum = 0;
		for (JobType type : JobType.values()) {
			OptionalLong depth = depth(type);
			if (depth.isEmpty()) {
				return depth;
			}
			sum += depth.getAsLong();
		}
		return OptionalLong.of(sum);
	}

}
