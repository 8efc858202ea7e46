package io.exoscout.database;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.ObjectDataType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentTypeTests {

	private static final Document JOB = new Document("_id", "job-1").append("attempts", 2)
		.append("bytes", 1L << 40)
		.append("auc", 0.1 + 0.2)
		.append("cancelRequested", false)
		.append("error", null)
		.append("queuedAt", Instant.parse("2026-11-21T10:15:30.123Z"))
		.append("labels", Arrays.asList("ä", null, 3))
		.append("trace", UUID.fromString("0d4f8a5e-6a3c-4c8e-9b0e-2f5f5c1f7a11"))
		.append("file", new Document("_id", new ObjectId()).append("chunk", new BinData(new byte[] { 0, -1, 127 })))
		.append("none", new Document());

	private final DocumentType type = new DocumentType();

	private static ByteBuffer written(DataType<? super Document> type, Document... documents) {
		WriteBuffer out = new WriteBuffer();
		List.of(documents).forEach((document) -> type.write(out, document));
		return out.getBuffer().flip();
	}

	@Test
	void documentsComeBackAsTheyWere() {
		Document other = new Document("_id", 2);
		ByteBuffer file = written(this.type, JOB, other);
		assertThat(this.type.read(file)).isEqualTo(JOB);
		assertThat(this.type.read(file)).isEqualTo(other);
		assertThat(file.hasRemaining()).isFalse();
	}

	@Test
	void readsWhatTheStockTypeWrote() {
		ByteBuffer file = written(new ObjectDataType(), JOB, JOB);
		assertThat(this.type.read(file)).isEqualTo(JOB);
		assertThat(this.type.read(file)).isEqualTo(JOB);
		assertThat(file.hasRemaining()).isFalse();
	}

	@Test
	void documentsOfAnySizeComeBack() {
		Document huge = new Document("_id", 1).append("note", "x".repeat(17 << 20));
		assertThat(this.type.read(written(this.type, huge))).isEqualTo(huge);
	}

	@Test
	void whoeverOpensAMapAgainGetsItWithItsType() {
		try (MVStore store = new MVStore.Builder().open()) {
			DocumentType.open(store, "jobs");
			MVMap<Object, Document> jobs = store.openMap("jobs");
			assertThat(jobs.getValueType()).isInstanceOf(DocumentType.class);
		}
	}

}
