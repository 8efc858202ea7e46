package io.exoscout.worker;

import java.util.Objects;

import com.rabbitmq.client.Channel;
import io.exoscout.problem.ProblemException;
import io.exoscout.work.WorkQueue;
import io.exoscout.work.WorkRequested;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.listener.api.ChannelAwareMessageListener;

/**
 * Reads requests and passes them on. The work is done elsewhere, so this thread stays
 * free and the broker has no reason to believe that nobody is listening.
 */
record JobListener(MessageHandler handler) implements ChannelAwareMessageListener {

	private static final Logger log = LoggerFactory.getLogger(JobListener.class);

	@Override
	public void onMessage(Message message, @Nullable Channel channel) {
		WorkRequested request;
		try {
			request = WorkRequested.read(message.getBody());
		}
		catch (ProblemException ex) {
			log.error("A message goes to the dead letters ({}): {}", ex.code().id(), ex.detail());
			delivery(message, channel, null).deadLetter();
			return;
		}
		this.handler.take(request, delivery(message, channel, request.jobId()));
	}

	private static Delivery delivery(Message message, @Nullable Channel channel, @Nullable String jobId) {
		MessageProperties properties = message.getMessageProperties();
		return Delivery.of(Objects.requireNonNull(channel), properties.getDeliveryTag(),
				Boolean.TRUE.equals(properties.isRedelivered()) ? null : WorkQueue.sentAt(properties), jobId);
	}

}
