package io.exoscout.alias;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.MongoAccess;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ModelAliasesTests {

	private static final Instant NOON = Instant.parse("2025-10-04T12:00:00Z");

	private static final Predicate<String> THERE = (modelId) -> true;

	private MongoServer server;

	private MongoClient client;

	private MongoTemplate mongo;

	private ModelAliases aliases;

	@BeforeEach
	void start() {
		this.server = new MongoServer(new MemoryBackend());
		this.client = MongoClients.create("mongodb://localhost:" + this.server.bind().getPort());
		this.mongo = new MongoTemplate(this.client, "test");
		this.aliases = at(NOON);
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.server.shutdownNow();
	}

	private ModelAliases at(Instant now) {
		return new ModelAliases(new MongoAccess(this.mongo), Clock.fixed(now, ZoneOffset.UTC));
	}

	private ModelAlias champion(String modelId) {
		return this.aliases.create("champion", modelId, THERE).orElseThrow();
	}

	@Test
	void findsWhatWasMade() {
		ModelAlias made = champion("one");
		assertThat(this.aliases.find("champion")).hasValue(made);
		assertThat(made).returns("one", ModelAlias::modelId).returns(NOON, ModelAlias::movedAt);
		assertThat(made.previousModelId()).isNull();
		assertThat(this.aliases.find("challenger")).isEmpty();
	}

	@Test
	void isMadeOnceOnly() {
		champion("one");
		assertThat(this.aliases.create("champion", "two", THERE)).isEmpty();
		assertThat(this.aliases.find("champion")).map(ModelAlias::modelId).hasValue("one");
	}

	@Test
	void remembersWhereItWas() {
		ModelAlias moved = this.aliases.move(champion("one"), "two", THERE).orElseThrow();
		assertThat(moved).returns("two", ModelAlias::modelId).returns("one", ModelAlias::previousModelId);
		assertThat(this.aliases.find("champion")).hasValue(moved);
	}

	@Test
	void whoComesLateMovesAndRemovesNothing() {
		ModelAlias seen = champion("one");
		ModelAlias moved = this.aliases.move(seen, "two", THERE).orElseThrow();
		assertThat(this.aliases.move(seen, "three", THERE)).isEmpty();
		assertThat(this.aliases.remove(seen)).isFalse();
		assertThat(this.aliases.find("champion")).hasValue(moved);
	}

	@Test
	void anAliasMadeAnewIsAnotherOne() {
		ModelAlias first = champion("one");
		assertThat(this.aliases.remove(first)).isTrue();
		champion("one");
		assertThat(this.aliases.move(first, "two", THERE)).isEmpty();
	}

	@Test
	void ofManyWhoMoveItAtOnceOneDoes() throws Exception {
		ModelAlias seen = champion("one");
		ExecutorService movers = Executors.newFixedThreadPool(8);
		try {
			List<Future<Optional<ModelAlias>>> moves = IntStream.range(0, 40)
				.mapToObj((i) -> movers.submit(() -> this.aliases.move(seen, "model " + i, THERE)))
				.toList();
			long moved = 0;
			for (Future<Optional<ModelAlias>> move : moves) {
				moved += move.get().isPresent() ? 1 : 0;
			}
			assertThat(moved).isEqualTo(1);
		}
		finally {
			movers.shutdownNow();
		}
	}

	@Test
	void listsThemByNameAndByModel() {
		champion("one");
		this.aliases.create("a", "two", THERE);
		this.aliases.create("b", "one", THERE);
		assertThat(this.aliases.all()).extracting(ModelAlias::alias).containsExactly("a", "b", "champion");
		assertThat(this.aliases.of("one")).containsExactly("b", "champion");
		assertThat(this.aliases.of("three")).isEmpty();
	}

	@Test
	void pointsAtNothingThatIsGone() {
		ModelAlias seen = champion("one");
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.aliases.move(seen, "two", (modelId) -> false))
			.returns(ErrorCode.MODEL_NOT_FOUND, ProblemException::code);
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.aliases.create("other", "two", (modelId) -> false));
		assertThat(this.aliases.all()).containsExactly(seen);
	}

	@Test
	void noModelIsDeletedUnderItsAlias() {
		champion("one");
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.aliases.unlessPointedAt("one", () -> {
			throw new AssertionError("deleted");
		})).returns(ErrorCode.MODEL_HAS_ALIAS, ProblemException::code).withMessageContaining("champion");
	}

	@Test
	void noModelIsDeletedThatScoresAStream() {
		this.mongo.insert(new Document("_id", "s1").append("model", "one"), "streams");
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.aliases.unlessPointedAt("one", () -> {
			throw new AssertionError("deleted");
		})).returns(ErrorCode.MODEL_HAS_STREAM, ProblemException::code).withMessageContaining("s1");
		assertThat(this.aliases.isNeeded("one")).isTrue();
		assertThat(this.aliases.isNeeded("two")).isFalse();
		this.aliases.unlessPointedAt("two", () -> {
		});
	}

	@Test
	void noStreamIsScoredByAModelThatIsBeingDeleted() {
		this.aliases.requireStays("one", THERE);
		this.aliases.unlessPointedAt("one",
				() -> assertThatExceptionOfType(ProblemException.class)
					.isThrownBy(() -> this.aliases.requireStays("one", THERE))
					.returns(ErrorCode.MODEL_NOT_FOUND, ProblemException::code));
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.aliases.requireStays("two", (modelId) -> false));
	}

	@Test
	void noAliasComesToAModelThatIsBeingDeleted() {
		ModelAlias seen = champion("one");
		this.aliases.unlessPointedAt("two",
				() -> assertThatExceptionOfType(ProblemException.class)
					.isThrownBy(() -> this.aliases.move(seen, "two", THERE))
					.withMessageContaining("being deleted"));
		assertThat(this.aliases.find("champion")).hasValue(seen);
		assertThat(this.aliases.move(seen, "two", THERE)).isPresent();
	}

	@Test
	void aDeletionThatDiedHoldsNobodyUpForLong() {
		this.mongo.insert(new Document("_id", "mark").append("modelId", "one").append("since", NOON), "model_removals");
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> champion("one"));
		ModelAliases later = at(NOON.plus(Duration.ofMinutes(2)));
		assertThat(later.create("champion", "one", THERE)).isPresent();
		later.unlessPointedAt("two", () -> {
		});
		assertThat(this.mongo.getCollection("model_removals").countDocuments()).isZero();
	}

}
