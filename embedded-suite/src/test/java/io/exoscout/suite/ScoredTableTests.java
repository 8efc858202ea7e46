package io.exoscout.suite;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import io.exoscout.dataset.MadeTables;
import io.exoscout.model.Calibration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Scores of one model, in every form. */
@SuiteTest
class ScoredTableTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final byte[] TABLE = WrittenTable.kepler(400, 240);

	private final Client client;

	private String jobId = "";

	ScoredTableTests(Client client) {
		this.client = client;
	}

	@BeforeEach
	void train() {
		this.jobId = this.client.trained(TABLE, WrittenTable.QUICK).get("job_id").asString();
	}

	private Answer predict(String table, String... headers) {
		return this.client.post(Client.PREDICTIONS, Form.of(WrittenTable.bytes(table)).with("job_id", this.jobId),
				headers);
	}

	private Answer rows(String rows, String... headers) {
		return this.client.post(Client.PREDICTIONS, "{\"job_id\": \"%s\", \"rows\": %s}".formatted(this.jobId, rows),
				headers);
	}

	private List<String> lines() {
		return new String(TABLE, StandardCharsets.UTF_8).lines().toList();
	}

	@Test
	void namesRowObjectClassAndProbabilities() {
		JsonNode answer = predict(new String(TABLE, StandardCharsets.UTF_8)).json(200);
		assertThat(answer.propertyNames()).containsExactly("job_id", "model", "model_created_at", "class_names",
				"ignored_columns", "missing_columns", "information", "expected_accuracy", "absent_columns", "context",
				"drift", "predictions");
		JsonNode predictions = answer.get("predictions");
		assertThat(predictions.size()).isEqualTo(240);
		for (int i = 0; i < predictions.size(); i++) {
			JsonNode prediction = predictions.get(i);
			assertThat(prediction.get("row").asInt()).isEqualTo(i + 1);
			assertThat(prediction.get("object").asString()).isEqualTo("K%05d.01".formatted(i + 1));
			JsonNode probabilities = prediction.get("probabilities");
			double planet = probabilities.get("CONFIRMED").asDouble();
			double other = probabilities.get("FALSE POSITIVE").asDouble();
			assertThat(planet + other).isCloseTo(1, within(1e-5));
			assertThat(prediction.get("class").asString()).isEqualTo((planet > other) ? "CONFIRMED" : "FALSE POSITIVE");
			assertThat(prediction.get("probability").asDouble()).isEqualTo(Math.max(planet, other));
			assertThat(prediction.has("explanation")).isFalse();
		}
	}

	@Test
	void scoresRowsLikeTheTableTheyStandIn() {
		String table = new String(TABLE, StandardCharsets.UTF_8);
		JsonNode ofTable = predict(table).json(200);
		JsonNode ofRows = rows(MadeTables.json(table)).json(200);
		assertThat(ofRows).isEqualTo(ofTable);
		assertThat(rows(MadeTables.json(table), "Accept", "text/csv").text())
			.isEqualTo(predict(table, "Accept", "text/csv").text());
	}

	@Test
	void explainsByTheStrongestFeatures() {
		JsonNode prediction = this.client
			.post(Client.PREDICTIONS + "?explain=3", Form.of(TABLE).with("job_id", this.jobId))
			.json(200)
			.get("predictions")
			.get(0);
		JsonNode explanation = prediction.get("explanation");
		assertThat(explanation.size()).isEqualTo(3);
		List<Double> strengths = explanation.valueStream()
			.map((entry) -> Math.abs(entry.get("contribution").asDouble()))
			.toList();
		assertThat(strengths).isSortedAccordingTo((a, b) -> Double.compare(b, a));
		assertThat(explanation.get(0).propertyNames()).startsWith("feature", "value", "contribution", "tags");
		assertThat(Set.of(lines().get(0).split(","))).contains(explanation.get(0).get("feature").asString());
	}

	/**
	 * Two objects of one class differ in log-odds, as they are before calibration, by
	 * what their features contribute.
	 */
	@Test
	void explainsAllOfTheScore() {
		List<JsonNode> planets = this.client
			.post(Client.PREDICTIONS + "?explain=100", Form.of(TABLE).with("job_id", this.jobId))
			.json(200)
			.get("predictions")
			.valueStream()
			.filter((prediction) -> prediction.get("class").asString().equals("CONFIRMED"))
			.toList();
		assertThat(planets).hasSizeGreaterThan(10);
		JsonNode calibrator = this.client.get(Client.PREDICTIONS + "/models/" + this.jobId).json(200).get("calibrator");
		JsonNode first = planets.get(0);
		for (JsonNode planet : planets) {
			assertThat(contributed(planet) - contributed(first))
				.isCloseTo(logOdds(planet, calibrator) - logOdds(first, calibrator), within(1e-3));
		}
	}

	@Test
	void partsOfAnExplanationAddUpToTheProbabilityInEveryForm() {
		String query = "?explain=2&unit=probability&explain_class=CONFIRMED";
		Form form = Form.of(TABLE).with("job_id", this.jobId);
		List<JsonNode> predictions = this.client.post(Client.PREDICTIONS + query, form)
			.json(200)
			.get("predictions")
			.valueStream()
			.toList();
		assertThat(predictions).hasSizeGreaterThan(10).allSatisfy((prediction) -> {
			double sum = prediction.get("base_value").asDouble() + contributed(prediction)
					+ prediction.get("rest").asDouble();
			assertThat(sum).isCloseTo(prediction.get("probabilities").get("CONFIRMED").asDouble(), within(1e-6));
		});
	}

	private static double contributed(JsonNode prediction) {
		return prediction.get("explanation")
			.valueStream()
			.mapToDouble((entry) -> entry.get("contribution").asDouble())
			.sum();
	}

	/** Of a planet, taking back what a model card says of calibration. */
	private static double logOdds(JsonNode prediction, JsonNode calibrator) {
		double calibrated = prediction.get("probability").asDouble();
		JsonNode offsets = calibrator.get("offsets");
		double stretched = Math.log(calibrated / (1 - calibrated)) - offsets.get(1).asDouble()
				+ offsets.get(0).asDouble();
		double odds = Math.exp(stretched / calibrator.get("slope").asDouble());
		double probability = (odds * (1 + Calibration.FLOOR) - Calibration.FLOOR) / (1 + odds);
		return Math.log(probability / (1 - probability));
	}

	@Test
	void saysOfRowsThatTheyAreAPartOfATable() {
		JsonNode context = rows(MadeTables.json("koi_period,koi_duration,koi_depth,koi_prad\n3.5,2.5,600,2.2\n"))
			.json(200)
			.get("context");
		assertThat(context.get("partial").asBoolean()).isTrue();
		assertThat(context.get("objects").asInt()).isEqualTo(1);
		assertThat(context.get("training_objects").asInt()).isPositive();
	}

	@Test
	void seesAPartOfATableAmongTheObjectsOfTheTrainingTable() {
		List<String> lines = new String(TABLE, StandardCharsets.UTF_8).lines().toList();
		JsonNode whole = predict(String.join("\n", lines) + "\n").json(200);
		JsonNode part = predict(lines.get(0) + "\n" + lines.get(7) + "\n").json(200);
		assertThat(whole.get("context").get("partial").asBoolean()).isFalse();
		assertThat(part.get("context").get("partial").asBoolean()).isTrue();
		assertThat(part.get("predictions").get(0).get("probability"))
			.isEqualTo(whole.get("predictions").get(6).get("probability"));
	}

	@Test
	void namesIgnoredAndMissingColumns() {
		String[] wanted = { "koi_period", "koi_duration", "koi_depth", "koi_prad", "koi_steff" };
		JsonNode answer = rows(MadeTables.json(String.join(",", wanted) + ",my_note\n3.5,2.5,600,2.2,5600,seen\n"))
			.json(200);
		assertThat(answer.get("ignored_columns").valueStream().map(JsonNode::asString)).containsExactly("my_note");
		assertThat(answer.get("missing_columns").valueStream().map(JsonNode::asString)).containsExactly("koi_impact",
				"kepoi_name", "kepid");
		String named = String.join(",", wanted) + ",kepoi_name,my_note\n3.5,2.5,600,2.2,5600,K1.01,seen\n";
		JsonNode ofTable = predict(named).json(200);
		assertThat(ofTable.get("ignored_columns").valueStream().map(JsonNode::asString)).containsExactly("my_note");
		assertThat(ofTable.get("missing_columns").valueStream().map(JsonNode::asString)).containsExactly("koi_impact",
				"kepid");
		assertThat(ofTable.get("predictions").get(0).get("probability"))
			.isEqualTo(rows(MadeTables.json(named)).json(200).get("predictions").get(0).get("probability"));
	}

	@Test
	void knowsNamesUnitsBlanksAndIdsInRowsAsInTables() {
		String plain = "kepid,kepoi_name,koi_period,koi_duration,koi_depth,koi_prad,koi_steff\n"
				+ "1003,K00004.01,3.5,2.5,600,2.2,\n";
		String other = "KIC,KOI,Orbital Period [days],duration (minutes),Transit Depth (%),planet_radius,Teff\n"
				+ "KIC 001003,KOI-4.01,3.5,150,0.06,2.2,None\n";
		JsonNode expected = predict(plain).json(200).get("predictions").get(0);
		assertThat(predict(other).json(200).get("predictions").get(0)).isEqualTo(expected);
		assertThat(rows(MadeTables.json(other)).json(200).get("predictions").get(0)).isEqualTo(expected);
	}

	@Test
	void refusesRowsThatWereStandardisedAsItDoesTables() {
		StringBuilder table = new StringBuilder("koi_period,koi_duration,koi_depth,koi_prad,koi_steff\n");
		for (int i = 0; i < 24; i++) {
			double value = (i - 11.5) / 7;
			table.append("%s,%s,%s,%s,%s\n".formatted(value, -value, value, -value, value));
		}
		String problem = rows(MadeTables.json(table.toString())).problem(422, "impossible_values");
		assertThat(problem).contains("koi_period", "koi_steff", "row 1").contains("standardised");
		assertThat(predict(table.toString()).problem(422, "impossible_values")).contains("koi_period", "koi_steff",
				"line 2");
	}

	@Test
	void saysOfRowsAndTablesAlikeWhichValueCanNotBe() {
		String table = "koi_period,koi_duration,koi_depth,koi_prad\n" + "3.5,2.5,600,2.2\n".repeat(9)
				+ "-3.5,2.5,600,2.2\n";
		for (JsonNode answer : List.of(rows(MadeTables.json(table)).json(200), predict(table).json(200))) {
			assertThat(answer.get("notes").toString()).contains("koi_period: 1 value(s) are impossible", "-3.5");
		}
	}

	@Test
	void handsOutModelCardsAndFiles() {
		JsonNode model = this.client.job(this.jobId).get("results").get("model");
		JsonNode card = this.client.get(Client.PREDICTIONS + "/models/" + this.jobId).json(200);
		assertThat(card.get("model_id").asString()).isEqualTo(this.jobId);
		assertThat(card.get("file").get("sha256").asString()).isEqualTo(model.get("sha256").asString());
		assertThat(this.client.get(Client.PREDICTIONS + "/models?limit=200")
			.json(200)
			.valueStream()
			.map((entry) -> entry.get("model_id").asString())).contains(this.jobId);
		Answer file = this.client.get(Client.PREDICTIONS + "/models/" + this.jobId + "/download");
		assertThat(file.status()).isEqualTo(200);
		assertThat(file.header("ETag")).contains(model.get("sha256").asString());
		assertThat(file.header("Content-Length")).isEqualTo(model.get("bytes").asString());
		assertThat(file.header("Content-Disposition")).startsWith("attachment");
	}

}
