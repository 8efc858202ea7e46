package io.exoscout.worker;

import java.io.IOException;
import java.time.Instant;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.AmqpException;

/**
 * A message in hand, to be settled once. If the channel is gone meanwhile, so is the
 * message: the broker delivers it again and whoever gets it finds out where the job
 * stands.
 *
 * @param channel where it came from
 * @param tag its number there
 * @param sentAt when it was sent, if this is the first time that it is delivered
 */
record Delivery(Channel channel, long tag, @Nullable Instant sentAt) {

	private static final Logger log = LoggerFactory.getLogger(Delivery.class);

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

	/** Leaves it to somebody else. */
	void giveBack() {
		settle((channel) -> channel.basicReject(this.tag, true));
	}

	private void settle(Settlement settlement) {
		try {
			settlement.on(this.channel);
		}
		// the last one when Spring tries to open the channel again
		catch (IOException | AlreadyClosedException | AmqpException ex) {
			log.info("A message could not be settled and will be delivered again: {}", ex.getMessage());
		}
	}

	private interface Settlement {

		void on(Channel channel) throws IOException;

	}

}
