package io.exoscout.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.exoscout.work.WorkTopology;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.util.FileSystemUtils;

/**
 * One embedded broker and database for all tests of a run, and contexts that use them.
 */
public final class TestServers {

	private static EmbeddedServers servers;

	private TestServers() {
	}

	/** The running servers; started by whoever asks first. */
	public static synchronized EmbeddedServers servers() {
		if (servers == null) {
			try {
				Path home = Files.createTempDirectory("exoscout-tests");
				servers = EmbeddedServers.start(home);
				Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(home)));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return servers;
	}

	private static void stop(Path home) {
		servers.close();
		try {
			FileSystemUtils.deleteRecursively(home);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A context against the shared servers, impatient as tests are. */
	public static ConfigurableApplicationContext context(Class<?>... configurations) {
		return context(servers().properties(), configurations);
	}

	/** A context against the given servers. */
	public static ConfigurableApplicationContext context(Map<String, Object> properties, Class<?>... configurations) {
		List<String> arguments = new ArrayList<>(List.of("--spring.config.name=tests",
				"--spring.config.import=classpath:exoscout-work.yml,classpath:exoscout-embedded.yml",
				"--exoscout.work.lease=2s", "--exoscout.work.heartbeat=100ms", "--exoscout.work.sweep=100ms",
				"--exoscout.work.unsent-after=0s", "--exoscout.work.confirm-timeout=2s",
				"--exoscout.work.database-timeout=500ms", "--exoscout.work.worker-heartbeat=200ms",
				"--exoscout.work.worker-timeout=2s", "--exoscout.trainer.pause=100ms"));
		properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
		return new SpringApplicationBuilder(Connections.class).sources(configurations)
			.web(WebApplicationType.NONE)
			.run(arguments.toArray(String[]::new));
	}

	/** Forgets all documents and messages. */
	public static void clear(ConfigurableApplicationContext context) {
		forgetDocuments(context);
		AmqpAdmin admin = context.getBean(AmqpAdmin.class);
		admin.initialize();
		admin.purgeQueue(WorkTopology.TRAINING);
		admin.purgeQueue(WorkTopology.TRAINING_DEAD);
	}

	static void forgetDocuments(ConfigurableApplicationContext context) {
		MongoOperations mongo = context.getBean(MongoOperations.class);
		mongo.getCollectionNames().forEach((name) -> mongo.remove(new Query(), name));
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ RabbitAutoConfiguration.class, MongoAutoConfiguration.class,
			DataMongoAutoConfiguration.class, EmbeddedBrokerConfiguration.class })
	static class Connections {

	}

}
