package io.exoscout.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A RabbitMQ of the tests' own: the machine's {@code rabbitmq-server} as a node with
 * directory, ports and name server of its own, which can be killed, stopped and started
 * again on what it left.
 */
public final class RabbitMqNode implements AutoCloseable {

	private static final Path PROGRAM = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");

	private static final Duration START = Duration.ofSeconds(90);

	private final Path dir;

	private final int port;

	private final Map<String, String> environment;

	private Process process;

	private RabbitMqNode(Path dir, int port, Map<String, String> environment) {
		this.dir = dir;
		this.port = port;
		this.environment = environment;
	}

	/** Whether this machine has what it takes. */
	public static boolean available() {
		return Files.isExecutable(PROGRAM);
	}

	/**
	 * Starts a node.
	 * @param dir for its data; short, since names of sockets are made from it
	 * @param settings further lines of {@code rabbitmq.conf}
	 * @return the node, taking connections
	 */
	public static RabbitMqNode start(Path dir, String... settings) throws IOException {
		int port = FreePort.find();
		for (String name : List.of("home", "mnesia", "log", "conf")) {
			Files.createDirectories(dir.resolve(name));
		}
		Files.writeString(dir.resolve("conf/rabbitmq.conf"), """
				listeners.tcp.1 = 127.0.0.1:%d
				%s
				""".formatted(port, String.join("\n", settings)));
		// how often the broker looks for acknowledgements that are overdue
		Files.writeString(dir.resolve("conf/advanced.config"), "[{rabbit, [{channel_tick_interval, 1000}]}].\n");
		Files.writeString(dir.resolve("conf/enabled_plugins"), "[].\n");
		RabbitMqNode node = new RabbitMqNode(dir, port, Map.ofEntries(Map.entry("HOME", dir.resolve("home").toString()),
				Map.entry("RABBITMQ_NODENAME", "exoscout%d@localhost".formatted(port)),
				Map.entry("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"),
				Map.entry("RABBITMQ_DIST_PORT", Integer.toString(FreePort.find())),
				Map.entry("RABBITMQ_MNESIA_BASE", dir.resolve("mnesia").toString()),
				Map.entry("RABBITMQ_LOG_BASE", dir.resolve("log").toString()),
				Map.entry("RABBITMQ_CONFIG_FILE", dir.resolve("conf/rabbitmq.conf").toString()),
				Map.entry("RABBITMQ_ADVANCED_CONFIG_FILE", dir.resolve("conf/advanced.config").toString()),
				Map.entry("RABBITMQ_ENABLED_PLUGINS_FILE", dir.resolve("conf/enabled_plugins").toString()),
				Map.entry("RABBITMQ_PID_FILE", dir.resolve("pid").toString()),
				Map.entry("RABBITMQ_CONF_ENV_FILE", "/dev/null"), Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"),
				Map.entry("ERL_EPMD_PORT", Integer.toString(FreePort.find())),
				Map.entry("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1}")));
		node.start();
		return node;
	}

	/** Starts again on the same data; returns when it takes connections. */
	public void start() throws IOException {
		File out = this.dir.resolve("out.txt").toFile();
		ProcessBuilder builder = new ProcessBuilder(PROGRAM.toString()).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(out));
		builder.environment().putAll(this.environment);
		this.process = builder.start();
		await("RabbitMQ listens").atMost(START).pollInterval(Duration.ofMillis(100)).until(() -> {
			assertThat(this.process.isAlive()).as("RabbitMQ runs; it printed %s", Files.readString(out.toPath()))
				.isTrue();
			return listens();
		});
	}

	private boolean listens() {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** The power cut. */
	public void kill() {
		List<ProcessHandle> children = this.process.descendants().toList();
		this.process.destroyForcibly();
		children.forEach(ProcessHandle::destroyForcibly);
		awaitGone(children);
	}

	/** Stops in good order. */
	public void stop() {
		List<ProcessHandle> children = this.process.descendants().toList();
		// the program is a shell that would take seconds to pass the signal on
		children.stream()
			.filter((child) -> child.info().command().orElse("").endsWith("beam.smp"))
			.forEach(ProcessHandle::destroy);
		awaitGone(children);
	}

	/** A port may still be taken while a process is on its way out. */
	private void awaitGone(List<ProcessHandle> children) {
		try {
			assertThat(this.process.waitFor(60, TimeUnit.SECONDS)).as("RabbitMQ ended").isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		await("RabbitMQ is gone").atMost(Duration.ofSeconds(60))
			.until(() -> children.stream().noneMatch(ProcessHandle::isAlive) && !listens());
	}

	/** The Spring properties that point a service at it. */
	public Map<String, Object> properties() {
		return Map.of("spring.rabbitmq.host", "127.0.0.1", "spring.rabbitmq.port", this.port,
				"spring.rabbitmq.username", "guest", "spring.rabbitmq.password", "guest");
	}

	/** What it logged so far. */
	public String log() throws IOException {
		StringBuilder log = new StringBuilder();
		for (File file : Objects.requireNonNull(this.dir.resolve("log").toFile().listFiles(File::isFile))) {
			log.append(Files.readString(file.toPath()));
		}
		return log.toString();
	}

	public int port() {
		return this.port;
	}

	@Override
	public void close() {
		kill();
		nameServer().ifPresent(ProcessHandle::destroyForcibly);
		try {
			FileSystemUtils.deleteRecursively(this.dir);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** It detaches itself from the node that started it. */
	private Optional<ProcessHandle> nameServer() {
		String port = this.environment.get("ERL_EPMD_PORT");
		return ProcessHandle.allProcesses()
			.filter((process) -> process.info().command().orElse("").endsWith("epmd"))
			.filter((process) -> environment(process).contains("ERL_EPMD_PORT=" + port + "\0"))
			.findFirst();
	}

	private static String environment(ProcessHandle process) {
		try {
			return Files.readString(Path.of("/proc", Long.toString(process.pid()), "environ"));
		}
		catch (IOException ex) {
			return "";
		}
	}

}
