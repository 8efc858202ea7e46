package io.exoscout.store;

import java.nio.file.Path;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

class GridFsBlobStoreTests extends BlobStoreContract {

	private static MongoServer server;

	private static MongoClient client;

	@BeforeAll
	static void startServer() {
		server = new MongoServer(new MemoryBackend());
		client = MongoClients.create("mongodb://localhost:" + server.bind().getPort());
	}

	@AfterAll
	static void stopServer() {
		client.close();
		server.shutdownNow();
	}

	@Override
	protected BlobStore store(Path directory) {
		client.getDatabase("test").drop();
		return new GridFsBlobStore(new SimpleMongoClientDatabaseFactory(client, "test"));
	}

}
