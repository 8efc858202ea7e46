package io.exoscout.work;

import java.util.Map;

import io.exoscout.servers.MongoDb;

import org.springframework.context.ConfigurableApplicationContext;

/** The databases that a scenario has to come out the same on. */
public enum TestDatabase {

	/** The one inside the suite. */
	EMBEDDED {
		@Override
		Map<String, Object> properties() {
			return Map.of();
		}
	},

	/** A real one, where a Docker engine answers. */
	MONGODB {
		@Override
		Map<String, Object> properties() {
			return MongoDb.properties();
		}
	};

	abstract Map<String, Object> properties();

	/** A context against this database and the embedded broker. */
	public ConfigurableApplicationContext context(Class<?>... configurations) {
		return TestBroker.EMBEDDED.context(properties(), configurations);
	}

}
