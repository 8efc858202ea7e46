package io.exoscout.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

import de.bwaldvogel.mongo.MongoServer;
import org.h2.mvstore.MVStore;

/**
 * A server of the MongoDB protocol (mongo-java-server on an H2 store) in this process. An
 * acknowledged write survives {@code kill -9}. It knows no transactions, no TTL indexes
 * and no authentication.
 */
public final class EmbeddedDatabase implements AutoCloseable {

	private static final String FILE = "exoscout.mv";

	private final MongoServer server;

	private EmbeddedDatabase(MongoServer server) {
		this.server = server;
	}

	/**
	 * Starts a server that is reachable from this machine only, on a free port; it takes
	 * connections when this returns.
	 * @param dir where it keeps its data
	 * @return the running server
	 * @throws IOException if the directory can not be written
	 */
	public static EmbeddedDatabase start(Path dir) throws IOException {
		return start(dir, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
	}

	static EmbeddedDatabase start(Path dir, InetSocketAddress address) throws IOException {
		Files.createDirectories(dir);
		MVStore store = new MVStore.Builder().fileName(dir.resolve(FILE).toString())
			.autoCommitDisabled()
			.compress()
			.open();
		// old versions of pages would make the file grow a hundredfold
		store.setRetentionTime(0);
		store.setVersionsToKeep(0);
		MongoServer server = new MongoServer(new CommittingBackend(store));
		try {
			server.bind(address);
			return new EmbeddedDatabase(server);
		}
		catch (RuntimeException ex) {
			server.shutdownNow();
			throw ex;
		}
	}

	/** Whether a directory holds the data of such a server. */
	static boolean isIn(Path dir) {
		return Files.exists(dir.resolve(FILE));
	}

	/** How clients reach it. */
	public String uri() {
		return "mongodb://127.0.0.1:%s/exoscout".formatted(this.server.getLocalAddress().getPort());
	}

	@Override
	public void close() {
		this.server.shutdownNow();
	}

}
