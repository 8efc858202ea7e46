package io.exoscout.catalog;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.exoscout.catalog.confirmed.ImportTurns;
import io.exoscout.database.EmbeddedDatabase;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.web.EdgeServer;
import io.exoscout.web.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Imports through two replicas that share a database. */
class ImportsSideBySideTests {

	private static final int PLANETS = 1200;

	@TempDir
	static Path home;

	@TempDir
	static Path other;

	private static EmbeddedDatabase database;

	private static EdgeServer one;

	private static EdgeServer two;

	@BeforeAll
	static void start() throws Exception {
		database = EmbeddedDatabase.start(home);
		one = EdgeServer.start(CatalogApplication.class, home, "spring.mongodb.uri=" + database.uri());
		two = EdgeServer.start(CatalogApplication.class, other, "spring.mongodb.uri=" + database.uri());
	}

	@AfterAll
	static void stop() {
		two.close();
		one.close();
		database.close();
	}

	@BeforeEach
	void clear() {
		mongo().remove(new Query(), Planets.COLLECTION);
		mongo().remove(new Query(), ImportTurns.COLLECTION);
	}

	@Test
	void ofTablesAtOnceTheCatalogueIsAsOneOfThemSays() {
		List<CompletableFuture<HttpResponse<String>>> all = IntStream.of(10, 11, 12, 13)
			.mapToObj((radius) -> CompletableFuture
				.supplyAsync(() -> ConfirmedPlanets.send((radius % 2 == 0) ? one : two, table(radius))))
			.toList();
		all.forEach((sent) -> assertThat(sent.join().statusCode()).as(sent.join().body()).isEqualTo(200));
		Set<Double> radii = new HashSet<>();
		Wire.json(two.wire().get("/get-exoplanets?limit=2000&fields=pl_rade"))
			.forEach((planet) -> radii.add(planet.get("pl_rade").asDouble()));
		assertThat(radii).hasSize(1);
		assertThat(mongo().count(new Query(), Planets.COLLECTION)).isEqualTo(PLANETS);
	}

	@Test
	void nothingIsLeftOfATurn() {
		ConfirmedPlanets.send(one, ConfirmedPlanets.table(ConfirmedPlanets.HOT));
		assertThat(mongo().count(new Query(), ImportTurns.COLLECTION)).isZero();
	}

	@Test
	void whoWaitsForTooLongIsToldThatNothingWasWritten() {
		try (ImportTurns.Hold held = turns(Duration.ZERO, Duration.ofDays(1)).await()) {
			held.renew();
			assertThatExceptionOfType(ProblemException.class)
				.isThrownBy(() -> turns(Duration.ofMillis(200), Duration.ofDays(1)).await())
				.withMessageContaining("nothing of it was written")
				.satisfies((problem) -> assertThat(problem.code()).isEqualTo(ErrorCode.IMPORT_RUNNING));
		}
	}

	@Test
	void theTurnOfOneThatIsNotHeardOfGoesToAnotherAndIsNotTakenBack() {
		try (ImportTurns.Hold dead = turns(Duration.ZERO, Duration.ZERO).await();
				ImportTurns.Hold next = turns(Duration.ofMinutes(1), Duration.ofMillis(100)).await()) {
			assertThatExceptionOfType(ProblemException.class).isThrownBy(dead::renew)
				.withMessageContaining("a part of it was written");
			dead.close();
			assertThatCode(next::renew).doesNotThrowAnyException();
		}
	}

	@Test
	void whoIsHeardOfKeepsTheTurnHoweverLongItTakes() throws Exception {
		try (ImportTurns.Hold held = turns(Duration.ZERO, Duration.ZERO).await()) {
			CompletableFuture<ImportTurns.Hold> waiting = CompletableFuture
				.supplyAsync(() -> turns(Duration.ofMillis(1500), Duration.ofMillis(800)).await());
			while (!waiting.isDone()) {
				held.renew();
			}
			assertThat(waiting).isCompletedExceptionally();
		}
	}

	private static ImportTurns turns(Duration patience, Duration silence) {
		return new ImportTurns(mongo(), patience, silence);
	}

	private static MongoOperations mongo() {
		return one.context().getBean(MongoOperations.class);
	}

	private static String table(int radius) {
		return ConfirmedPlanets.table(IntStream.range(0, PLANETS)
			.mapToObj((i) -> ConfirmedPlanets.HOT.replaceFirst("Zeta-1 b", "Many-" + i + " b")
				.replace(",11.2,", "," + radius + ","))
			.toArray(String[]::new));
	}

}
