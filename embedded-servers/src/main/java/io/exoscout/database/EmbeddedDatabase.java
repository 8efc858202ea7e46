package io.exoscout.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

import de.bwaldvogel.mongo.MongoServer;
import org.h2.mvstore.MVStore;

/**
 * A server of the MongoDB protocol (mongo-java-server on an H2 store) in this process. An
 * acknowledged write survives {@code kill -9}. It knows no transactions, no TTL indexes
 * and no authentication.
 */
public final class EmbeddedDatabase implements AutoCloseable {

	private final MongoServer server;

	private final CommittedVersion committed;

	private final String identity;

	private EmbeddedDatabase(MongoServer server, CommittedVersion committed, String identity) {
		this.server = server;
		this.committed = committed;
		this.identity = identity;
	}

	/**
	 * Starts a server that is reachable from this machine only, on a free port; it takes
	 * connections when this returns.
	 * @param home the data directory; it uses {@code database} below it
	 * @return the running server
	 * @throws IOException if the directory can not be written
	 * @throws StartFailed if what is there is not the whole database of this directory
	 */
	public static EmbeddedDatabase start(Path home) throws IOException {
		return start(home, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), StartMode.CAREFUL);
	}

	public static EmbeddedDatabase start(Path home, InetSocketAddress address, StartMode beginning) throws IOException {
		DatabaseFile file = new DatabaseFile(home);
		MVStore store = file.open(beginning);
		String identity = StoreCheck.identity(store).orElseThrow();
		CommittedVersion committed = CommittedVersion.open(file.note());
		committed.note(store.getCurrentVersion());
		try {
			MongoServer server = new MongoServer(new MendingBackend(file.backend(store, committed), file.guard(),
					() -> file.backend(file.openAgain(), committed)));
			return new EmbeddedDatabase(bound(server, address), committed, identity);
		}
		catch (RuntimeException ex) {
			committed.close();
			throw ex;
		}
	}

	private static MongoServer bound(MongoServer server, InetSocketAddress address) {
		try {
			server.bind(address);
			return server;
		}
		catch (RuntimeException ex) {
			server.shutdownNow();
			throw ex;
		}
	}

	/** Whether a data directory holds the data of such a server. */
	public static boolean isIn(Path home) {
		return new DatabaseFile(home).exists();
	}

	/** The identity of the data directory and of its database. */
	public String identity() {
		return this.identity;
	}

	/** How clients reach it. */
	public String uri() {
		return "mongodb://127.0.0.1:%s/exoscout".formatted(this.server.getLocalAddress().getPort());
	}

	@Override
	public void close() {
		this.server.shutdownNow();
		this.committed.close();
	}

}
