package io.exoscout.installation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.exoscout.store.BlobMark;
import io.exoscout.store.BlobProblems;
import io.exoscout.store.DirectoryBlobMark;
import io.exoscout.store.DirectoryBlobStore;
import io.exoscout.store.GridFsBlobStore;

import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class InstallationCheckTests {

	@TempDir
	Path dir;

	private final MongoServer server = new MongoServer(new MemoryBackend());

	private final MongoClient client = MongoClients.create("mongodb://localhost:" + this.server.bind().getPort());

	private final AtomicBoolean away = new AtomicBoolean();

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final InstallationCheck check = new InstallationCheck(installation(), this.stopped::countDown);

	@AfterEach
	void close() {
		this.check.destroy();
		this.client.close();
		this.server.shutdownNow();
	}

	@Test
	void serviceWithTheWrongDatabaseDoesNotBegin() {
		blob();
		assertThatExceptionOfType(InstallationMismatch.class).isThrownBy(this.check::afterSingletonsInstantiated);
	}

	@Test
	void serviceWhoseDatabaseIsAwayBeginsAndIsCheckedLater() {
		this.away.set(true);
		this.check.afterSingletonsInstantiated();
		assertThat(mark().identity()).isEmpty();
		this.away.set(false);
		await().until(() -> mark().identity().isPresent());
		assertThat(this.stopped.getCount()).isEqualTo(1);
	}

	@Test
	void serviceWhoseDatabaseComesBackAsTheWrongOneStops() throws InterruptedException {
		blob();
		this.away.set(true);
		this.check.afterSingletonsInstantiated();
		this.away.set(false);
		assertThat(this.stopped.await(30, TimeUnit.SECONDS)).isTrue();
	}

	private void blob() {
		new DirectoryBlobStore(this.dir).put(new byte[] { 1 });
	}

	private BlobMark mark() {
		return new DirectoryBlobMark(this.dir);
	}

	private Installation installation() {
		DatabaseMark database = new DatabaseMark(new SimpleMongoClientDatabaseFactory(this.client, "test"));
		return new Installation(database, new MarkOutOfReach(),
				new GridFsBlobStore(new SimpleMongoClientDatabaseFactory(this.client, "test")), "an-identity", false);
	}

	/** What is asked first; out of reach as long as a test says so. */
	private final class MarkOutOfReach implements BlobMark {

		@Override
		public Optional<String> identity() {
			if (InstallationCheckTests.this.away.get()) {
				throw BlobProblems.unavailable(new IOException("away"));
			}
			new DirectoryBlobStore(InstallationCheckTests.this.dir);
			return mark().identity();
		}

		@Override
		public void identify(String identity) {
			mark().identify(identity);
		}

		@Override
		public boolean isEmpty() {
			return mark().isEmpty();
		}

		@Override
		public long count() {
			return mark().count();
		}

		@Override
		public void setAside(String name) {
			mark().setAside(name);
		}

		@Override
		public String place() {
			return mark().place();
		}

	}

}
