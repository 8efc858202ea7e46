package io.exoscout.store;

import java.nio.file.Path;
import java.util.Arrays;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

class DamagedGridFsTests extends DamagedBlobContract {

	private static final int CHUNK = 255 * 1024;

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
		client.getDatabase("damaged").drop();
		return new GridFsBlobStore(new SimpleMongoClientDatabaseFactory(client, "damaged"));
	}

	/** Of one that is empty now the only chunk holds nothing. */
	@Override
	protected void damage(String sha256, byte[] bytes) {
		MongoCollection<Document> chunks = client.getDatabase("damaged").getCollection("blobs.chunks");
		Document file = client.getDatabase("damaged")
			.getCollection("blobs.files")
			.find(Filters.eq("filename", sha256))
			.first();
		for (int n = 0; n * CHUNK <= bytes.length; n++) {
			byte[] chunk = Arrays.copyOfRange(bytes, n * CHUNK, Math.min(bytes.length, (n + 1) * CHUNK));
			chunks.updateOne(Filters.and(Filters.eq("files_id", file.get("_id")), Filters.eq("n", n)),
					Updates.set("data", new Binary(chunk)));
		}
	}

}
