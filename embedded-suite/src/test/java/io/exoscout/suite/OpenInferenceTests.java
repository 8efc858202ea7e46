package io.exoscout.suite;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The Open Inference Protocol, through all that stands before a controller. */
@SuiteTest
class OpenInferenceTests {

	private static final byte[] TABLE = WrittenTable.kepler(400, 240);

	private static final String COLUMN = "{\"name\": \"%s\", \"shape\": [2, 1], \"datatype\": \"FP64\", \"data\": %s}";

	private static final String BODY = "{\"inputs\": [%s]}".formatted(String.join(", ",
			List.of(COLUMN.formatted("koi_period", "[9.5, NaN]"), COLUMN.formatted("koi_duration", "[3, \"NaN\"]"),
					COLUMN.formatted("koi_depth", "[600, null]"), COLUMN.formatted("koi_prad", "[2, 3]"))));

	private final Client client;

	private String jobId = "";

	OpenInferenceTests(Client client) {
		this.client = client;
	}

	@BeforeEach
	void train() {
		this.jobId = this.client.trained(TABLE, WrittenTable.QUICK).get("job_id").asString();
	}

	private String model(String rest) {
		return "/v2/models/" + this.jobId + rest;
	}

	private Answer infer(String body, String... headers) {
		return this.client.send("POST", model("/infer"), BodyPublishers.ofString(body), headers);
	}

	@Test
	void isThereAndReady() {
		assertThat(this.client.get("/v2/health/live").json(200).get("live").asBoolean()).isTrue();
		assertThat(this.client.get("/v2/health/ready").json(200).get("ready").asBoolean()).isTrue();
		assertThat(this.client.get("/v2").json(200).get("name").asString()).isEqualTo("exoscout");
		assertThat(this.client.get(model("/ready")).json(200).get("ready").asBoolean()).isTrue();
		assertThat(this.client.get(model("/versions/" + this.jobId)).json(200).get("inputs").size()).isGreaterThan(5);
	}

	@Test
	void answersABodyThatNobodyCallsAnything() {
		JsonNode answer = infer(BODY).json(200);
		assertThat(answer.get("model_version").asString()).isEqualTo(this.jobId);
		assertThat(answer.at("/outputs/1/name").asString()).isEqualTo("class");
		assertThat(answer.at("/outputs/1/data").size()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/x-www-form-urlencoded", "application/octet-stream",
			"application/json; charset=utf-8" })
	void answersTheSameWhateverItIsCalled(String type) {
		assertThat(infer(BODY, "Content-Type", type).json(200)).isEqualTo(infer(BODY).json(200));
	}

	@Test
	void sendsBytesBehindTheJsonWhenAsked() {
		Answer answer = infer(
				BODY.replace("{\"inputs\"", "{\"parameters\": {\"binary_data_output\": true}, \"inputs\""));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).isEqualTo("application/octet-stream");
		assertThat(answer.header("Inference-Header-Content-Length")).isNotEmpty();
	}

	@Test
	void refusalsHaveTheMemberThatClientsLookFor() {
		JsonNode refusal = this.client.get("/v2/models/no_such").json(404);
		assertThat(refusal.get("error").asString()).isEqualTo(refusal.get("detail").asString()).contains("no_such");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"inputs\": [}|malformed_json|line 1",
			"{\"inputs\": 1}|invalid_field|inputs", "{\"input\": []}|unknown_parameter|input", "{}|missing_rows|inputs",
			"''|missing_body|body",
			"{\"inputs\": [{\"name\": \"a\", \"shape\": [2], \"datatype\": \"FP32\", \"data\": [1]}]}|invalid_tensor|2 rows" })
	void refusesWhatIsNoRequest(String body, String code, String named) {
		assertThat(infer(body).problem(400, code)).contains(named);
		assertThat(infer(body, "Content-Type", "application/x-www-form-urlencoded").problem(400, code)).contains(named);
	}

	@Test
	void isAsStrictAsEveryOtherAddress() {
		assertThat(this.client.get(model("?explain=3")).problem(400, "unknown_parameter")).contains("explain");
		assertThat(this.client.send("POST", model("/infer?explain=3"), BodyPublishers.ofString(BODY))
			.problem(400, "unknown_parameter")).contains("explain");
		assertThat(this.client
			.send("POST", model("/infer?explain=3"), BodyPublishers.ofString(BODY), "Content-Type",
					"application/x-www-form-urlencoded")
			.problem(400, "unknown_parameter")).contains("explain");
		assertThat(this.client.get("/v2/models").problem(404, "unknown_address")).isNotEmpty();
		assertThat(this.client.get(model("/infer")).problem(405, "method_not_allowed")).contains("POST");
		infer(BODY, "Origin", "https://example.org").problem(403, "origin_not_allowed");
	}

}
