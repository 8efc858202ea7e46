package io.exoscout.worker;

import java.io.IOException;
import java.time.Instant;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.MessageProperties;
import io.exoscout.job.Job;
import io.exoscout.work.WorkRequested;
import io.exoscout.work.WorkTopology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.rabbit.connection.ChannelProxy;

/**
 * A message in hand, to be settled once. If the channel is gone meanwhile, so is the
 * message: the broker delivers it again and whoever gets it finds out where the job
 * stands.
 *
 * @param channel where it came from
 * @param tag its number there
 * @param sentAt when it was sent, if this is the first time that it is delivered
 * @param jobId the job that it names; {@code null} if it can not be read
 */
record Delivery(Channel channel, long tag, @Nullable Instant sentAt, @Nullable String jobId) {

	private static final Logger log = LoggerFactory.getLogger(Delivery.class);

	/**
	 * A message that has just arrived.
	 * @param channel where it came from. One of Spring's opens again after it was lost,
	 * and counts from one again: settling there would hit somebody else's message
	 * @param tag its number there
	 * @param sentAt when it was sent, if this is the first time that it is delivered
	 * @param jobId the job that it names; {@code null} if it can not be read
	 * @return the message, which can be settled on the very channel it came from only
	 */
	static Delivery of(Channel channel, long tag, @Nullable Instant sentAt, @Nullable String jobId) {
		return new Delivery((channel instanceof ChannelProxy spring) ? spring.getTargetChannel() : channel, tag, sentAt,
				jobId);
	}

	/** Whether it is still in hand, or the broker may already have given it away. */
	boolean held() {
		return this.channel.isOpen();
	}

	/** Done with it. */
	void ack() {
		settle((channel) -> channel.basicAck(this.tag, false));
	}

	/** Puts it where a person may look at it. */
	void deadLetter() {
		settle((channel) -> channel.basicReject(this.tag, false));
	}

	/** Puts a request for that job there, this one if it names it. */
	void deadLetter(Job job) {
		if (job.jobId().equals(this.jobId)) {
			deadLetter();
			return;
		}
		settle((channel) -> {
			channel.basicPublish(WorkTopology.DEAD_LETTERS, WorkTopology.queue(job.type()),
					MessageProperties.PERSISTENT_TEXT_PLAIN, WorkRequested.of(job).json());
			channel.basicAck(this.tag, false);
		});
	}

	/** Leaves it to somebody else. */
	void giveBack() {
		settle((channel) -> channel.basicReject(this.tag, true));
	}

	private void settle(ChannelCall call) {
		try {
			call.on(this.channel);
		}
		catch (IOException | AlreadyClosedException ex) {
			log.info("A message could not be settled and will be delivered again: {}", ex.getMessage());
		}
	}

	private interface ChannelCall {

		void on(Channel channel) throws IOException;

	}

}
