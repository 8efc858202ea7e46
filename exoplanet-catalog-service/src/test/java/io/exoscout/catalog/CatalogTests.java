package io.exoscout.catalog;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.exoscout.web.EdgeServer;
import io.exoscout.web.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** The catalog over HTTP, against a server that speaks the MongoDB protocol. */
class CatalogTests {

	private static final String KEPLER = "{\"nombre\":\"Kepler-442 b\",\"tipo\":\"super-Tierra\",\"distancia_ly\":1206}";

	private static final String TRAPPIST = "{\"nombre\":\"TRAPPIST-1 e\",\"tipo\":\"Tierra\",\"distancia_ly\":40.7}";

	private static final String NAMELESS_DISTANCE = "{\"nombre\":\"Ñandú .* b\",\"tipo\":null}";

	@TempDir
	static Path home;

	private static EdgeServer server;

	private final Wire wire = server.wire();

	@BeforeAll
	static void start() {
		server = EdgeServer.start(CatalogApplication.class, home);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@BeforeEach
	void clear() {
		server.context().getBean(MongoOperations.class).remove(new Query(), "planets");
	}

	@Test
	void savesInTheWordsOfTheOldBackend() {
		HttpResponse<String> response = save(KEPLER);
		JsonNode saved = Wire.json(response);
		assertThat(response.statusCode()).isEqualTo(201);
		assertThat(saved.get("status").asString()).isEqualTo("éxito");
		assertThat(saved.get("data")).isEqualTo(Wire.json(KEPLER));
		assertThat(response.headers().firstValue("Location")).contains("/get-exoplanets/" + saved.get("id").asString());
	}

	@Test
	void savedPlanetIsFoundAtItsLocation() {
		HttpResponse<String> saved = save(KEPLER);
		JsonNode found = Wire.json(this.wire.get(saved.headers().firstValue("Location").orElseThrow()));
		assertThat(found.propertyNames()).containsExactly("id", "nombre", "tipo", "distancia_ly");
		assertThat(found.get("id")).isEqualTo(Wire.json(saved).get("id"));
	}

	@Test
	void planetsAreFoundAboutAPlaceOnTheSky() {
		save("{\"nombre\":\"Kepler-442 b\",\"ra\":285.366,\"dec\":39.28}");
		save("{\"nombre\":\"beyond\",\"ra\":285.366,\"dec\":41}");
		save("{\"nombre\":\"besides\",\"ra\":287,\"dec\":39.28}");
		save("{\"nombre\":\"nowhere\",\"ra\":\"285\",\"dec\":39.28}");
		save("{\"nombre\":\"half\",\"dec\":39.28}");
		HttpResponse<String> found = this.wire.get("/get-exoplanets/cone?RA=285.3&DEC=39.3&SR=1&VERB=2");
		assertThat(found.statusCode()).isEqualTo(200);
		assertThat(found.headers().firstValue("Content-Type")).contains("application/x-votable+xml");
		assertThat(found.body()).contains("POS_EQ_RA_MAIN", "nrows=\"1\"", "<TD>Kepler-442 b</TD>");
		assertThat(this.wire.get("/get-exoplanets/cone?RA=285.366&DEC=39.28&SR=0").body()).contains("<FIELD")
			.doesNotContain("<TR>");
	}

	@ParameterizedTest
	@CsvSource({ "RA=400&DEC=0&SR=1, RA", "RA=0&DEC=-91&SR=1, DEC", "RA=0&DEC=0&SR=-1, SR", "RA=0&DEC=0&SR=NaN, SR",
			"RA=x&DEC=0&SR=1, RA", "RA=0&DEC=0, SR" })
	void aConeThatIsNoneIsRefusedByName(String query, String parameter) {
		HttpResponse<String> refused = this.wire.get("/get-exoplanets/cone?" + query);
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.headers().firstValue("Content-Type")).contains("application/x-votable+xml");
		assertThat(refused.body()).containsPattern("name=\"Error\" value=\"[^\"]*" + parameter)
			.contains("<INFO name=\"QUERY_STATUS\" value=\"ERROR\">");
	}

	@Test
	void furtherFieldsComeBackAsTheyWere() {
		String planet = "{\"nombre\":\"b\",\"esHabitable\":true,\"koi_period\":1.5e-3,\"año\":2015,\"nota\":null,"
				+ "\"kepid\":9007199254740993,\"a b\":\"<b>\"}";
		String id = id(save(planet));
		JsonNode found = Wire.json(this.wire.get("/get-exoplanets/" + id));
		Wire.json(planet)
			.properties()
			.forEach((field) -> assertThat(found.get(field.getKey())).isEqualTo(field.getValue()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "_class", "__proto__", "nombre$", "constructor", "name", "fields" })
	void fieldNamesOfMechanismsBehindAreJustNames(String name) {
		String id = id(save("{\"nombre\":\"b\",\"" + name + "\":\"java.util.Date\"}"));
		assertThat(Wire.json(this.wire.get("/get-exoplanets/" + id)).get(name).asString()).isEqualTo("java.util.Date");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"nombre\":null}", "{\"nombre\":\"\"}", "{\"nombre\":\"  \"}", "{\"nombre\":5}",
			"{\"nombre\":\"a\\u0000\"}", "{\"nombre\":\"\\ud800\"}" })
	void nameIsNeeded(String planet) {
		assertRefused(save(planet), "nombre");
	}

	@Test
	void nameMayHaveTwoHundredCharactersAndNoMore() {
		assertThat(save("{\"nombre\":\"" + "🪐".repeat(200) + "\"}").statusCode()).isEqualTo(201);
		assertRefused(save("{\"nombre\":\"" + "n".repeat(201) + "\"}"), "nombre");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "\"4\"", "true", "1e999", "-0.1" })
	void distanceIsAFiniteNumberOfLightYears(String distance) {
		assertRefused(save("{\"nombre\":\"b\",\"distancia_ly\":" + distance + "}"), "distancia_ly");
	}

	@Test
	void typeIsText() {
		assertRefused(save("{\"nombre\":\"b\",\"tipo\":1}"), "tipo");
	}

	@ParameterizedTest
	@ValueSource(strings = { "$where", "a.b", "id", "_id", "$", " " })
	void fieldNamesThatADatabaseMightTakeForSomethingElseAreRefused(String name) {
		assertRefused(save("{\"nombre\":\"b\",\"" + name + "\":1}"), name);
	}

	@Test
	void controlCharactersInFieldNamesAreRefused() {
		assertRefused(save("{\"nombre\":\"b\",\"a\\u0000b\":1}"), "a?b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"$gt\":1}", "[1]", "{}", "123456789012345678901234567890" })
	void onlyScalarsAreKept(String value) {
		assertRefused(save("{\"nombre\":\"b\",\"x\":" + value + "}"), "x");
	}

	@Test
	void allErrorsAreNamedAtOnce() {
		JsonNode problem = Wire.json(save("{\"tipo\":1,\"distancia_ly\":-1}"));
		assertThat(problem.get("code").asString()).isEqualTo("invalid_planet");
		assertThat(problem.get("errors")).hasSize(3);
	}

	@Test
	void limitsHold() {
		StringBuilder many = new StringBuilder("{\"nombre\":\"b\"");
		for (int i = 0; i < 200; i++) {
			many.append(",\"f").append(i).append("\":1");
		}
		assertThat(code(save(many.append('}').toString()), 400)).isEqualTo("too_many_fields");
		assertRefused(save("{\"nombre\":\"b\",\"x\":\"" + "y".repeat(4001) + "\"}"), "x");
		assertThat(save("{\"nombre\":\"b\",\"" + "y".repeat(101) + "\":1}").statusCode()).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "[]|malformed_json", "[{}]|malformed_json", "{|malformed_json", "\"b\"|malformed_json",
					"null|missing_body", "``|missing_body", "{\"nombre\":\"a\",\"nombre\":\"b\"}|malformed_json" })
	void bodyMustBeOneJsonObject(String body, String code) {
		assertThat(code(save(body), 400)).isEqualTo(code);
	}

	@Test
	void bodyMustBeJson() {
		assertThat(code(this.wire.send("POST", "/save-exoplanet", KEPLER, "Content-Type", "text/plain"), 415))
			.isEqualTo("unsupported_media_type");
	}

	@Test
	void newestComesFirst() {
		save(KEPLER);
		save(TRAPPIST);
		assertThat(names("")).containsExactly("TRAPPIST-1 e", "Kepler-442 b");
	}

	@Test
	void emptyCatalogIsAnEmptyArray() {
		assertThat(this.wire.get("/get-exoplanets").body()).isEqualTo("[]");
	}

	@ParameterizedTest
	@CsvSource({ "q=kepler,Kepler-442 b", "q=442%20B,Kepler-442 b", "q=.*,Ñandú .* b", "q=ñANDÚ,Ñandú .* b",
			"tipo=Tierra,TRAPPIST-1 e", "max_distancia_ly=41,TRAPPIST-1 e", "max_distancia_ly=40.7,TRAPPIST-1 e",
			"q=e&max_distancia_ly=1206&tipo=super-Tierra,Kepler-442 b" })
	void filtersFindTheOne(String query, String name) {
		List.of(KEPLER, TRAPPIST, NAMELESS_DISTANCE).forEach(this::save);
		assertThat(names("?" + query.replace("ñ", "%C3%B1").replace("Ú", "%C3%9A"))).containsExactly(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "q=%5EKepler", "q=%5CE.*%5CQ", "q=(", "tipo=tierra", "max_distancia_ly=1" })
	void filtersAreTakenLiterally(String query) {
		List.of(KEPLER, TRAPPIST, NAMELESS_DISTANCE).forEach(this::save);
		assertThat(names("?" + query)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "limit=0,limit", "limit=10001,limit", "cursor=nonsense,cursor", "max_distancia_ly=-1,max_distancia_ly",
			"max_distancia_ly=NaN,max_distancia_ly", "q=%00,q", "limit=x,limit" })
	void badParametersAreNamed(String query, String parameter) {
		assertRefused(this.wire.get("/get-exoplanets?" + query), parameter);
	}

	@Test
	void pagesNeitherSkipNorRepeat() {
		List<String> all = new ArrayList<>();
		for (int i = 0; i < 25; i++) {
			all.add(0, id(save("{\"nombre\":\"á " + i + "\",\"tipo\":\"a&b\"}")));
		}
		List<String> seen = new ArrayList<>();
		Optional<String> page = Optional.of("/get-exoplanets?limit=10&q=%C3%A1&tipo=a%26b");
		int pages = 0;
		while (page.isPresent()) {
			HttpResponse<String> response = this.wire.get(page.get());
			Wire.json(response).forEach((planet) -> seen.add(planet.get("id").asString()));
			// what arrives meanwhile is newer than every page still to come
			save("{\"nombre\":\"á\",\"tipo\":\"a&b\"}");
			page = response.headers().firstValue("Link").map(CatalogTests::next);
			pages++;
		}
		assertThat(seen).containsExactlyElementsOf(all);
		assertThat(pages).isEqualTo(3);
	}

	@Test
	void lastPageHasNoLink() {
		save(KEPLER);
		assertThat(this.wire.get("/get-exoplanets?limit=1").headers().firstValue("Link")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0123456789abcdef01234567", "nonsense", "%24ne", "..%20" })
	void unknownIdsAreNotFound(String id) {
		assertThat(code(this.wire.get("/get-exoplanets/" + id), 404)).isEqualTo("unknown_planet");
		assertThat(code(this.wire.send("DELETE", "/get-exoplanets/" + id, null), 404)).isEqualTo("unknown_planet");
	}

	@Test
	void deletedPlanetIsGone() {
		String id = id(save(KEPLER));
		assertThat(this.wire.send("DELETE", "/get-exoplanets/" + id, null).statusCode()).isEqualTo(200);
		assertThat(this.wire.get("/get-exoplanets/" + id).statusCode()).isEqualTo(404);
	}

	@Test
	void healthKnowsTheDatabaseOnly() {
		assertThat(this.wire.get("/health").body()).startsWith("{\"status\":\"ok\",\"database\":\"up\",")
			.doesNotContain("queue", "workers");
	}

	@Test
	void documentsItself() {
		JsonNode api = Wire.json(this.wire.get("/v3/api-docs/catalog"));
		assertThat(api.at("/paths").propertyNames()).containsExactlyInAnyOrder("/save-exoplanet", "/get-exoplanets",
				"/get-exoplanets/{id}", "/get-exoplanets/cone", "/get-exoplanets/import");
	}

	private HttpResponse<String> save(String planet) {
		return this.wire.post("/save-exoplanet", planet);
	}

	private static String id(HttpResponse<String> saved) {
		return Wire.json(saved).get("id").asString();
	}

	private List<String> names(String query) {
		List<String> names = new ArrayList<>();
		Wire.json(this.wire.get("/get-exoplanets" + query))
			.forEach((planet) -> names.add(planet.get("nombre").asString()));
		return names;
	}

	private static String code(HttpResponse<String> response, int status) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
		return Wire.json(response).get("code").asString();
	}

	private static void assertRefused(HttpResponse<String> response, String field) {
		code(response, 400);
		List<String> fields = new ArrayList<>();
		Wire.json(response).get("errors").forEach((error) -> fields.add(error.get("field").asString()));
		assertThat(fields).contains(field);
	}

	private static String next(String link) {
		Matcher matcher = Pattern.compile("<(/.*)>; rel=\"next\"").matcher(link);
		assertThat(matcher.matches()).isTrue();
		return matcher.group(1);
	}

}
