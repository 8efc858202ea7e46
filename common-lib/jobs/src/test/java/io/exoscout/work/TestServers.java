package io.exoscout.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.database.EmbeddedDatabase;
import io.exoscout.database.StartMode;
import io.exoscout.installation.InstallationConfiguration;
import io.exoscout.job.JobType;
import io.exoscout.servers.EmbeddedBrokerConfiguration;
import io.exoscout.servers.EmbeddedServers;
import org.awaitility.Awaitility;

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

	private static final String CONFIRM_TIMEOUT = "exoscout.work.confirm-timeout";

	private static final String DATABASE_TIMEOUT = "exoscout.database.timeout";

	private static final Map<String, Object> IMPATIENT = Map.of("exoscout.work.lease", "2s", "exoscout.work.heartbeat",
			"100ms", "exoscout.work.sweep", "100ms", "exoscout.work.unsent-after", "0s", CONFIRM_TIMEOUT, "5s",
			DATABASE_TIMEOUT, "2s", "exoscout.work.worker-heartbeat", "200ms", "exoscout.work.worker-timeout", "2s",
			"exoscout.worker.pause", "100ms");

	private static EmbeddedServers servers;

	static {
		// the client's threads may complain about a connection that a test has cut
		Awaitility.doNotCatchUncaughtExceptionsByDefault();
	}

	private static final Path HOME = home();

	private TestServers() {
	}

	private static Path home() {
		try {
			return Files.createTempDirectory("exoscout-tests");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The running servers; started by whoever asks first. */
	public static synchronized EmbeddedServers servers() {
		if (servers == null) {
			servers = EmbeddedServers.start(HOME);
			Runtime.getRuntime().addShutdownHook(new Thread(TestServers::stop));
			// database and blobs know each other before tests put anything into them
			context(servers.properties(), WorkConfiguration.class, InstallationConfiguration.class).close();
		}
		return servers;
	}

	private static void stop() {
		servers.close();
		try {
			FileSystemUtils.deleteRecursively(HOME);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A context against the shared servers, impatient as tests are. */
	public static ConfigurableApplicationContext context(Class<?>... configurations) {
		return context(servers().properties(), configurations);
	}

	/** A context against embedded servers. */
	public static ConfigurableApplicationContext context(Map<String, Object> properties, Class<?>... configurations) {
		return run(properties, new SpringApplicationBuilder(Connections.class, EmbeddedBrokerConfiguration.class)
			.sources(configurations));
	}

	/**
	 * With more time for database and broker: for tests of what is kept, on a machine
	 * that has other things to do as well.
	 */
	public static Map<String, Object> patient(Map<String, Object> properties) {
		Map<String, Object> patient = new HashMap<>(properties);
		patient.putAll(Map.of(CONFIRM_TIMEOUT, "60s", DATABASE_TIMEOUT, "60s"));
		return patient;
	}

	/** A context against a RabbitMQ, beside the shared database. */
	public static ConfigurableApplicationContext rabbitMqContext(Map<String, Object> rabbitMq,
			Class<?>... configurations) {
		Map<String, Object> properties = new HashMap<>(servers().properties());
		properties.putAll(rabbitMq);
		return run(properties, new SpringApplicationBuilder(Connections.class).sources(configurations));
	}

	/**
	 * A whole service against the shared servers, on a free port.
	 * @param settings further properties
	 * @param application the service
	 */
	public static ConfigurableApplicationContext service(Map<String, Object> settings, Class<?> application) {
		Map<String, Object> properties = new HashMap<>(servers().properties());
		properties.put("server.port", 0);
		properties.putAll(settings);
		return run(properties, WebApplicationType.SERVLET, "classpath:exoscout.yml,",
				new SpringApplicationBuilder(application, EmbeddedBrokerConfiguration.class));
	}

	private static ConfigurableApplicationContext run(Map<String, Object> properties,
			SpringApplicationBuilder builder) {
		return run(properties, WebApplicationType.NONE, "", builder);
	}

	private static ConfigurableApplicationContext run(Map<String, Object> properties, WebApplicationType type,
			String defaults, SpringApplicationBuilder builder) {
		Map<String, Object> all = new HashMap<>(IMPATIENT);
		all.putAll(properties);
		List<String> arguments = new ArrayList<>(List.of("--spring.config.name=tests",
				"--spring.config.import=" + defaults + "classpath:exoscout-work.yml,classpath:exoscout-embedded.yml",
				"--exoscout.home=" + HOME));
		all.forEach((name, value) -> arguments.add("--" + name + "=" + value));
		return builder.web(type).run(arguments.toArray(String[]::new));
	}

	/** Forgets all documents and messages. */
	public static void clear(ConfigurableApplicationContext context) {
		forgetDocuments(context);
		AmqpAdmin admin = context.getBean(AmqpAdmin.class);
		admin.initialize();
		for (JobType type : JobType.values()) {
			admin.purgeQueue(WorkTopology.queue(type));
			admin.purgeQueue(WorkTopology.deadLetters(type));
		}
	}

	/** A database of its own, which can come back at the same place. */
	public static EmbeddedDatabase database(Path dir, int port) throws IOException {
		return EmbeddedDatabase.start(dir, new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
				StartMode.CAREFUL);
	}

	public static void forgetDocuments(ConfigurableApplicationContext context) {
		MongoOperations mongo = context.getBean(MongoOperations.class);
		// but for whose they are
		mongo.getCollectionNames()
			.stream()
			.filter((name) -> !name.equals("installation"))
			.forEach((name) -> mongo.remove(new Query(), name));
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ RabbitAutoConfiguration.class, MongoAutoConfiguration.class,
			DataMongoAutoConfiguration.class })
	static class Connections {

	}

}
