package io.exoscout.catalog;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.exoscout.database.EmbeddedDatabase;
import io.exoscout.dataset.RealTables;
import io.exoscout.web.EdgeServer;
import io.exoscout.web.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

import static io.exoscout.catalog.ConfirmedPlanets.HOT;
import static io.exoscout.catalog.ConfirmedPlanets.LIMITED;
import static io.exoscout.catalog.ConfirmedPlanets.SMALL;
import static io.exoscout.catalog.ConfirmedPlanets.table;
import static org.assertj.core.api.Assertions.assertThat;

/** The archive's table over HTTP into the database of the suite. */
class CatalogImportTests {

	@TempDir
	static Path home;

	private static EmbeddedDatabase database;

	private static EdgeServer server;

	@BeforeAll
	static void start() throws IOException {
		database = EmbeddedDatabase.start(home);
		server = EdgeServer.start(CatalogApplication.class, home, "spring.mongodb.uri=" + database.uri());
	}

	@AfterAll
	static void stop() {
		server.close();
		database.close();
	}

	@BeforeEach
	void clear() {
		server.context().getBean(MongoOperations.class).remove(new Query(), Planets.COLLECTION);
	}

	@Test
	void theSameTableTwiceChangesNothing() {
		assertCounts(imported(table(HOT, SMALL)), 2, 0, 0, 0);
		assertCounts(imported(table(HOT, SMALL)), 0, 0, 2, 0);
		assertThat(planets()).hasSize(2);
	}

	@Test
	void aNewerTableChangesWhatItSaysOtherwise() {
		imported(table(HOT, SMALL));
		JsonNode answer = imported(table(HOT.replace(",11.2,", ",10.9,"), SMALL));
		assertCounts(answer, 0, 1, 1, 0);
		assertThat(answer.at("/changes/0").toString()).isEqualTo("{\"name\":\"Zeta-1 b\",\"fields\":[\"pl_rade\"]}");
		assertThat(planet("zeta-1 b").get("pl_rade").asDouble()).isEqualTo(10.9);
	}

	@Test
	void whatIsNoLongerMeasuredIsTakenAway() {
		imported(table(HOT));
		assertCounts(imported(table(HOT.replace(",300,", ",,"))), 0, 1, 0, 0);
		assertThat(planet("zeta-1 b").has("pl_bmasse")).isFalse();
	}

	@Test
	void columnsThatATableDoesNotHaveStayAsTheyWere() {
		imported(table(HOT));
		JsonNode answer = imported("pl_name,hostname,discoverymethod,pl_rade\nZeta-1 b,Zeta-1,Transit,11.2\n");
		assertCounts(answer, 0, 0, 1, 0);
		assertThat(texts(answer.get("missing_columns"))).contains("pl_orbper", "disc_year").doesNotContain("pl_rade");
		assertThat(planet("zeta-1 b").get("distancia_ly").asDouble()).isEqualTo(326.1564);
	}

	@Test
	void aLimitStaysOneWhereATableDoesNotSay() {
		imported(table(LIMITED));
		imported("pl_name,hostname,discoverymethod,pl_rade\nHQ 77 b,HQ 77,Radial Velocity,21\n");
		assertThat(planet("hq77b").get("pl_rade").asDouble()).isEqualTo(21);
		assertThat(planet("hq77b").get("pl_radelim").asInt()).isEqualTo(1);
	}

	@Test
	void planetsThatATableDoesNotHaveStay() {
		imported(table(HOT, SMALL));
		JsonNode answer = imported(table(HOT));
		assertThat(answer.get("absent").asInt()).isEqualTo(1);
		assertThat(planets()).hasSize(2);
	}

	@Test
	void whatSomebodyEnteredByHandIsKeptBesideTheArchives() {
		String saved = "{\"nombre\":\"zeta 1B\",\"nota\":\"mine\"}";
		String id = Wire.json(server.wire().post("/save-exoplanet", saved)).get("id").asString();
		JsonNode answer = imported(table(HOT, SMALL));
		assertCounts(answer, 2, 0, 0, 0);
		assertThat(answer.get("own").toString()).isEqualTo("[{\"id\":\"" + id + "\",\"name\":\"zeta 1B\"}]");
		assertThat(answer.get("own_count").asInt()).isEqualTo(1);
		assertThat(Wire.json(server.wire().get("/get-exoplanets/" + id)).get("nota").asString()).isEqualTo("mine");
	}

	@Test
	void onlyTheArchivesPlanetsSayWhereTheyComeFrom() {
		server.wire().post("/save-exoplanet", "{\"nombre\":\"mine\"}");
		JsonNode answer = imported("# This file was produced by the NASA Exoplanet Archive\n"
				+ "# Sun Nov 16 08:10:18 2025\n#\n" + table(HOT));
		JsonNode provenance = planet("zeta-1 b").get("provenance");
		assertThat(provenance.get("table").asString()).isEqualTo("pscomppars");
		assertThat(provenance.get("sha256")).isEqualTo(answer.at("/dataset/sha256"));
		assertThat(provenance.get("downloaded").asString()).isEqualTo("2025-11-16T08:10:18");
		assertThat(planet("mine").has("provenance")).isFalse();
	}

	@Test
	void onePlanetHasItsPageAtTheArchive() {
		imported(table(HOT));
		String id = planet("zeta-1 b").get("id").asString();
		assertThat(Wire.json(server.wire().get("/get-exoplanets/" + id)).at("/provenance/link").asString())
			.endsWith("/overview/Zeta-1%20b");
	}

	@Test
	void nobodyCanSaySo() {
		HttpResponse<String> response = server.wire()
			.post("/save-exoplanet", "{\"nombre\":\"b\",\"provenance\":\"archive\"}");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("provenance");
	}

	@Test
	void aDryRunOnlySaysWhatWouldHappen() {
		JsonNode answer = Wire.json(ConfirmedPlanets.send(server, table(HOT).getBytes(), "?dry_run=true"));
		assertCounts(answer, 1, 0, 0, 0);
		assertThat(answer.get("dry_run").asBoolean()).isTrue();
		assertThat(planets()).isEmpty();
	}

	@Test
	void rowsThatCanNotBeAreRefusedWithLineAndColumn() {
		JsonNode answer = imported("# a comment\n" + table(HOT, SMALL.replace(",1.3,", ",-1.3,"), HOT, LIMITED));
		assertCounts(answer, 2, 0, 0, 2);
		JsonNode first = answer.at("/refusals/0");
		assertThat(first.get("line").asInt()).isEqualTo(4);
		assertThat(first.get("column").asString()).isEqualTo("pl_rade");
		assertThat(first.get("message").asString())
			.isEqualTo("Line 4: pl_rade is \"-1.3\"; accepted is a number above 0.");
		assertThat(answer.at("/refusals/1/message").asString()).isEqualTo("Line 5: Zeta-1 b is on line 3 already.");
	}

	@Test
	void aTableWithoutAUsableRowIsRefused() {
		HttpResponse<String> response = ConfirmedPlanets.send(server, table(HOT.replace(",39.28,", ",99,")));
		assertThat(response.statusCode()).isEqualTo(422);
		JsonNode problem = Wire.json(response);
		assertThat(problem.get("code").asString()).isEqualTo("unusable_planets");
		assertThat(problem.at("/errors/0/column").asString()).isEqualTo("dec");
		assertThat(planets()).isEmpty();
	}

	@Test
	void aTableWithoutRowsIsRefused() {
		assertThat(Wire.json(ConfirmedPlanets.send(server, table())).get("code").asString()).isEqualTo("no_rows");
	}

	@Test
	void nothingIsWrittenWhereTheTableBreaksOff() {
		HttpResponse<String> response = ConfirmedPlanets.send(server, table(HOT, SMALL + ",one,more", LIMITED, "x,y"));
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(planets()).isEmpty();
	}

	@Test
	void formsTakePackedFilesAndTellTheirNames() {
		JsonNode answer = Wire
			.json(ConfirmedPlanets.upload(server, "planets.csv.gz", ConfirmedPlanets.packed(table(HOT))));
		assertCounts(answer, 1, 0, 0, 0);
		assertThat(answer.at("/dataset/filename").asString()).isEqualTo("planets.csv.gz");
	}

	@Test
	void bodiesMayBePackedToo() {
		assertCounts(Wire.json(ConfirmedPlanets.send(server, ConfirmedPlanets.packed(table(HOT)), "")), 1, 0, 0, 0);
	}

	@Test
	void semicolonsAndDecimalCommasAreReadAsElsewhere() {
		String table = table(HOT, LIMITED).replace(',', ';').replace("3.5;11.2", "3,5;11,2").replace('.', ',');
		JsonNode answer = imported(table);
		assertCounts(answer, 2, 0, 0, 0);
		assertThat(planet("zeta-1 b").get("pl_orbper").asDouble()).isEqualTo(3.5);
	}

	@Test
	void aFormWithoutAFileIsRefused() {
		HttpResponse<String> response = server.wire()
			.send("POST", ConfirmedPlanets.PATH, "--b--\r\n", "Content-Type", "multipart/form-data; boundary=b");
		assertThat(response.statusCode()).isEqualTo(400);
	}

	@Test
	void importsAtOnceMakeOnePlanetOfOne() {
		String table = table(IntStream.range(0, 700)
			.mapToObj((i) -> HOT.replaceFirst("Zeta-1 b", "Many-" + i + " b"))
			.toArray(String[]::new));
		List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, 4)
			.mapToObj((i) -> CompletableFuture.supplyAsync(() -> ConfirmedPlanets.send(server, table)))
			.toList();
		all.forEach((one) -> assertThat(one.join().statusCode()).as(one.join().body()).isEqualTo(200));
		assertThat(server.context().getBean(MongoOperations.class).count(new Query(), Planets.COLLECTION))
			.isEqualTo(700);
	}

	@Test
	void aListThatIsReadInPartsComesInItsOrder() {
		imported(table(IntStream.range(0, 230)
			.mapToObj((i) -> HOT.replaceFirst("Zeta-1 b", "Many-%03d b".formatted((i * 37) % 230)))
			.toArray(String[]::new)));
		JsonNode sorted = Wire.json(server.wire().get("/get-exoplanets?sort=-nombre&limit=200"));
		assertThat(sorted.findValuesAsString("nombre"))
			.isEqualTo(IntStream.range(0, 200).mapToObj((i) -> "Many-%03d b".formatted(229 - i)).toList());
		JsonNode newest = Wire.json(server.wire().get("/get-exoplanets?limit=230"));
		assertThat(newest.findValuesAsString("id")).hasSize(230).isSortedAccordingTo(Comparator.reverseOrder());
	}

	@Test
	void theRealTableIsTakenWhole() throws IOException {
		byte[] table = Files.readAllBytes(RealTables.path(RealTables.CONFIRMED));
		JsonNode answer = Wire.json(ConfirmedPlanets.send(server, table, ""));
		assertCounts(answer, 6045, 0, 0, 0);
		assertThat(answer.get("missing_columns")).isEmpty();
		assertThat(answer.get("notes")).isEmpty();
		assertThat(answer.at("/dataset/downloaded").asString()).isEqualTo("2025-11-16T08:10:18");
		assertCounts(Wire.json(ConfirmedPlanets.send(server, table, "")), 0, 0, 6045, 0);
		JsonNode earthlike = planet("kepler442b");
		assertThat(earthlike.get("nombre").asString()).isEqualTo("Kepler-442 b");
		assertThat(earthlike.get("pl_orbper").asDouble()).isEqualTo(112.3053);
		assertThat(earthlike.has("pl_orbperlim")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ RealTables.KEPLER + ",(KOI)", RealTables.TESS + ",(TOI)", RealTables.K2 + ",(k2pandc)",
			RealTables.TCE + ",Missing: pl_name" })
	void otherTablesOfTheArchiveAreRefusedForWhatTheyAre(String file, String named) throws IOException {
		HttpResponse<String> response = ConfirmedPlanets.send(server, Files.readAllBytes(RealTables.path(file)), "");
		assertThat(response.statusCode()).isEqualTo(422);
		JsonNode problem = Wire.json(response);
		assertThat(problem.get("code").asString()).isEqualTo("not_confirmed_planets");
		assertThat(problem.get("detail").asString()).contains("(PSCompPars)", named);
	}

	@Test
	void nothingIsLeftOfATableOnDisk() throws IOException {
		imported(table(HOT));
		ConfirmedPlanets.send(server, "x,y\n1,2\n");
		try (Stream<Path> files = Files.list(home.resolve("uploads"))) {
			assertThat(files).isEmpty();
		}
	}

	private static JsonNode imported(String table) {
		HttpResponse<String> response = ConfirmedPlanets.send(server, table);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return Wire.json(response);
	}

	private static void assertCounts(JsonNode answer, int added, int changed, int same, int refused) {
		assertThat(Stream.of("added", "changed", "same", "refused").map((name) -> answer.get(name).asInt()))
			.as(answer.toString())
			.containsExactly(added, changed, same, refused);
	}

	private static JsonNode planets() {
		return Wire.json(server.wire().get("/get-exoplanets"));
	}

	private static JsonNode planet(String name) {
		JsonNode found = Wire.json(server.wire().get("/get-exoplanets?q=" + name.replace(" ", "%20")));
		assertThat(found).hasSize(1);
		return found.get(0);
	}

	private static List<String> texts(JsonNode array) {
		List<String> texts = new ArrayList<>();
		array.forEach((one) -> texts.add(one.asString()));
		return texts;
	}

}
