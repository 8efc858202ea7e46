package io.exoscout.suite;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.FileSystemUtils;

/**
 * The suite while it runs. The servers inside start before the services and stop after
 * them.
 */
final class RunningSuite implements AutoCloseable {

	private final Path home;

	private final HomeLock lock;

	private final EmbeddedServers servers;

	private final ConfigurableApplicationContext services;

	private RunningSuite(Path home, HomeLock lock, EmbeddedServers servers, ConfigurableApplicationContext services) {
		this.home = home;
		this.lock = lock;
		this.servers = servers;
		this.services = services;
	}

	/**
	 * Starts the suite and returns when it is ready.
	 * @param args settings as {@code --name=value}; environment variables count as well
	 * @return the running suite
	 * @throws StartFailed when the port or the data directory is in use, or a setting is
	 * wrong
	 */
	static RunningSuite start(String... args) {
		ConfigurableEnvironment settings = new StandardEnvironment();
		settings.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
		Path home = Path
			.of(settings.getProperty("exoscout.home", Path.of(System.getProperty("user.home"), ".exoscout").toString()))
			.toAbsolutePath()
			.normalize();
		requireFree(settings.getProperty("server.address", "127.0.0.1"),
				settings.getProperty("server.port", Integer.class, 8080));
		HomeLock lock = HomeLock.acquire(home);
		EmbeddedServers servers = null;
		try {
			// until the services have read how to log, the servers keep quiet
			LoggingSystem.get(RunningSuite.class.getClassLoader()).beforeInitialize();
			removeInterruptedUploads(home);
			servers = EmbeddedServers.start(home);
			return new RunningSuite(home, lock, servers, services(home, servers, args));
		}
		catch (RuntimeException ex) {
			if (servers != null) {
				servers.close();
			}
			lock.close();
			throw explained(ex);
		}
	}

	/**
	 * Nobody but us uses this directory, so an upload that is there now will not go on.
	 */
	private static void removeInterruptedUploads(Path home) {
		try {
			FileSystemUtils.deleteRecursively(home.resolve("uploads"));
			FileSystemUtils.deleteRecursively(home.resolve("spool"));
		}
		catch (IOException ex) {
			throw new StartFailed("the data directory %s can not be written: %s".formatted(home, ex.getMessage()), ex);
		}
	}

	private static ConfigurableApplicationContext services(Path home, EmbeddedServers servers, String[] args) {
		// as arguments they count more than what is in any file
		List<String> all = new ArrayList<>(List.of(args));
		servers.properties().forEach((name, value) -> all.add("--%s=%s".formatted(name, value)));
		all.add("--exoscout.home=" + home);
		SpringApplication application = new SpringApplication(ExoplanetSuite.class);
		// a hook of its own would stop the services and the servers at the same time
		application.setRegisterShutdownHook(false);
		return application.run(all.toArray(String[]::new));
	}

	private static void requireFree(String address, int port) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(address, port));
		}
		catch (IOException ex) {
			throw new StartFailed(
					"port %d on %s is in use (%s); stop what uses it or choose another with SERVER_PORT=8081"
						.formatted(port, address, ex.getMessage()),
					ex);
		}
	}

	private static RuntimeException explained(RuntimeException failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof PortInUseException inUse) {
				return new StartFailed("port %d is in use".formatted(inUse.getPort()), failure);
			}
		}
		return failure;
	}

	int port() {
		return this.services.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	String url() {
		return "http://localhost:" + port();
	}

	Path home() {
		return this.home;
	}

	@Override
	public void close() {
		this.services.close();
		this.servers.close();
		this.lock.close();
	}

}
