package io.exoscout.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.exoscout.broker.EmbeddedBroker;
import io.exoscout.database.EmbeddedDatabase;
import io.exoscout.database.StartFailed;
import io.exoscout.database.StartMode;
import io.exoscout.home.SetAside;
import org.jspecify.annotations.Nullable;

/**
 * The embedded broker and database. To be started before, and closed after, everything
 * that talks to them.
 */
public final class EmbeddedServers implements AutoCloseable {

	private final EmbeddedBroker broker;

	private final EmbeddedDatabase database;

	private final @Nullable Path setAside;

	private EmbeddedServers(UsableBroker broker, EmbeddedDatabase database) {
		this.broker = broker.running();
		this.setAside = broker.setAside();
		this.database = database;
	}

	/**
	 * A broker.
	 *
	 * @param running that takes connections
	 * @param setAside where the files of its predecessor are, if they were of no use
	 */
	private record UsableBroker(EmbeddedBroker running, @Nullable Path setAside) {
	}

	/**
	 * Starts both at once, in {@code broker} and {@code database} below the data
	 * directory, which nobody else may be using.
	 * @throws StartFailed if there is too little room on its disk
	 */
	public static EmbeddedServers start(Path home) {
		return start(home, StartMode.CAREFUL);
	}

	public static EmbeddedServers start(Path home, StartMode beginning) {
		requireRoom(home);
		CompletableFuture<EmbeddedDatabase> database = CompletableFuture.supplyAsync(() -> database(home, beginning));
		UsableBroker broker;
		try {
			broker = broker(home);
		}
		catch (IOException ex) {
			database.thenAccept(EmbeddedDatabase::close);
			throw new UncheckedIOException(ex);
		}
		catch (RuntimeException ex) {
			database.thenAccept(EmbeddedDatabase::close);
			throw ex;
		}
		try {
			return new EmbeddedServers(broker, database.join());
		}
		catch (CompletionException ex) {
			broker.running().close();
			throw new IllegalStateException("The embedded database did not start", ex.getCause());
		}
	}

	private static void requireRoom(Path home) {
		try {
			long free = Files.createDirectories(home).toFile().getUsableSpace();
			if (free < EmbeddedBroker.ROOM) {
				throw new StartFailed(("the disk of the data directory %s has %d MB free, and %d MB are needed. "
						+ "Make room, or choose another directory with EXOSCOUT_HOME.")
					.formatted(home, free >> 20, EmbeddedBroker.ROOM >> 20));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Nothing in damaged files of the broker is needed: what waits stands in the
	 * database, and is sent again.
	 */
	private static UsableBroker broker(Path home) throws IOException {
		Path dir = home.resolve("broker");
		boolean used = Files.exists(dir.resolve("default"));
		try {
			return new UsableBroker(EmbeddedBroker.start(dir), null);
		}
		catch (IllegalStateException damaged) {
			if (!used) {
				throw damaged;
			}
			Path aside = SetAside.move(home, dir);
			return new UsableBroker(EmbeddedBroker.start(dir), aside);
		}
	}

	private static EmbeddedDatabase database(Path home, StartMode beginning) {
		try {
			return EmbeddedDatabase.start(home, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), beginning);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Where the files of the broker were moved, if they were damaged. */
	public Optional<Path> setAside() {
		return Optional.ofNullable(this.setAside);
	}

	/** The Spring properties that point the services at these servers. */
	public Map<String, Object> properties() {
		return Map.of("spring.rabbitmq.host", "127.0.0.1", "spring.rabbitmq.port", this.broker.port(),
				"spring.rabbitmq.username", this.broker.username(), "spring.rabbitmq.password", this.broker.password(),
				"spring.mongodb.uri", this.database.uri(), "exoscout.identity", this.database.identity());
	}

	@Override
	public void close() {
		this.broker.close();
		this.database.close();
	}

}
