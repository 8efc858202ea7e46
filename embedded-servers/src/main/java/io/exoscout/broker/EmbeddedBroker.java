package io.exoscout.broker;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.SystemLauncherListener.DefaultSystemLauncherListener;
import org.apache.qpid.server.model.ConfiguredObject;
import org.apache.qpid.server.model.Container;
import org.apache.qpid.server.model.Port;
import org.apache.qpid.server.model.State;
import org.apache.qpid.server.model.SystemConfig;
import org.apache.qpid.server.model.VirtualHost;
import org.apache.qpid.server.model.VirtualHostNode;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * An AMQP 0-9-1 broker (Apache Qpid Broker-J) in this process. Reachable from this
 * machine only, on a free port, with a password made up at every start. Messages live in
 * a Berkeley DB below the given directory; a confirmed one survives {@code kill -9}.
 */
public final class EmbeddedBroker implements AutoCloseable {

	private static final String USERNAME = "exoscout";

	private final SystemLauncher launcher;

	private final int port;

	private final String password;

	private EmbeddedBroker(SystemLauncher launcher, int port, String password) {
		this.launcher = launcher;
		this.port = port;
		this.password = password;
	}

	/**
	 * Starts a broker; it takes connections when this returns.
	 * @param dir where it keeps its data
	 * @return the running broker
	 * @throws IOException if the directory can not be written
	 */
	public static EmbeddedBroker start(Path dir) throws IOException {
		return start(dir, 0, UUID.randomUUID().toString());
	}

	public static EmbeddedBroker start(Path dir, int port, String password) throws IOException {
		Files.createDirectories(dir);
		Listener listener = new Listener();
		SystemLauncher launcher = new SystemLauncher(listener);
		// read once, at start; the password is not in them
		Path configuration = dir.resolve("start.json");
		Path noProperties = dir.resolve("start.properties");
		try {
			copy("broker.json", configuration);
			Files.write(noProperties, new byte[0]);
			launcher.startup(attributes(configuration, noProperties, context(dir, port, password)));
			int bound = listener.port();
			listener.leaveStoppingToItsOwner();
			return new EmbeddedBroker(launcher, bound, password);
		}
		catch (Exception ex) {
			launcher.shutdown();
			throw new IllegalStateException("The embedded broker did not start", ex);
		}
		finally {
			Files.deleteIfExists(configuration);
			Files.deleteIfExists(noProperties);
		}
	}

	private static void copy(String resource, Path file) throws IOException {
		try (InputStream in = Objects.requireNonNull(EmbeddedBroker.class.getResourceAsStream(resource))) {
			Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static Map<String, Object> attributes(Path configuration, Path noProperties, Map<String, String> context) {
		Map<String, Object> attributes = new HashMap<>();
		attributes.put(SystemConfig.TYPE, "Memory");
		attributes.put(SystemConfig.INITIAL_CONFIGURATION_LOCATION, configuration.toUri().toString());
		// its default is a classpath: URL, which a repackaged jar can not open
		attributes.put(SystemConfig.INITIAL_SYSTEM_PROPERTIES_LOCATION, noProperties.toString());
		attributes.put(SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT, false);
		attributes.put(ConfiguredObject.CONTEXT, context);
		return attributes;
	}

	private static Map<String, String> context(Path dir, int port, String password) {
		return Map.of("qpid.work_dir", dir.toAbsolutePath().toString(), "exoscout.broker.port", Integer.toString(port),
				"exoscout.broker.username", USERNAME, "exoscout.broker.password", password,
				// a rejected message goes to the dead letters at once, as on RabbitMQ
				"queue.maximumDeliveryAttempts", "1",
				// a misspelt argument must not be dropped in silence
				"queue.behaviourOnUnknownDeclareArgument", "FAIL", "exchange.behaviourOnUnknownDeclareArgument", "FAIL",
				"virtualhost.housekeepingCheckPeriod", "1000", "housekeepingCheckPeriod", "1000");
	}

	public int port() {
		return this.port;
	}

	public String username() {
		return USERNAME;
	}

	public String password() {
		return this.password;
	}

	@Override
	public void close() {
		this.launcher.shutdown();
	}

	/** The launcher swallows what goes wrong at start and tells only its listener. */
	private static final class Listener extends DefaultSystemLauncherListener {

		private @Nullable SystemConfig<?> system;

		private @Nullable RuntimeException error;

		@Override
		public void onContainerResolve(SystemConfig<?> systemConfig) {
			this.system = systemConfig;
		}

		@Override
		public void errorOnStartup(RuntimeException ex) {
			this.error = ex;
		}

		/**
		 * A broker stops itself as soon as the process is told to stop. Ours has to serve
		 * until the services have handed back what they hold, and offers no setting for
		 * that.
		 */
		void leaveStoppingToItsOwner() {
			Container<?> broker = Objects.requireNonNull(this.system).getContainer();
			Field hook = Objects.requireNonNull(ReflectionUtils.findField(broker.getClass(), null, Thread.class));
			ReflectionUtils.makeAccessible(hook);
			Runtime.getRuntime().removeShutdownHook((Thread) ReflectionUtils.getField(hook, broker));
		}

		int port() {
			if (this.error != null) {
				throw this.error;
			}
			Container<?> broker = Objects.requireNonNull(this.system).getContainer();
			// what can not work is only marked so, and the rest starts without it
			Port<?> port = active(broker, Port.class);
			active(active(broker, VirtualHostNode.class), VirtualHost.class);
			return port.getBoundPort();
		}

		private static <T extends ConfiguredObject<?>> T active(ConfiguredObject<?> parent, Class<T> type) {
			return parent.getChildren(type)
				.stream()
				.filter((child) -> child.getState() == State.ACTIVE)
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("The broker's " + type.getSimpleName()
						+ " did not come up; is another process using its data?"));
		}

	}

}
