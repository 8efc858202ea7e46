package io.exoscout.suite;

import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What nobody reads is refused by name, at every address of every service. */
@SuiteTest
class StrictRequestTests {

	private static final byte[] TABLE = WrittenTable.kepler(610, 120);

	private final Client client;

	StrictRequestTests(Client client) {
		this.client = client;
	}

	@ParameterizedTest
	@ValueSource(strings = { "/health", "/exo-scout-jobs-api/jobs", "/exo-scout-jobs-api/jobs/a",
			"/exo-scout-jobs-api/jobs/a/candidates", "/exo-scout-jobs-api/jobs/a/objects",
			"/exo-scout-jobs-api/jobs/a/result", "/exo-scout-jobs-api/jobs/a/judged", "/exo-scout-jobs-api/objects",
			"/exo-scout-jobs-api/objects/a/verdict", "/exo-scout-jobs-api/objects/verdicts",
			"/exo-scout-jobs-api/workers", "/exo-scout-orchestrator/options", "/exo-scout-predictor/models",
			"/exo-scout-predictor/models/a", "/exo-scout-predictor/models/a/download",
			"/exo-scout-predictor/models/compare", "/exo-scout-predictor/models/aliases",
			"/exo-scout-predictor/models/aliases/a", "/get-exoplanets", "/get-exoplanets/a" })
	void questionsWithAnUnknownParameter(String path) {
		assertThat(this.client.get(path + "?at_least=0.9").problem(400, "unknown_parameter")).contains("'at_least'");
	}

	@ParameterizedTest
	@CsvSource({ "POST, /exo-scout-jobs-api/jobs/a/cancel", "POST, /exo-scout-jobs-api/jobs/a/retry",
			"DELETE, /exo-scout-jobs-api/jobs/a", "DELETE, /exo-scout-jobs-api/objects/a/verdict",
			"DELETE, /exo-scout-predictor/models/a", "DELETE, /exo-scout-predictor/models/aliases/a",
			"DELETE, /get-exoplanets/a" })
	void commandsWithAnythingBesides(String method, String path) {
		assertThat(
				this.client.send(method, path + "?force=1", BodyPublishers.noBody()).problem(400, "unknown_parameter"))
			.contains("'force'");
		assertThat(this.client
			.send(method, path, BodyPublishers.ofString("{\"force\": true}"), "Content-Type", "application/json")
			.problem(400, "unknown_parameter")).contains("'force'");
	}

	@ParameterizedTest
	@ValueSource(strings = { Client.UPLOADS, Client.UPLOADS + "/inspect", Client.PREDICTIONS,
			Client.PREDICTIONS + "?mode=job", Client.PREDICTIONS + "/models" })
	void formsWithAnUnknownField(String path) {
		assertThat(this.client.post(path, Form.of(TABLE).with("treshold", "0.9")).problem(400, "unknown_parameter"))
			.contains("'treshold'", "file");
		String more = path + (path.contains("?") ? "&" : "?") + "treshold=0.9";
		assertThat(this.client.post(more, Form.of(TABLE)).problem(400, "unknown_parameter")).contains("'treshold'");
	}

	@ParameterizedTest
	@CsvSource({ "algorithm, xgboost, \"algorithm\"", "seed, 1, \"seed\"",
			"n_estimators, 20, {\"hyperparameters\": {\"n_estimators\"" })
	void optionBesideTheOptionsIsToldWhereItGoes(String name, String value, String inside) {
		assertThat(this.client.post(Client.UPLOADS, Form.of(TABLE).with(name, value)).problem(400, "unknown_parameter"))
			.contains("'" + name + "'", "inside params", inside);
	}

	@Test
	void rowsWithAnUnknownMember() {
		String rows = "{\"job_id\": \"a\", \"row\": [], \"rows\": []}";
		assertThat(this.client.post(Client.PREDICTIONS, rows).problem(400, "unknown_parameter")).contains("'row'",
				"job_id, model, rows");
		assertThat(this.client.post(Client.PREDICTIONS + "?job_id=a", "{}").problem(400, "unknown_parameter"))
			.contains("'job_id'", "into the JSON body");
	}

	@Test
	void parameterAmongTheMembersIsToldWhereItGoes() {
		assertThat(this.client.post(Client.PREDICTIONS, "{\"job_id\": \"a\", \"rows\": [], \"explain\": 3}")
			.problem(400, "unknown_parameter")).contains("'explain'", "?explain=");
	}

	@Test
	void planetWithAnUnknownParameter() {
		assertThat(this.client.post("/save-exoplanet?tipo=a", "{\"nombre\": \"x\"}").problem(400, "unknown_parameter"))
			.contains("'tipo'");
	}

	@Test
	void sameFieldTwice() {
		Form twice = Form.of(TABLE).with("job_id", "a").with("job_id", "b");
		assertThat(this.client.post(Client.PREDICTIONS, twice).problem(400, "repeated_parameter")).contains("'job_id'");
	}

	@Test
	void formatOfAJobIsChosenWhenItsResultIsFetched() {
		assertThat(this.client.post(Client.PREDICTIONS + "?mode=job&format=csv", Form.of(TABLE).with("job_id", "a"))
			.problem(400, "unknown_parameter")).contains("/result?format=csv");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/?utm_source=a", "/docs?a=1", "/v3/api-docs/jobs?a=1", "/actuator/health/readiness?a=1" })
	void pagesTakeWhatIsSent(String path) {
		assertThat(this.client.get(path, "Accept", "text/html, */*").status()).isIn(200, 302);
	}

}
