package io.exoscout.backup.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.client.MongoDatabase;
import io.exoscout.web.MemoryMongo;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Streams that change while they are read. */
class StreamReadingTests {

	private static MemoryMongo mongo;

	@TempDir
	Path dir;

	private MongoDatabase database;

	private final List<String> read = new ArrayList<>();

	private final List<Document> documents = new ArrayList<>();

	@BeforeAll
	static void start() {
		mongo = new MemoryMongo();
	}

	@AfterAll
	static void stop() {
		mongo.close();
	}

	@BeforeEach
	void begin() {
		this.database = mongo.client().getDatabase("reading");
		this.database.drop();
		insert("streams", new Document("_id", "s").append("turns", 0));
		for (long i = 0; i < 6; i++) {
			batch(i);
		}
		course(4, 0);
	}

	private void insert(String collection, Document document) {
		this.database.getCollection(collection).insertOne(document);
	}

	/** Ten entries. */
	private void batch(long number) {
		insert("stream_batches",
				new Document("_id", "s/%012d".formatted(number)).append("number", number)
					.append("first_seq", number * 10 + 1)
					.append("count", 10));
	}

	private void letGo(long before) {
		this.database.getCollection("stream_batches")
			.deleteMany(new Document("_id", new Document("$lt", "s/%012d".formatted(before))));
	}

	private void course(long stateBatch, int turns) {
		this.database.getCollection("stream_courses").drop();
		insert("stream_courses", new Document("_id", "s").append("turns", turns).append("state_batch", stateBatch));
	}

	private List<String> read(StreamReading.Collected collected) {
		try {
			return new StreamReading(this.database, collected).read(this.dir.resolve("draft"),
					(collection, document) -> {
						this.read.add(collection + " " + document.getString("_id"));
						this.documents.add(document);
					});
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private List<String> read() {
		return read((collection, document) -> true);
	}

	@Test
	void logIsReadWithWhatWasMadeOfIt() {
		insert("stream_snapshots", new Document("_id", "s/20").append("next_batch", 2L));
		insert("stream_snapshots", new Document("_id", "s/70").append("next_batch", 7L));
		insert("stream_points", new Document("_id", "s/60").append("seq", 60L));
		insert("stream_points", new Document("_id", "s/61").append("seq", 61L));
		insert("stream_retrainings", new Document("_id", "s/30").append("seq", 30L));
		insert("stream_retrainings", new Document("_id", "s/90").append("seq", 90L));
		insert("stream_points", new Document("_id", "another/1").append("seq", 1L));
		assertThat(read()).isEmpty();
		assertThat(this.read).containsExactly("stream_batches s/000000000000", "stream_batches s/000000000001",
				"stream_batches s/000000000002", "stream_batches s/000000000003", "stream_batches s/000000000004",
				"stream_batches s/000000000005", "stream_courses s", "stream_snapshots s/20", "stream_points s/60",
				"stream_retrainings s/30", "streams s");
	}

	@Test
	void logThatBeginsLaterSaysWithWhich() {
		letGo(3);
		assertThat(read()).isEmpty();
		assertThat(this.read).startsWith("stream_batches s/000000000003");
		assertThat(this.documents).contains(new Document("_id", "s").append("first", 3L));
	}

	@Test
	void gapOfBatchesThatAreJustBeingLetGoOfIsNoPartOfTheLog() {
		this.database.getCollection("stream_batches").deleteOne(new Document("_id", "s/000000000002"));
		assertThat(read()).isEmpty();
		assertThat(this.read).startsWith("stream_batches s/000000000003")
			.doesNotContain("stream_batches s/000000000000");
		assertThat(this.documents).contains(new Document("_id", "s").append("first", 3L));
	}

	@Test
	void streamThatIsTakenBackMeanwhileIsReadOnceMore() {
		AtomicInteger asked = new AtomicInteger();
		assertThat(read((collection, document) -> {
			if (asked.getAndIncrement() == 0) {
				this.database.getCollection("stream_batches").deleteOne(new Document("_id", "s/000000000005"));
				course(2, 1);
				this.database.getCollection("streams")
					.updateOne(new Document("_id", "s"), new Document("$set", new Document("turns", 1)));
			}
			return true;
		})).isEmpty();
		assertThat(this.read).hasSize(7).contains("stream_batches s/000000000004", "streams s");
		assertThat(this.documents).contains(new Document("_id", "s").append("turns", 1).append("state_batch", 2L),
				new Document("_id", "s").append("turns", 1));
	}

	@Test
	void streamThatIsRemovedMeanwhileIsLeftOut() {
		assertThat(read((collection, document) -> {
			this.database.getCollection("streams").drop();
			return true;
		})).isEmpty();
		assertThat(this.read).isEmpty();
	}

	@Test
	void streamWhoseBytesAreLostIsNamed() {
		insert("streams", new Document("_id", "t").append("turns", 0));
		assertThat(read((collection, document) -> false)).singleElement().asString().contains("'s'", "does not have");
		assertThat(this.read).containsExactly("streams t");
	}

}
