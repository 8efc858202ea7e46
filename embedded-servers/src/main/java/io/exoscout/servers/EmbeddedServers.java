package io.exoscout.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.exoscout.broker.EmbeddedBroker;
import io.exoscout.database.StartMode;
import io.exoscout.database.EmbeddedDatabase;

/**
 * The embedded broker and database. To be started before, and closed after, everything
 * that talks to them.
 */
public final class EmbeddedServers implements AutoCloseable {

	private final EmbeddedBroker broker;

	private final EmbeddedDatabase database;

	private EmbeddedServers(EmbeddedBroker broker, EmbeddedDatabase database) {
		this.broker = broker;
		this.database = database;
	}

	/**
	 * Starts both at once, in {@code broker} and {@code database} below the data
	 * directory.
	 */
	public static EmbeddedServers start(Path home) {
		return start(home, StartMode.CAREFUL);
	}

	public static EmbeddedServers start(Path home, StartMode beginning) {
		CompletableFuture<EmbeddedDatabase> database = CompletableFuture.supplyAsync(() -> database(home, beginning));
		EmbeddedBroker broker;
		try {
			broker = EmbeddedBroker.start(home.resolve("broker"));
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
			broker.close();
			throw new IllegalStateException("The embedded database did not start", ex.getCause());
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
