package io.exoscout.web;

import java.net.http.HttpResponse;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What nobody asked for is refused by name, wherever it stands. */
class StrictParametersTests {

	private static final String FILE = "Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na,b\r\n";

	@TempDir
	static Path home;

	private static EdgeServer server;

	private final Wire wire = server.wire();

	@BeforeAll
	static void start() {
		server = EdgeServer.start(home, "exoscout.upload.max-size=100KB");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void queryParameterThatNobodyReadsIsNamed() {
		JsonNode problem = problem(this.wire.get("/number?limit=1&min_probability=0.9"), "unknown_parameter");
		assertThat(problem.get("detail").asString()).contains("'min_probability'", "Accepted here: limit.");
		assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("min_probability");
	}

	@Test
	void addressWithoutParametersSaysSo() {
		assertThat(problem(this.wire.get("/fine?verbose=1"), "unknown_parameter").get("detail").asString())
			.contains("'verbose'", "takes no parameters");
	}

	@ParameterizedTest
	@CsvSource({ "Limit=1, limit", "limt=1, limit", "lim-it=1, limit" })
	void slipOfTheHandIsGuessed(String sent, String meant) {
		assertThat(problem(this.wire.get("/number?" + sent), "unknown_parameter").get("detail").asString())
			.contains("Did you mean '" + meant + "'?");
	}

	@Test
	void formFieldThatNobodyReadsIsNamedWithAHint() {
		JsonNode problem = problem(form("/form", FILE, field("algorithm", "xgboost")), "unknown_parameter");
		assertThat(problem.get("detail").asString()).contains("'algorithm'", "belongs into params",
				"Accepted here: file, params.");
	}

	@Test
	void queryOfAFormIsLookedAtToo() {
		problem(form("/form?job=1", FILE), "unknown_parameter");
	}

	@Test
	void fileThatNobodyReadsIsNamed() {
		problem(form("/form", FILE, FILE.replace("\"file\"", "\"table\"")), "unknown_parameter");
	}

	@Test
	void severalUnknownOnesAreAllNamed() {
		assertThat(problem(this.wire.get("/fine?a=1&b=2"), "unknown_parameter").get("errors").size()).isEqualTo(2);
	}

	@Test
	void knownOnesPass() {
		assertThat(form("/form", FILE, field("params", "x")).body()).isEqualTo("x");
		assertThat(this.wire.get("/number?limit=7").body()).isEqualTo("7");
	}

	@Test
	void parameterThatChoosesAMethodIsKnown() {
		assertThat(this.wire.get("/chosen?mode=job").body()).isEqualTo("fine");
	}

	@Test
	void sameParameterTwiceIsRefused() {
		problem(this.wire.get("/number?limit=1&limit=2"), "repeated_parameter");
		problem(form("/form?params=y", FILE, field("params", "x")), "repeated_parameter");
		problem(form("/form", FILE, FILE), "repeated_parameter");
		problem(form("/form?file=a", FILE), "repeated_parameter");
	}

	@Test
	void fileWhereTextIsExpectedIsRefused() {
		assertThat(
				problem(form("/form", FILE, FILE.replace("\"file\"", "\"params\"")), "invalid_parameter").get("detail")
					.asString())
			.contains("'params' was sent as a file");
	}

	@Test
	void memberThatNobodyReadsIsNamed() {
		JsonNode problem = problem(this.wire.post("/order", "{\"model_name\": \"a\", \"seed\": 1, \"sed\": 2}"),
				"unknown_parameter");
		assertThat(problem.get("detail").asString()).contains("'sed'", "model_name, seed");
	}

	@Test
	void objectOfAnyMembersTakesAny() {
		assertThat(this.wire.post("/map", "{\"whatever\": 1}").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{}" })
	void bodyWithNothingInItPasses(String body) {
		assertThat(this.wire.post("/form/none", body).body()).isEqualTo("fine");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"reason\": \"a\"}", "[1]", "{", "a" })
	void bodyIsRefusedWhereThereIsNone(String body) {
		problem(this.wire.post("/form/none", body), "unknown_parameter");
	}

	@ParameterizedTest
	@ValueSource(strings = { "*/*", "text/*", "application/*", "application/*+json", "*/*;charset=utf-8" })
	void bodyThatMayBeOfAnyTypeIsRefused(String type) {
		HttpResponse<String> response = this.wire.send("POST", "/bytes", "{}", "Content-Type", type);
		assertThat(response.statusCode()).isEqualTo(415);
		assertThat(Wire.json(response).get("code").asString()).isEqualTo("unsupported_media_type");
		assertThat(Wire.json(response).get("detail").asString()).contains(type);
	}

	@Test
	void bodyOfATypeNobodyKnowsIsBytes() {
		assertThat(this.wire.send("POST", "/bytes", "abc", "Content-Type", "application/x-own;a=\"*\"").body())
			.isEqualTo("3");
	}

	@Test
	void fieldsAreRefusedWhereThereAreNone() {
		problem(this.wire.send("POST", "/form/none", "reason=a", "Content-Type", "application/x-www-form-urlencoded"),
				"unknown_parameter");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/docs?a=1", "/swagger-ui/index.html?a=1", "/v3/api-docs?a=1",
			"/v3/api-docs/everything?a=1", "/actuator/health/liveness?a=1" })
	void pagesTakeWhatIsSent(String path) {
		assertThat(this.wire.get(path).statusCode()).isIn(200, 302);
	}

	@Test
	void errorOfAnotherKindIsNotReplaced() {
		assertThat(this.wire.get("/nowhere?a=1").statusCode()).isEqualTo(404);
		assertThat(this.wire.send("DELETE", "/order?a=1", null).statusCode()).isEqualTo(405);
	}

	private HttpResponse<String> form(String path, String... parts) {
		return this.wire.send("POST", path, "--x\r\n" + String.join("--x\r\n", parts) + "--x--\r\n", "Content-Type",
				"multipart/form-data; boundary=x");
	}

	private static String field(String name, String value) {
		return "Content-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value);
	}

	private static JsonNode problem(HttpResponse<String> response, String code) {
		JsonNode problem = Wire.json(response);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
		assertThat(problem.get("code").asString()).as(response.body()).isEqualTo(code);
		return problem;
	}

}
