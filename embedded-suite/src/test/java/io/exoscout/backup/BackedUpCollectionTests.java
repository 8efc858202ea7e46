package io.exoscout.backup;

import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackedUpCollectionTests {

	private static final String SHA256 = "0123456789abcdef".repeat(4);

	private static final Document POINTER = new Document("sha256", SHA256).append("bytes", 12L);

	@Test
	void findsPointersAtAnyDepth() {
		Document deep = new Document("parts", List.of(new Document("outcome", new Document("file", POINTER))));
		assertThat(BackedUpCollection.JOBS.blobs(deep)).containsExactly(SHA256);
	}

	@Test
	void digestAloneIsNoPointer() {
		assertThat(BackedUpCollection.MODELS.blobs(new Document("table", new Document("sha256", SHA256)))).isEmpty();
	}

	@Test
	void whatIsNoDigestIsNoPointer() {
		Document tally = new Document("sha256", 3).append("bytes", 4);
		assertThat(BackedUpCollection.JOBS.blobs(new Document("labels", tally))).isEmpty();
	}

	@Test
	void whatPeopleSayOfObjectsIsNoPointer() {
		assertThat(BackedUpCollection.VERDICTS.blobs(new Document("said", POINTER))).isEmpty();
	}

	@Test
	void fieldsOfPlanetsAreNoPointers() {
		assertThat(BackedUpCollection.PLANETS.blobs(new Document("fields", POINTER))).isEmpty();
	}

}
