package io.exoscout.suite;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import io.exoscout.prediction.PredictionAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What an answer says, whatever its form, and how a form is asked for. */
@SuiteTest
class AnswerFormTests {

	private static final byte[] TABLE = WrittenTable.kepler(611, 120);

	private static final String PARAMS = """
			{"algorithm": "gradient_boosting", "model_name": "%s", "seed": %d, "hyperparameters": {"n_estimators": 20}}""";

	private final Client client;

	private String jobId = "";

	AnswerFormTests(Client client) {
		this.client = client;
	}

	@BeforeEach
	void train() {
		this.jobId = trained("forms", 1);
	}

	private String trained(String name, int seed) {
		return this.client.trained(TABLE, PARAMS.formatted(name, seed)).get("job_id").asString();
	}

	private Answer predict(String query, String... headers) {
		return this.client.post(Client.PREDICTIONS + query, Form.of(TABLE).with("job_id", this.jobId), headers);
	}

	private Answer candidates(String query, String... headers) {
		return this.client.get(Client.JOBS + "/" + this.jobId + "/candidates" + query, headers);
	}

	@Test
	void csvOfPredictionsSaysWhatJsonSays() {
		JsonNode json = predict("?explain=2").json(200).get("predictions");
		List<String> csv = predict("?explain=2&format=csv").text().lines().toList();
		List<String> columns = Arrays.asList(csv.get(0).split(","));
		for (int i = 0; i < json.size(); i++) {
			JsonNode prediction = json.get(i);
			String[] cells = csv.get(i + 1).split(",", -1);
			for (String fact : List.of("period", "depth", "radius", "link", "exofop")) {
				assertThat(cells[columns.indexOf(fact)]).isEqualTo(prediction.get(fact).asString());
			}
			for (int r = 1; r <= 2; r++) {
				JsonNode reason = prediction.get("explanation").get(r - 1);
				assertThat(cells[columns.indexOf("reason_" + r)]).isEqualTo(reason.get("feature").asString());
				assertThat(cells[columns.indexOf("reason_" + r + "_value")])
					.isEqualTo(reason.get("value").isNull() ? "" : reason.get("value").asString());
				assertThat(Double.parseDouble(cells[columns.indexOf("reason_" + r + "_contribution")]))
					.isEqualTo(reason.get("contribution").asDouble());
			}
		}
	}

	@Test
	void factsAreThoseOfTheTable() {
		List<String> lines = new String(TABLE, StandardCharsets.UTF_8).lines().toList();
		predict("").json(200).get("predictions").forEach((prediction) -> assertFacts(prediction, lines));
		candidates("").json(200).get("candidates").forEach((candidate) -> assertFacts(candidate, lines));
	}

	private static void assertFacts(JsonNode object, List<String> lines) {
		String[] cells = lines.get(object.get("row").asInt()).split(",");
		assertThat(object.get("period").asString()).isEqualTo(Float.toString(Float.parseFloat(cells[3])));
		assertThat(object.get("depth").asString()).isEqualTo(Float.toString(Float.parseFloat(cells[5])));
		assertThat(object.get("radius").asString()).isEqualTo(Float.toString(Float.parseFloat(cells[6])));
		assertThat(object.get("link").asString())
			.isEqualTo("https://exoplanetarchive.ipac.caltech.edu/overview/" + cells[1]);
	}

	@Test
	void resultOfAJobHasFormatsByNameToo() {
		String prediction = this.client
			.post(Client.PREDICTIONS + "?mode=job", Form.of(TABLE).with("job_id", this.jobId).with("explain", "2"))
			.json(202)
			.get("job_id")
			.asString();
		this.client.ended(prediction);
		Answer result = this.client.get(Client.JOBS + "/" + prediction + "/result?format=csv");
		assertThat(result.text()).isEqualTo(predict("?explain=2&format=csv").text());
		assertThat(result.header("Content-Disposition")).contains("forms-predictions.csv");
		assertThat(result.header("X-Model-Id")).isEqualTo(this.jobId);
		this.client.delete(Client.JOBS + "/" + prediction).json(200);
	}

	@Test
	void resultsAndModelSayWhatToCite() {
		JsonNode results = this.client.job(this.jobId).get("results");
		JsonNode provenance = results.get("provenance");
		assertThat(provenance.get("exoscout").asString()).isNotBlank();
		assertThat(provenance.get("commit").asString()).isNotBlank();
		JsonNode model = this.client.get(Client.PREDICTIONS + "/models/" + this.jobId).json(200);
		assertThat(model.get("provenance").get("commit")).isEqualTo(provenance.get("commit"));
		assertThat(model.get("dataset").get("sha256")).isEqualTo(provenance.get("table_sha256"));
		assertThat(model.get("citation")).isEqualTo(results.get("citation"));
		assertThat(model.get("citation").asString()).contains(this.jobId, provenance.get("commit").asString(),
				provenance.get("table_sha256").asString(), "NASA Exoplanet Archive");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/exo-scout-predictor", "/exo-scout-jobs-api/jobs/{id}/candidates",
			"/exo-scout-jobs-api/jobs/{id}/result" })
	void formatIsDescribed(String path) {
		String group = path.contains("predictor") ? "predictor" : "jobs";
		JsonNode described = this.client.get("/v3/api-docs/" + group).json(200).get("paths").get(path);
		assertThat(described.toString()).contains("votable, fits, ecsv or ipac");
		assertThat(described)
			.allSatisfy((operation) -> assertThat(operation.get("responses").get("200").get("content").propertyNames())
				.contains("application/json", "application/x-ndjson", "text/csv", "application/x-votable+xml",
						"application/fits", "text/x-ecsv", "text/x-ipac-table"));
	}

	@Test
	void pagesOfOtherOriginsSeeTheHeadersOfAnswers() {
		assertThat(
				this.client.get("/health", "Origin", "http://localhost:3000").header("Access-Control-Expose-Headers"))
			.contains("Content-Disposition")
			.contains(PredictionAnswer.HEADERS.stream().map(PredictionAnswer.Told::header).toList());
	}

}
