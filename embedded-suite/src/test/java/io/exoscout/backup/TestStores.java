package io.exoscout.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.exoscout.backup.live.SeriesStores;
import io.exoscout.dataset.DatasetConfiguration;
import io.exoscout.s3.S3Server;
import io.exoscout.store.BlobStore;
import io.exoscout.work.TestServers;
import org.bson.Document;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoOperations;

/** A database and a blob store of a test's own, empty again when it is closed. */
final class TestStores implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private TestStores(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Opens stores.
	 * @param dir of this test; names the database, too
	 * @param kind {@code directory}, {@code gridfs} or {@code s3}
	 */
	static TestStores open(Path dir, String kind) {
		Map<String, Object> properties = new HashMap<>(TestServers.servers().properties());
		String name = "backup" + Integer.toHexString(dir.toString().hashCode());
		properties.computeIfPresent("spring.mongodb.uri",
				(key, uri) -> uri.toString().replace("/exoscout", "/" + name));
		if (kind.equals("s3")) {
			S3Server.shared()
				.settings(dir.toString())
				.forEach((variable, value) -> properties.put(S3Server.property(variable), value));
		}
		properties.put("exoscout.blobs.kind", kind);
		properties.put("exoscout.blobs.directory", dir.resolve("blobs"));
		properties.put("spring.main.banner-mode", "off");
		return new TestStores(TestServers.context(properties, DatasetConfiguration.class));
	}

	BackupStores stores() {
		MongoDatabase database = this.context.getBean(MongoDatabaseFactory.class).getMongoDatabase();
		return new BackupStores(database, blobs(), SeriesStores.beside(client(), database.getName(), null));
	}

	MongoOperations mongo() {
		return this.context.getBean(MongoOperations.class);
	}

	MongoClient client() {
		return this.context.getBean(MongoClient.class);
	}

	BlobStore blobs() {
		return this.context.getBean(BlobStore.class);
	}

	/** Stores bytes, and gives a pointer to them as documents have it. */
	Document blob(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		return new Document("sha256", blobs().put(bytes).sha256()).append("bytes", (long) bytes.length);
	}

	String text(Document blob) {
		try (InputStream in = blobs().open(blob.getString("sha256"))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void insert(BackedUpCollection kept, Document document) {
		stores().documents(kept).insertOne(document);
	}

	/** A job on a table of its own, and a planet. */
	void fill() {
		insert(BackedUpCollection.JOBS,
				new Document("_id", "j").append("status", "COMPLETED").append("dataset", blob("a table")));
		insert(BackedUpCollection.PLANETS,
				new Document("_id", "p").append("fields", new Document("nombre", "Kepler-90 i")));
	}

	/** Forgets the documents; the blobs stay. */
	void forget() {
		stores().database().drop();
		// the embedded server does not drop a database whose name begins as another's
		// does
		MongoDatabase series = stores().series().database();
		series.listCollectionNames()
			.into(new ArrayList<>())
			.forEach((name) -> series.getCollection(name).deleteMany(new Document()));
	}

	@Override
	public void close() {
		forget();
		this.context.close();
	}

}
