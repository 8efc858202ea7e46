package io.exoscout.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.rabbitmq.RabbitMQContainer;

/**
 * One RabbitMQ for all tests of a run: a container where a Docker engine answers, else
 * the machine's own program.
 */
public final class RabbitMq {

	private static final String IMAGE = "rabbitmq:4-management";

	private static Map<String, Object> broker;

	private RabbitMq() {
	}

	/**
	 * The Spring properties that point a service at it; started by whoever asks first.
	 * Without a way to start one the test fails in CI and is skipped elsewhere.
	 */
	public static synchronized Map<String, Object> properties() {
		if (broker == null) {
			broker = start();
		}
		return broker;
	}

	private static Map<String, Object> start() {
		if (DockerClientFactory.instance().isDockerAvailable()) {
			return container();
		}
		requireNode();
		return node();
	}

	/** Fails in CI, and skips the test elsewhere, where there is no program to start. */
	public static void requireNode() {
		if (!RabbitMqNode.available()) {
			String message = "This test needs Docker or Debian's rabbitmq-server";
			if ("true".equals(System.getenv("CI"))) {
				throw new AssertionError(message);
			}
			Assumptions.abort(message);
		}
	}

	/** Removed by Testcontainers when the tests are over. */
	private static Map<String, Object> container() {
		RabbitMQContainer container = new RabbitMQContainer(IMAGE);
		container.start();
		return Map.of("spring.rabbitmq.host", container.getHost(), "spring.rabbitmq.port", container.getAmqpPort(),
				"spring.rabbitmq.username", container.getAdminUsername(), "spring.rabbitmq.password",
				container.getAdminPassword());
	}

	private static Map<String, Object> node() {
		try {
			RabbitMqNode node = RabbitMqNode.start(Files.createTempDirectory("rabbit"));
			Runtime.getRuntime().addShutdownHook(new Thread(node::close));
			return node.properties();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
