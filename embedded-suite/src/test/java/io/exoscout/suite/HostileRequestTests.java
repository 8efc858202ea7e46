package io.exoscout.suite;

import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that are wrong by accident or on purpose. */
@SuiteTest
class HostileRequestTests {

	private final Client client;

	HostileRequestTests(Client client) {
		this.client = client;
	}

	@AfterEach
	void livesOn() {
		this.client.assertHealthy();
	}

	private Answer params(String params) {
		return this.client.upload(WrittenTable.kepler(600, 120), params);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "[]", "null", "42", "\"xgboost\"", "{'algorithm': 'xgboost'}",
			"{\"algorithm\": \"xgboost\"} {}", "{\"seed\": 1, \"seed\": 2}" })
	void refusesParamsThatAreNoObject(String params) {
		assertThat(params(params).problem(400, "malformed_params")).contains(params, "JSON object");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "{\"algorithm\": \"neural_net\"}|neural_net|random_forest, gradient_boosting, xgboost, ensemble",
					"{\"algorithm\": {\"$ne\": \"\"}}|$ne|random_forest", "{\"target\": \"aliens\"}|aliens|disposition",
					"{\"model_name\": \"=cmd()\"}|=cmd()|letters", "{\"model_name\": \"../../x\"}|../../x|letters",
					"{\"model_name\": {\"$gt\": \"\"}}|$gt|letters", "{\"seed\": 1.5}|1.5|whole number",
					"{\"exclude_features\": \"koi_prad\"}|koi_prad|list",
					"{\"hyperparameters\": {\"max_depth\": 10000000}}|10000000|from 1 to 12",
					"{\"hyperparameters\": {\"max_depth\": 1e999}}|max_depth|from 1 to 12",
					"{\"hyperparameters\": {\"max_depth\": \"3\"}}|max_depth|from 1 to 12",
					"{\"hyperparameters\": {\"learning_rate\": -1}}|-1|from 0.001 to 1",
					"{\"hyperparameters\": []}|hyperparameters|object" })
	void namesTheParameterAndWhatIsAccepted(String params, String offending, String accepted) {
		Answer answer = params(params);
		assertThat(answer.problem(400, "invalid_params")).contains(offending, accepted);
		assertThat(answer.json().get("errors").get(0).get("field").asString()).isNotBlank();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "{\"$where\": \"1\"}|$where|algorithm",
			"{\"hyperparameters\": {\"$set\": 1}}|$set|n_estimators" })
	void namesTheMemberThatIsNotKnown(String params, String offending, String accepted) {
		assertThat(params(params).problem(400, "unknown_parameter")).contains(offending, accepted);
	}

	@ParameterizedTest
	@ValueSource(strings = { Client.UPLOADS, Client.UPLOADS + "/inspect" })
	void refusesAFormWithoutAFile(String path) {
		assertThat(this.client.post(path, new Form()).problem(400, "missing_file")).contains("'file'");
	}

	@ParameterizedTest
	@CsvSource({ Client.UPLOADS + ",application/json", Client.UPLOADS + ",text/csv",
			Client.PREDICTIONS + ",application/xml", "/save-exoplanet,application/xml" })
	void refusesAnotherContentType(String path, String type) {
		assertThat(this.client.send("POST", path, BodyPublishers.ofString("a,b\n1,2\n"), "Content-Type", type)
			.problem(415, "unsupported_media_type")).contains(type);
	}

	@Test
	void refusesAFormThatIsBroken() {
		Answer answer = this.client.send("POST", Client.UPLOADS, BodyPublishers.ofString("--x\r\nContent-Disp"),
				"Content-Type", "multipart/form-data; boundary=x");
		answer.problem(400, "malformed_upload");
		this.client
			.send("POST", Client.UPLOADS, BodyPublishers.ofString("anything"), "Content-Type", "multipart/form-data")
			.problem(400, "malformed_upload");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nowhere", "/exo-scout-jobs-api", "/actuator/env", "/actuator/heapdump", "/index.php" })
	void knowsNoOtherAddress(String path) {
		Answer answer = this.client.get(path);
		answer.problem(404, answer.json().get("code").asString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/exo-scout-orchestrator/../etc/passwd", Client.JOBS + "/..%2e",
			Client.PREDICTIONS + "/models/%2e%2e%2fx/download", "/get-exoplanets/..;/x", "/get-exoplanets/%00" })
	void refusesAddressesThatClimb(String path) {
		Answer answer = this.client.get(path);
		assertThat(answer.status()).as(answer.text()).isIn(400, 404);
		answer.problem(answer.status(), answer.json().get("code").asString());
	}

	@ParameterizedTest
	@CsvSource({ "GET," + Client.UPLOADS, "DELETE," + Client.JOBS, "PUT," + Client.JOBS, "PATCH,/save-exoplanet",
			"GET,/save-exoplanet", "GET," + Client.PREDICTIONS, "POST,/health", "TRACE," + Client.JOBS })
	void refusesAnotherMethod(String method, String path) {
		Answer answer = this.client.send(method, path, BodyPublishers.noBody());
		assertThat(answer.problem(405, "method_not_allowed")).isNotBlank();
		assertThat(answer.header("Allow")).isNotBlank().doesNotContain(method);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { Client.JOBS, "/get-exoplanets", "/exo-scout-jobs-api/workers", Client.PREDICTIONS + "/models" })
	void refusesWhatItCanNotGive(String path) {
		assertThat(this.client.get(path, "Accept", "image/png").problem(406, "not_acceptable"))
			.contains("application/json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"job_id\": {\"$ne\": \"\"}, \"rows\": [{}]}", "{\"job_id\": [1], \"rows\": [{}]}",
			"{\"model\": \"x\", \"rows\": {\"$gt\": 1}}", "{\"job_id\": \"x\", \"rows\": [1]}", "{", "[]", "nonsense" })
	void refusesPredictionRequestsOfAnotherShape(String json) {
		Answer answer = this.client.post(Client.PREDICTIONS, json);
		assertThat(answer.status()).as(answer.text()).isEqualTo(400);
		answer.problem(400, answer.json().get("code").asString());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "limit=x|limit", "limit=99999999999|limit", "status=$ne|$ne" })
	void refusesListParametersItDoesNotKnow(String query, String named) {
		assertThat(this.client.get(Client.JOBS + "?" + query).problem(400, "invalid_parameter")).contains(named);
	}

	@ParameterizedTest
	@ValueSource(strings = { "$ne", "%7B%22$gt%22:%22%22%7D", "a.b", "'%20or%201=1" })
	void takesOperatorsForTheNamesOfUnknownJobs(String id) {
		this.client.get(Client.JOBS + "/" + id).problem(404, "job_not_found");
		this.client.get(Client.PREDICTIONS + "/models/" + id).problem(404, "model_not_found");
		this.client.get("/get-exoplanets/" + id).problem(404, "unknown_planet");
	}

	@Test
	void findsNothingByAnOperatorForAName() {
		assertThat(this.client.get(Client.JOBS + "?model_name=$ne").json(200)).isEmpty();
		assertThat(this.client.get(Client.JOBS + "?model_name%5B$ne%5D=x").problem(400, "unknown_parameter"))
			.contains("model_name[$ne]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil.example", "localhost.evil.example:80", "127.0.0.1.evil.example" })
	void refusesTheNameOfAnotherSite(String host) {
		JsonNode problem = Curl.run("-H", "Host: " + host, this.client.url(Client.JOBS)).json(403);
		assertThat(problem.get("code").asString()).isEqualTo("host_not_allowed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "null", "http://localhost:3001" })
	void refusesPagesOfAnotherSite(String origin) {
		Answer answer = this.client.post(Client.UPLOADS, Form.of(WrittenTable.kepler(601, 120)), "Origin", origin);
		answer.problem(403, "origin_not_allowed");
		assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
	}

}
