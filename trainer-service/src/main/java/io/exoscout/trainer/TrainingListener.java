package io.exoscout.trainer;

import java.util.Objects;

import com.rabbitmq.client.Channel;
import io.exoscout.problem.ProblemException;
import io.exoscout.work.TrainingRequested;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.listener.api.ChannelAwareMessageListener;

/**
 * Reads requests and passes them on. The fit runs elsewhere, so this thread stays free
 * and the broker has no reason to believe that nobody is listening.
 */
class TrainingListener implements ChannelAwareMessageListener {

	private static final Logger log = LoggerFactory.getLogger(TrainingListener.class);

	private final TrainingRunner runner;

	TrainingListener(TrainingRunner runner) {
		this.runner = runner;
	}

	@Override
	public void onMessage(Message message, @Nullable Channel channel) {
		Delivery delivery = new Delivery(Objects.requireNonNull(channel),
				message.getMessageProperties().getDeliveryTag());
		TrainingRequested request;
		try {
			request = TrainingRequested.read(message.getBody());
		}
		catch (ProblemException ex) {
			log.error("A message goes to the dead letters ({}): {}", ex.code(), ex.detail());
			delivery.deadLetter();
			return;
		}
		this.runner.take(request.jobId(), delivery);
	}

}
