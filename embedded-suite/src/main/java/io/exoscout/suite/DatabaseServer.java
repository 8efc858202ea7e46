package io.exoscout.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

import io.exoscout.database.StartMode;
import io.exoscout.database.EmbeddedDatabase;
import io.exoscout.database.StartFailed;

import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.PropertyResolver;

/**
 * The embedded database as a process of its own, so that several service processes share
 * it where there is no MongoDB.
 */
record DatabaseServer(HomeLock lock, EmbeddedDatabase database) implements AutoCloseable {

	/** The port MongoDB uses, too. */
	private static final int USUAL_PORT = 27017;

	/**
	 * Starts the database on the data directory; it takes connections when this returns.
	 * @param args settings as {@code --name=value}; environment variables count as well
	 * @return the running server
	 * @throws StartFailed when the port or the data directory is in use, or others could
	 * reach the server and nobody said that they may
	 */
	static DatabaseServer start(String... args) {
		PropertyResolver settings = LaunchSettings.settings(args);
		ListenAddress address = ListenAddress.of(settings, USUAL_PORT);
		requireGuarded(address, settings);
		address.requireFree();
		return start(LaunchSettings.home(settings), address.socket(), StartMode.of(settings));
	}

	/**
	 * Starts the database on a data directory for this process alone, on a free port.
	 * @param home the data directory
	 * @param beginning what to do if its database is not what it was
	 * @return the running server
	 * @throws StartFailed when the data directory is in use
	 */
	static DatabaseServer start(Path home, StartMode beginning) {
		return start(home, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), beginning);
	}

	private static DatabaseServer start(Path home, InetSocketAddress address, StartMode beginning) {
		HomeLock lock = HomeLock.acquire(home);
		try {
			LoggingSystem.get(DatabaseServer.class.getClassLoader()).beforeInitialize();
			return new DatabaseServer(lock, EmbeddedDatabase.start(home, address, beginning));
		}
		catch (StartFailed ex) {
			lock.close();
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			lock.close();
			throw new StartFailed("the database in %s did not start: %s".formatted(home, ex.getMessage()), ex);
		}
	}

	/** The server knows no passwords. */
	private static void requireGuarded(ListenAddress address, PropertyResolver settings) {
		if (!address.address().isLoopbackAddress() && !"open".equals(settings.getProperty("exoscout.security.mode"))) {
			throw new StartFailed("the embedded database has no passwords, so it listens on loopback only; "
					+ "in a network of its own EXOSCOUT_SECURITY_MODE=open lets everybody there in");
		}
	}

	/** The identity of the data directory. */
	String identity() {
		return this.database.identity();
	}

	public String uri() {
		return this.database.uri();
	}

	@Override
	public void close() {
		try (this.lock) {
			this.database.close();
		}
	}

}
