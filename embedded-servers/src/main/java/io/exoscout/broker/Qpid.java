package io.exoscout.broker;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.Principal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.security.auth.Subject;

import com.sleepycat.je.DatabaseException;
import com.sleepycat.je.EnvironmentConfig;
import org.apache.qpid.server.configuration.updater.TaskExecutor;
import org.apache.qpid.server.configuration.updater.TaskExecutorImpl;
import org.apache.qpid.server.logging.EventLogger;
import org.apache.qpid.server.logging.LoggingMessageLogger;
import org.apache.qpid.server.model.Broker;
import org.apache.qpid.server.model.ConfiguredObject;
import org.apache.qpid.server.model.Connection;
import org.apache.qpid.server.model.Container;
import org.apache.qpid.server.model.Port;
import org.apache.qpid.server.model.State;
import org.apache.qpid.server.model.SystemConfig;
import org.apache.qpid.server.model.VirtualHost;
import org.apache.qpid.server.model.VirtualHostNode;
import org.apache.qpid.server.plugin.PluggableFactoryLoader;
import org.apache.qpid.server.plugin.SystemConfigFactory;
import org.apache.qpid.server.security.SubjectExecutionContext;
import org.apache.qpid.server.security.auth.TaskPrincipal;
import org.apache.qpid.server.store.berkeleydb.EnvironmentFacade;
import org.apache.qpid.server.transport.ProtocolEngine;
import org.apache.qpid.server.virtualhost.berkeleydb.BDBVirtualHost;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.ReflectionUtils;

/**
 * Qpid from one start to its stop. Started without its own launcher, which prints what
 * goes wrong to the console, where it belongs to nobody.
 */
final class Qpid implements AutoCloseable {

	static final String USERNAME = "exoscout";

	private static final Logger log = LoggerFactory.getLogger(Qpid.class);

	private static final long ORDERLY_SECONDS = 4;

	private static final long PATIENCE_SECONDS = 20;

	private final TaskExecutor tasks;

	private final SystemConfig<?> system;

	private final int port;

	private final BDBVirtualHost<?> messages;

	private Qpid(TaskExecutor tasks, SystemConfig<?> system, int port, BDBVirtualHost<?> messages) {
		this.tasks = tasks;
		this.system = system;
		this.port = port;
		this.messages = messages;
	}

	/**
	 * Starts it; it takes connections when this returns.
	 * @param dir where it keeps its data
	 * @param port 0 for any that is free
	 * @throws IOException if the directory can not be written
	 * @throws IllegalStateException if it does not come up
	 */
	static Qpid start(Path dir, int port, String password) throws IOException {
		// read once, at start; the password is not in it
		Path configuration = dir.resolve("start.json");
		try (InputStream in = Objects.requireNonNull(Qpid.class.getResourceAsStream("broker.json"))) {
			Files.copy(in, configuration, StandardCopyOption.REPLACE_EXISTING);
			return start(Map.of(SystemConfig.TYPE, "Memory", SystemConfig.INITIAL_CONFIGURATION_LOCATION,
					configuration.toUri().toString(), SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT, false,
					ConfiguredObject.CONTEXT, context(dir, port, password)));
		}
		finally {
			Files.deleteIfExists(configuration);
		}
	}

	private static Map<String, String> context(Path dir, int port, String password) {
		Map<String, String> context = new HashMap<>();
		context.put("qpid.work_dir", dir.toAbsolutePath().toString());
		context.put("exoscout.broker.port", Integer.toString(port));
		context.put("exoscout.broker.username", USERNAME);
		context.put("exoscout.broker.password", password);
		// a rejected message goes to the dead letters at once, as on RabbitMQ
		context.put("queue.maximumDeliveryAttempts", "1");
		// a misspelt argument must not be dropped in silence
		context.put("queue.behaviourOnUnknownDeclareArgument", "FAIL");
		context.put("exchange.behaviourOnUnknownDeclareArgument", "FAIL");
		context.put("virtualhost.housekeepingCheckPeriod", "1000");
		context.put("housekeepingCheckPeriod", "1000");
		// the watch stops it earlier, and in good order; 5 GB by default
		context.put(EnvironmentConfig.FREE_DISK, Long.toString(EmbeddedBroker.ROOM / 2));
		// nor is a large disk full when a tenth of it is left
		context.put(Broker.STORE_FILESYSTEM_MAX_USAGE_PERCENT, "0");
		return context;
	}

	private static Qpid start(Map<String, Object> attributes) {
		TaskExecutor tasks = new TaskExecutorImpl();
		Principal owner = () -> "SYSTEM";
		Subject subject = new Subject(true, Set.of(owner, new TaskPrincipal("Broker")), Set.of(), Set.of());
		SystemConfig<?> system = null;
		try {
			tasks.start();
			system = new PluggableFactoryLoader<>(SystemConfigFactory.class).get("Memory")
				.newInstance(tasks, new EventLogger(new LoggingMessageLogger(true)), owner, attributes);
			SubjectExecutionContext.withSubject(subject, (Runnable) system::open);
			Container<?> broker = system.getContainer();
			leaveStoppingToItsOwner(broker);
			// what can not work is only marked so, and the rest starts without it
			int bound = active(broker, Port.class).getBoundPort();
			return new Qpid(tasks, system, bound,
					(BDBVirtualHost<?>) active(active(broker, VirtualHostNode.class), VirtualHost.class));
		}
		catch (RuntimeException ex) {
			stop(tasks, system);
			throw new IllegalStateException("The embedded broker did not start", ex);
		}
	}

	/**
	 * A broker stops itself as soon as the process is told to stop. Ours has to serve
	 * until the services have handed back what they hold, and offers no setting for that.
	 */
	private static void leaveStoppingToItsOwner(Container<?> broker) {
		Field hook = Objects.requireNonNull(ReflectionUtils.findField(broker.getClass(), null, Thread.class));
		ReflectionUtils.makeAccessible(hook);
		Runtime.getRuntime().removeShutdownHook((Thread) ReflectionUtils.getField(hook, broker));
	}

	private static <T extends ConfiguredObject<?>> T active(ConfiguredObject<?> parent, Class<T> type) {
		return parent.getChildren(type)
			.stream()
			.filter((child) -> child.getState() == State.ACTIVE)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(
					"The broker's " + type.getSimpleName() + " did not come up; is another process using its data?"));
	}

	int port() {
		return this.port;
	}

	/**
	 * Whether it can still keep messages: at the first write that fails it closes its
	 * files for good, and goes on taking connections.
	 */
	boolean isSound() {
		EnvironmentFacade files = this.messages.getEnvironmentFacade();
		try {
			return this.messages.getState() == State.ACTIVE && files != null
					&& !files.getTransactionStatistics(false).isEmpty();
		}
		catch (DatabaseException | IllegalStateException ex) {
			log.debug("The files of the broker are closed", ex);
			return false;
		}
	}

	/** For tests: as if a write had failed. */
	void failFiles() {
		this.messages.getEnvironmentFacade().flushLogFailed(new IllegalStateException("a write failed"));
	}

	@Override
	public void close() {
		Collection<? extends Connection<?>> connections = List.copyOf(this.messages.getConnections());
		CompletableFuture<Void> closing = this.system.closeAsync();
		if (!ends(closing, ORDERLY_SECONDS)) {
			// the threads of connections die of a write that failed, and nobody serves
			// them
			connections.forEach(Qpid::giveUp);
			ends(closing, PATIENCE_SECONDS);
		}
		this.tasks.stop();
	}

	private static void giveUp(Connection<?> connection) {
		try {
			if (connection instanceof ProtocolEngine engine) {
				engine.closed();
			}
		}
		catch (RuntimeException ex) {
			log.debug("A connection did not close in good order", ex);
		}
	}

	private static void stop(TaskExecutor tasks, @Nullable SystemConfig<?> system) {
		if (system != null) {
			ends(system.closeAsync(), PATIENCE_SECONDS);
		}
		tasks.stop();
	}

	/** Waits, but not for ever; what was confirmed is on disk. */
	private static boolean ends(CompletableFuture<Void> closing, long seconds) {
		try {
			closing.get(seconds, TimeUnit.SECONDS);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
		catch (ExecutionException ex) {
			log.debug("The broker did not stop in good order", ex);
			return true;
		}
		catch (TimeoutException ex) {
			log.debug("The broker has not stopped after {} s", seconds);
			return false;
		}
	}

}
