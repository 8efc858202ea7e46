package io.exoscout.store;

import java.nio.file.Path;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.exoscout.servers.MongoDb;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** Blobs in a real MongoDB, where a Docker engine answers. */
class GridFsOnMongoDbTests extends BlobStoreContract {

	private static MongoClient client;

	@BeforeAll
	static void connect() {
		client = MongoClients.create(MongoDb.uri());
	}

	@AfterAll
	static void disconnect() {
		if (client != null) {
			client.close();
		}
	}

	@Override
	protected BlobStore store(Path directory) {
		client.getDatabase("blobs").drop();
		return new GridFsBlobStore(new SimpleMongoClientDatabaseFactory(client, "blobs"));
	}

}
