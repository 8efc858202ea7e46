package io.exoscout.work;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Lends the connection factory threads that outlive it. Its own ones are stopped while
 * the last channels are still being closed, and every stop would end in a stack trace.
 */
class ChannelThreads implements BeanPostProcessor {

	private final ExecutorService threads;

	ChannelThreads() {
		CustomizableThreadFactory daemons = new CustomizableThreadFactory("amqp-channel-");
		daemons.setDaemon(true);
		this.threads = Executors.newCachedThreadPool(daemons);
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof CachingConnectionFactory connections) {
			connections.setExecutor(this.threads);
		}
		return bean;
	}

}
