package io.exoscout.forecast.collection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.exoscout.caller.Callers;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.web.MemoryMongo;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Whose collections are, and what is read of them. */
class SeriesCollectionsTests {

	private static final SeriesLimits LIMITS = new SeriesLimits(null, 1000, 20, 10, 10, 1_000_000, 1, Duration.ZERO);

	private static MemoryMongo mongo;

	private SeriesCollections collections;

	@BeforeAll
	static void start() {
		mongo = new MemoryMongo();
	}

	@AfterAll
	static void stop() {
		mongo.close();
	}

	@BeforeEach
	void clear() {
		SeriesDatabase database = new SeriesDatabase(mongo.client(), "jobs", LIMITS);
		database.databases().getMongoDatabase().drop();
		this.collections = new SeriesCollections(database, LIMITS);
	}

	private void own(String caller, String name) {
		Callers.analyst(caller, () -> {
			this.collections.requireRoom(name, 1, "1");
			this.collections.own(name);
			return null;
		});
	}

	@Test
	void whoUploadsFirstOwnsACollectionAlsoIfSomebodyElseDoesSoAtOnce() {
		own("ada", "stars");
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> own("bob", "stars"))
			.matches((problem) -> problem.code() == ErrorCode.FORBIDDEN);
		own("ada", "stars");
	}

	@Test
	void nobodyHasMoreThanATenthOfAllCollections() {
		for (String name : List.of("one", "two")) {
			own("ada", name);
			this.collections.add(name, List.of(new Document("_id", "1")));
		}
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> own("ada", "three"))
			.matches((problem) -> problem.code() == ErrorCode.TOO_MANY_COLLECTIONS)
			.withMessageContaining("tenth");
		own("bob", "three");
	}

	@Test
	void fieldWithinAnotherIsReadBesideIt() {
		this.collections.add("stars",
				List.of(new Document("_id", "1").append("a", new Document("b", 2).append("c", 3)).append("d", 4)));
		List<Map<String, Object>> read = new ArrayList<>();
		this.collections.each("stars", Stream.of(FieldPath.of("x", "a"), FieldPath.of("x", "a.b"), null), read::add);
		assertThat(FieldPath.of("x", "a.b").in(read.get(0))).isEqualTo(2);
		assertThat(read.get(0)).doesNotContainKey("d");
	}

	@Test
	void arithmeticIsDoneInAThreadOfItsOwnAndFailsAsItDoes() {
		try (SeriesTurns turns = new SeriesTurns(LIMITS)) {
			assertThat(turns.<String>compute(() -> Thread.currentThread().getName())).isEqualTo("series-work");
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> turns.compute(() -> {
				throw ProblemException.invalidField("order", "no");
			}));
		}
	}

	@Test
	void whoCanNotHaveATurnIsRefusedAndHasItLater() {
		try (SeriesTurns turns = new SeriesTurns(LIMITS)) {
			turns.take(() -> assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> turns.take(() -> 1))
				.matches((problem) -> problem.code() == ErrorCode.SERVICE_UNAVAILABLE));
			assertThat(turns.<Integer>take(() -> 1)).isOne();
		}
	}

}
