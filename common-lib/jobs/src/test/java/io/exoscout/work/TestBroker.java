package io.exoscout.work;

import java.util.HashMap;
import java.util.Map;

import io.exoscout.servers.RabbitMq;

import org.springframework.context.ConfigurableApplicationContext;

/** The brokers that a scenario has to come out the same on. */
public enum TestBroker {

	/** The one inside the suite. */
	EMBEDDED {
		@Override
		public ConfigurableApplicationContext context(Map<String, Object> settings, Class<?>... configurations) {
			return TestServers.context(with(TestServers.servers().properties(), settings), configurations);
		}
	},

	/** A real one. */
	RABBITMQ {
		@Override
		public ConfigurableApplicationContext context(Map<String, Object> settings, Class<?>... configurations) {
			return TestServers.rabbitMqContext(with(RabbitMq.properties(), settings), configurations);
		}
	};

	/**
	 * A context against this broker and the shared database.
	 * @param settings further properties
	 * @param configurations what it is made of
	 */
	public abstract ConfigurableApplicationContext context(Map<String, Object> settings, Class<?>... configurations);

	private static Map<String, Object> with(Map<String, Object> properties, Map<String, Object> settings) {
		Map<String, Object> all = new HashMap<>(properties);
		all.putAll(settings);
		return all;
	}

}
