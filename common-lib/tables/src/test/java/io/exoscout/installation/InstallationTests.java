package io.exoscout.installation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.exoscout.store.BlobMark;
import io.exoscout.store.BlobRef;
import io.exoscout.store.BlobStore;
import io.exoscout.store.DirectoryBlobMark;
import io.exoscout.store.DirectoryBlobStore;
import io.exoscout.store.GridFsBlobMark;
import io.exoscout.store.GridFsBlobStore;
import io.exoscout.store.BlobSweepRules;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InstallationTests {

	private static MongoServer server;

	private static MongoClient client;

	@TempDir
	Path dir;

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

	@BeforeEach
	void forget() {
		database("one").drop();
		database("two").drop();
	}

	@Test
	void bothNewGetOneIdentity() {
		check("one", "a");
		assertThat(identity("one")).isNotBlank().isEqualTo(mark("a").identity().orElseThrow());
		check("one", "a");
	}

	@Test
	void ofManyThatStartAtOnceAllAgree() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<Callable<Void>> starts = Stream.<Callable<Void>>generate(() -> () -> {
				check("one", "a");
				store("one", "a", Thread.currentThread().getName());
				return null;
			}).limit(8).toList();
			for (Future<Void> start : threads.invokeAll(starts)) {
				start.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(identity("one")).isEqualTo(mark("a").identity().orElseThrow());
	}

	@Test
	void fromBeforeThereWereIdentitiesTheyGetOneIfTheyFit() {
		store("one", "a", "table");
		check("one", "a");
		assertThat(identity("one")).isEqualTo(mark("a").identity().orElseThrow());
	}

	@Test
	void emptyDatabaseBesideBlobsFromBeforeThereWereIdentities() {
		store("one", "a", "table");
		refused("two", "a", "the database two is new", "1 tables and models", "EXOSCOUT_BEGINANEW");
		assertThat(mark("a").identity()).isEmpty();
		assertThat(database("two").listCollectionNames()).isEmpty();
	}

	@Test
	void emptyDatabaseBesideBlobs() {
		check("one", "a");
		store("one", "a", "table");
		refused("two", "a", "the database two is new", "1 tables and models");
		check("one", "a");
	}

	@Test
	void emptyDatabaseBesideAStoreThatHasAnIdentityOnly() {
		check("one", "a");
		refused("two", "a", "the database two is new", "0 tables and models");
	}

	@Test
	void databaseThatWasStartedElsewhere() {
		check("one", "a");
		store("one", "a", "table");
		check("two", "b");
		store("two", "b", "another");
		refused("one", "b", "belong to different installations", identity("one"), identity("two"));
	}

	@Test
	void newDatabaseThatWasStartedElsewhere() {
		check("one", "a");
		store("one", "a", "table");
		check("two", "b");
		refused("two", "a", "the database two is new");
	}

	@Test
	void databaseWithoutIdentityThatNeedsOtherBlobs() {
		check("one", "a");
		store("one", "a", "table");
		store("two", "b", "another");
		refused("two", "a", "not those that the jobs in the database two need");
	}

	@Test
	void storeWithoutBlobsBesideADatabaseThatNeedsSome() {
		check("one", "a");
		store("one", "a", "table");
		refused("one", "b", "holds no tables or models", "EXOSCOUT_BLOBS_DIRECTORY");
		assertThat(mark("b").identity()).isEmpty();
	}

	@Test
	void storeWhoseBlobsWereDeleted() throws IOException {
		check("one", "a");
		String sha256 = store("one", "a", "table");
		Files.delete(this.dir.resolve("a").resolve(sha256.substring(0, 2)).resolve(sha256.substring(2)));
		refused("one", "a", "holds no tables or models");
	}

	@Test
	void planetsAloneNeedNoBlobs() {
		check("one", "a");
		database("one").getCollection("planets").insertOne(new Document("_id", "p"));
		check("one", "b");
	}

	@Test
	void beginningAnewSetsTheBlobsAside() throws IOException {
		check("one", "a");
		String sha256 = store("one", "a", "table");
		String before = identity("one");
		installation("two", "a", true).check();
		assertThat(store("a").exists(sha256)).isFalse();
		assertThat(identity("two")).isNotEqualTo(before).isEqualTo(mark("a").identity().orElseThrow());
		assertThat(files(this.dir.resolve("a/set-aside"))).anyMatch((file) -> file.endsWith(sha256.substring(2)));
		check("two", "a");
		assertThat(store("a").sweep(everything(), (asked) -> false).purged()).isZero();
		assertThat(files(this.dir.resolve("a/set-aside"))).hasSize(2);
	}

	@Test
	void beginningAnewChangesNothingWhereAllIsWell() {
		check("one", "a");
		String sha256 = store("one", "a", "table");
		installation("one", "a", true).check();
		assertThat(store("a").exists(sha256)).isTrue();
	}

	@Test
	void beginningAnewGoesOnWithoutBlobsThatAreLost() {
		check("one", "a");
		store("one", "a", "table");
		installation("one", "b", true).check();
		assertThat(mark("b").identity()).contains(identity("one"));
	}

	@Test
	void beginningAnewNeverMixesTwo() {
		check("one", "a");
		store("one", "a", "table");
		check("two", "b");
		store("two", "b", "another");
		assertThatExceptionOfType(InstallationMismatch.class).isThrownBy(() -> installation("one", "b", true).check());
	}

	@Test
	void gridFsWhoseDocumentsAreGone() {
		MongoDatabaseFactory factory = factory("one");
		BlobStore blobs = new GridFsBlobStore(factory);
		BlobRef ref = blobs.put("table".getBytes(StandardCharsets.UTF_8));
		Installation installation = gridFs(factory, blobs, false);
		document("one", ref);
		installation.check();
		database("one").getCollection("jobs").drop();
		database("one").getCollection("installation").drop();
		assertThatExceptionOfType(InstallationMismatch.class).isThrownBy(installation::check)
			.withMessageContaining("the database one is new")
			.withMessageContaining("1 tables and models");
		gridFs(factory, blobs, true).check();
		assertThat(blobs.exists(ref.sha256())).isFalse();
		blobs.sweep(everything(), (sha256) -> false);
		assertThat(database("one").getCollection("blobs.files").find().first().getString("filename"))
			.startsWith("set-aside/")
			.endsWith(ref.sha256());
		installation.check();
	}

	@Test
	void removingNeedsTheIdentityToBeThereStill() {
		Installation installation = installation("one", "a", false);
		installation.check();
		installation.requireUnchanged();
		database("one").drop();
		assertThatExceptionOfType(InstallationMismatch.class).isThrownBy(installation::requireUnchanged)
			.withMessageContaining("one");
	}

	@Test
	void backupIsRestoredBesideTheBlobsOfBefore() {
		check("one", "a");
		store("one", "a", "table");
		installation("two", "a", false).prepareRestore();
		assertThat(identity("two")).isEqualTo(identity("one"));
	}

	@Test
	void backupIsNotRestoredBesideBlobsOfAnotherDatabase() {
		check("one", "a");
		check("two", "b");
		assertThatExceptionOfType(InstallationMismatch.class)
			.isThrownBy(() -> installation("one", "b", false).prepareRestore())
			.withMessageContaining("restore into other blobs");
	}

	private void check(String database, String blobs) {
		installation(database, blobs, false).check();
	}

	private void refused(String database, String blobs, String... words) {
		assertThatExceptionOfType(InstallationMismatch.class)
			.isThrownBy(() -> installation(database, blobs, false).check())
			.satisfies((ex) -> assertThat(ex.getMessage()).contains(words).doesNotContain("\n"));
	}

	private Installation installation(String database, String blobs, boolean anew) {
		BlobStore store = store(blobs);
		return new Installation(new DatabaseMark(factory(database)), mark(blobs), store, UUID.randomUUID().toString(),
				anew);
	}

	private static Installation gridFs(MongoDatabaseFactory factory, BlobStore blobs, boolean anew) {
		return new Installation(new DatabaseMark(factory), new GridFsBlobMark(factory), blobs,
				UUID.randomUUID().toString(), anew);
	}

	/** Stores a blob, and a document that needs it. */
	private String store(String database, String blobs, String text) {
		BlobRef ref = store(blobs).put(text.getBytes(StandardCharsets.UTF_8));
		document(database, ref);
		return ref.sha256();
	}

	private static void document(String database, BlobRef ref) {
		database(database).getCollection("jobs")
			.insertOne(new Document("dataset",
					new Document("sha256", ref.sha256()).append("bytes", ref.bytes()).append("rows", 1)));
	}

	private static BlobSweepRules everything() {
		Instant later = Instant.now().plusSeconds(60);
		return new BlobSweepRules(later, later, 1, 0);
	}

	private BlobStore store(String blobs) {
		return new DirectoryBlobStore(this.dir.resolve(blobs));
	}

	private BlobMark mark(String blobs) {
		return new DirectoryBlobMark(this.dir.resolve(blobs));
	}

	private static MongoDatabaseFactory factory(String database) {
		return new SimpleMongoClientDatabaseFactory(client, database);
	}

	private static MongoDatabase database(String name) {
		return client.getDatabase(name);
	}

	private static String identity(String database) {
		return new DatabaseMark(factory(database)).identity().orElse("");
	}

	private static List<Path> files(Path directory) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

}
