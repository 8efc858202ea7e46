package io.exoscout.searcher.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.exoscout.problem.ProblemException;
import io.exoscout.searcher.batch.CurveBatch.SentTarget;
import io.exoscout.store.MongoAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CurveBatchesTests {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

	private MongoServer server;

	private MongoClient client;

	private CurveBatches batches;

	@BeforeEach
	void start() {
		this.server = new MongoServer(new MemoryBackend());
		this.client = MongoClients.create("mongodb://localhost:" + this.server.bind().getPort());
		this.batches = new CurveBatches(new MongoAccess(new MongoTemplate(this.client, "test")));
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.server.shutdownNow();
	}

	private void note(String id, Instant when) {
		this.batches.note(new CurveBatch(id, null, when, List.of(new SentTarget(id, "job of " + id, List.of(), null)),
				List.of()));
	}

	/** Jobs of batches that are called so are there. */
	private static Collection<String> kept(Collection<String> jobs) {
		return jobs.stream().filter((job) -> job.contains("kept")).toList();
	}

	private void assertForgotten(String id) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.batches.get(id));
	}

	@Test
	void aBatchWithoutJobsIsForgottenHoweverManyOlderOnesAreKept() {
		for (int i = 0; i < 45; i++) {
			note("kept " + i, NOON.plusSeconds(i));
		}
		note("abandoned", NOON.plusSeconds(100));
		for (int round = 1; round <= 3; round++) {
			this.batches.forgetAbandoned(NOON.plus(Duration.ofHours(1 + round)), CurveBatchesTests::kept);
		}
		assertForgotten("abandoned");
		assertThat(this.batches.get("kept 0").targets()).hasSize(1);
		assertThat(this.batches.get("kept 44").createdAt()).isEqualTo(NOON.plusSeconds(44));
	}

	@Test
	void aBatchThatLosesItsJobsLaterIsForgottenThen() {
		note("kept", NOON);
		this.batches.forgetAbandoned(NOON.plus(Duration.ofHours(2)), CurveBatchesTests::kept);
		assertThat(this.batches.get("kept").targets()).hasSize(1);
		this.batches.forgetAbandoned(NOON.plus(Duration.ofHours(3)), (jobs) -> List.of());
		assertForgotten("kept");
	}

	@Test
	void aNewBatchIsLeftAloneUntilItsJobsAreThere() {
		note("new", NOON);
		this.batches.forgetAbandoned(NOON.plus(Duration.ofMinutes(10)), (jobs) -> List.of());
		assertThat(this.batches.get("new").targets()).hasSize(1);
	}

}
