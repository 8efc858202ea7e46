package io.exoscout.jobs.live;

import java.util.UUID;

import io.exoscout.job.Jobs;
import io.exoscout.telemetry.EventLog;
import io.exoscout.telemetry.EventSender;
import io.exoscout.work.WorkQueue;
import io.exoscout.work.Workers;

import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Everybody who listens, and a queue of this replica's own for what there is to hear: it
 * is gone with its connection.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveSettings.class)
public class LiveConfiguration {

	private static final long RECOVERY_INTERVAL_MILLIS = 2000;

	@Bean
	LiveFeeds liveFeeds(Jobs jobs, EventLog log, Workers workers, WorkQueue queue, LiveSettings settings) {
		return new LiveFeeds(jobs, log, workers, queue, settings);
	}

	/** Without the arguments of an anonymous queue, which not every broker takes. */
	@Bean
	Queue eventQueue() {
		return new Queue(EventSender.EXCHANGE + "." + UUID.randomUUID(), false, true, true);
	}

	@Bean
	Binding eventBinding(Queue eventQueue) {
		return BindingBuilder.bind(eventQueue).to(new TopicExchange(EventSender.EXCHANGE)).with(EventSender.KEY + "#");
	}

	@Bean
	SimpleMessageListenerContainer eventHearing(ConnectionFactory connections, AmqpAdmin admin, Queue eventQueue,
			LiveFeeds feeds) {
		SimpleMessageListenerContainer container = new SimpleMessageListenerContainer(connections);
		container.setAmqpAdmin(admin);
		container.setQueues(eventQueue);
		container.setMessageListener(new EventHearing(feeds));
		container.setAcknowledgeMode(AcknowledgeMode.NONE);
		container.setMissingQueuesFatal(false);
		container.setRecoveryInterval(RECOVERY_INTERVAL_MILLIS);
		container.setListenerId("events");
		return container;
	}

}
