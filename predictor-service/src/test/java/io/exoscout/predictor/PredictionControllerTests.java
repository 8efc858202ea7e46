package io.exoscout.predictor;

import java.util.List;

import io.exoscout.dataset.MadeTables;
import io.exoscout.job.Claim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static io.exoscout.predictor.PredictorStage.TABLE;
import static io.exoscout.predictor.PredictorStage.json;
import static io.exoscout.predictor.PredictorStage.problem;
import static io.exoscout.predictor.PredictorStage.text;
import static io.exoscout.predictor.PredictorStage.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Direct answers of one model, in every form. */
class PredictionControllerTests {

	private static final String OTHER_MISSION = """
			toi,tid,tfopwg_disp,pl_orbper,pl_trandurh,pl_trandep,pl_rade
			1000.01,50365310,FP,2.17,2.01,656.9,5.8
			""";

	private static PredictorStage stage;

	@BeforeAll
	static void start() {
		stage = new PredictorStage();
	}

	@AfterAll
	static void stop() {
		stage.close();
	}

	@BeforeEach
	void train() {
		stage.clear();
		stage.trained("a", "mine");
	}

	private static MvcTestResult predict(String table, String accept) {
		return stage.table(table, "", accept, "job_id", "a");
	}

	private static JsonNode predict(String table) {
		return json(200, predict(table, "*/*"));
	}

	private static MvcTestResult rows(String rows) {
		return stage.rows("a", rows, "", "*/*");
	}

	@Test
	void namesRowObjectClassAndProbabilities() {
		JsonNode answer = predict(TABLE);
		assertThat(answer.propertyNames()).containsExactly("job_id", "model", "model_created_at", "class_names",
				"ignored_columns", "missing_columns", "information", "expected_accuracy", "absent_columns", "drift",
				"predictions");
		JsonNode predictions = answer.get("predictions");
		assertThat(predictions.size()).isEqualTo(20);
		for (int i = 0; i < predictions.size(); i++) {
			JsonNode prediction = predictions.get(i);
			assertThat(prediction.get("row").asInt()).isEqualTo(i + 1);
			assertThat(prediction.get("object").asString()).isEqualTo("K%05d.01".formatted(i + 1));
			JsonNode probabilities = prediction.get("probabilities");
			double planet = probabilities.get("CONFIRMED").asDouble();
			double other = probabilities.get("FALSE POSITIVE").asDouble();
			assertThat(planet + other).isCloseTo(1, within(1e-5));
			assertThat(prediction.get("class").asString()).isEqualTo((i + 1 >= 10) ? "CONFIRMED" : "FALSE POSITIVE");
			assertThat(prediction.get("probability").asDouble()).isEqualTo(Math.max(planet, other));
			assertThat(prediction.has("explanation")).isFalse();
		}
	}

	@Test
	void saysTheSameInEveryForm() {
		List<JsonNode> json = predict(TABLE).get("predictions").valueStream().toList();
		MvcTestResult lines = predict(TABLE, "application/x-ndjson");
		assertThat(lines.getResponse().getContentType()).startsWith("application/x-ndjson");
		assertThat(text(lines).lines().map(PredictorStage.JSON::readTree)).containsExactlyElementsOf(json);

		MvcTestResult csv = predict(TABLE, "text/csv");
		assertThat(csv.getResponse().getContentType()).startsWith("text/csv");
		List<String> records = text(csv).lines().toList();
		assertThat(records.get(0)).startsWith("row,object,class,probability,probability_");
		assertThat(records).hasSize(json.size() + 1);
		for (int i = 0; i < json.size(); i++) {
			String[] cells = records.get(i + 1).split(",");
			assertThat(cells[0]).isEqualTo(json.get(i).get("row").asString());
			assertThat(cells[1]).isEqualTo(json.get(i).get("object").asString());
			assertThat(cells[2]).isEqualTo(json.get(i).get("class").asString());
			assertThat(Double.parseDouble(cells[3])).isEqualTo(json.get(i).get("probability").asDouble());
		}
	}

	@Test
	void scoresRowsLikeTheTableTheyStandIn() {
		assertThat(json(200, rows(MadeTables.json(TABLE)))).isEqualTo(predict(TABLE));
		assertThat(text(stage.rows("a", MadeTables.json(TABLE), "", "text/csv")))
			.isEqualTo(text(predict(TABLE, "text/csv")));
	}

	@Test
	void factsAreThoseOfTheTable() {
		List<String> lines = TABLE.lines().toList();
		predict(TABLE).get("predictions").forEach((prediction) -> {
			String[] cells = lines.get(prediction.get("row").asInt()).split(",");
			assertThat(prediction.get("period").asString()).isEqualTo(cells[2] + ".0");
			assertThat(prediction.get("depth").asString()).isEqualTo(cells[4] + ".0");
			assertThat(prediction.get("radius").asString()).isEqualTo(cells[5] + ".0");
			assertThat(prediction.get("link").asString())
				.isEqualTo("https://exoplanetarchive.ipac.caltech.edu/overview/" + cells[1]);
		});
	}

	@Test
	void explainsByTheStrongestFeatures() {
		JsonNode explanation = json(200, stage.table(TABLE, "?explain=3", "*/*", "job_id", "a")).get("predictions")
			.get(0)
			.get("explanation");
		assertThat(explanation.size()).isEqualTo(3);
		assertThat(explanation.get(0).propertyNames()).containsExactly("feature", "value", "contribution", "tags",
				"sentence");
		assertThat(explanation.get(0).get("feature").asString()).isEqualTo("koi_period");
		assertThat(explanation.valueStream().map((entry) -> Math.abs(entry.get("contribution").asDouble())).toList())
			.isSortedAccordingTo((a, b) -> Double.compare(b, a));
	}

	@Test
	void partsOfAnExplanationAddUpToTheProbability() {
		JsonNode answer = json(200,
				stage.table(TABLE, "?explain=1&explain_class=confirmed&unit=probability", "*/*", "job_id", "a"));
		answer.get("predictions").forEach((prediction) -> {
			assertThat(prediction.get("explained_class").asString()).isEqualTo("CONFIRMED");
			double sum = prediction.get("base_value").asDouble() + prediction.get("rest").asDouble()
					+ prediction.get("explanation").get(0).get("contribution").asDouble();
			assertThat(sum).isEqualTo(prediction.get("probabilities").get("CONFIRMED").asDouble(), within(1e-9));
		});
	}

	@Test
	void explainsOnlyRowsFromAProbability() {
		JsonNode answer = json(200,
				stage.table(TABLE, "?explain=1&explain_class=CONFIRMED&explain_min=0.5", "*/*", "job_id", "a"));
		answer.get("predictions")
			.forEach((prediction) -> assertThat(prediction.has("explanation"))
				.isEqualTo(prediction.get("probabilities").get("CONFIRMED").asDouble() >= 0.5));
		assertThat(answer.get("predictions").valueStream().filter((row) -> row.has("explanation")).count())
			.isBetween(1L, answer.get("predictions").size() - 1L);
	}

	@ParameterizedTest
	@CsvSource({ "explain=1&explain_class=MOON, MOON", "explain=1&explain_min=2, 2.0",
			"explain=1&unit=percent, percent", "explain_min=0.5, explain=3", "unit=probability, explain=3",
			"explain_class=CONFIRMED, explain=3", "explain=101, 0 to 100" })
	void refusesExplanationsThatMeanNothing(String query, String said) {
		assertThat(problem(stage.table(TABLE, "?" + query, "*/*", "job_id", "a"), 400, "invalid_parameter"))
			.contains(said);
		assertThat(problem(stage.table(TABLE, "?mode=job&" + query, "*/*", "job_id", "a"), 400, "invalid_parameter"))
			.contains(said);
	}

	@Test
	void namesIgnoredAndMissingColumns() {
		String wanted = "koi_period,koi_duration,koi_depth,koi_prad";
		JsonNode answer = json(200, rows(MadeTables.json(wanted + ",my_note\n3.5,2.5,600,2.2,seen\n")));
		assertThat(texts(answer.get("ignored_columns"))).containsExactly("my_note");
		assertThat(texts(answer.get("missing_columns"))).containsExactly("koi_teq");
		String named = wanted + ",kepoi_name,my_note\n3.5,2.5,600,2.2,K1.01,seen\n";
		JsonNode ofTable = predict(named);
		assertThat(texts(ofTable.get("ignored_columns"))).containsExactly("kepoi_name", "my_note");
		assertThat(texts(ofTable.get("missing_columns"))).containsExactly("koi_teq");
		assertThat(ofTable.get("predictions").get(0).get("probability"))
			.isEqualTo(json(200, rows(MadeTables.json(named))).get("predictions").get(0).get("probability"));
	}

	@Test
	void knowsNamesUnitsBlanksAndIdsInRowsAsInTables() {
		String plain = "kepid,kepoi_name,koi_period,koi_duration,koi_depth,koi_prad,koi_teq\n"
				+ "1003,K00004.01,13.5,2.5,600,2.2,\n";
		String other = "KIC,KOI,Orbital Period [days],duration (minutes),Transit Depth (%),planet_radius,koi_teq\n"
				+ "KIC 001003,KOI-4.01,13.5,150,0.06,2.2,None\n";
		JsonNode expected = predict(plain).get("predictions").get(0);
		assertThat(expected.get("class").asString()).isEqualTo("CONFIRMED");
		assertThat(predict(other).get("predictions").get(0)).isEqualTo(expected);
		assertThat(json(200, rows(MadeTables.json(other))).get("predictions").get(0)).isEqualTo(expected);
	}

	@Test
	void refusesTheTableOfAnotherMission() {
		assertThat(problem(predict(OTHER_MISSION, "*/*"), 422, "wrong_mission")).contains("tess", "kepler");
		assertThat(problem(rows(MadeTables.json(OTHER_MISSION)), 422, "wrong_mission")).contains("tess", "kepler");
	}

	@Test
	void refusesWhatLacksTheColumnsThatMatter() {
		String table = "kepoi_name,koi_teq\nK1.01,500\n";
		assertThat(problem(rows(MadeTables.json(table)), 422, "missing_columns")).contains("koi_depth", "koi_prad");
		assertThat(problem(predict(table, "*/*"), 422, "missing_columns")).contains("koi_depth", "koi_prad");
	}

	@Test
	void refusesATableOfWhichOnlyTheLastLineIsWrong() {
		assertThat(problem(predict(TABLE + "1,K9.01,3,2,3,4,5,seen,twice\n", "text/csv"), 400, "ragged_row"))
			.contains("22");
		assertThat(
				problem(predict(TABLE + "1,K9.01,long,2,300,2,500,seen\n".repeat(30), "text/csv"), 422, "not_numeric"))
			.contains("koi_period");
		assertThat(stage.meters.get("exoscout.rows.scored").tag("mode", "job").counter().count()).isZero();
	}

	@Test
	void refusesAJobThatIsNotThere() {
		assertThat(problem(stage.table(TABLE, "", "*/*", "job_id", "unknown"), 404, "job_not_found"))
			.contains("unknown");
		assertThat(problem(stage.table(TABLE, "", "*/*", "model", "no_such"), 404, "model_not_found"))
			.contains("no_such");
		assertThat(problem(stage.table(TABLE, "", "*/*"), 400, "model_not_named")).contains("job_id", "model");
		assertThat(problem(stage.table(TABLE, "", "*/*", "job_id", "a", "model", "mine"), 400, "model_not_named"))
			.contains("either");
	}

	@Test
	void refusesAJobThatIsNotCompleted() {
		stage.stored("running", "mine");
		assertThat(problem(stage.table(TABLE, "", "*/*", "job_id", "running"), 409, "job_not_completed"))
			.contains("is running");
		stage.jobs.cancel("running");
		stage.jobs.cancelled(new Claim("running", "worker", 1));
		assertThat(problem(stage.table(TABLE, "", "*/*", "job_id", "running"), 409, "job_not_completed"))
			.contains("is cancelled");
	}

	@Test
	void refusesAFormWithoutAFile() {
		assertThat(problem(stage.nothing(""), 400, "missing_file")).contains("'file'");
	}

	@ParameterizedTest
	@CsvSource({ "?explain=101, 101", "?explain=-1, -1", "?mode=dream, dream", "?format=xlsx, xlsx" })
	void refusesParametersThatMeanNothing(String query, String named) {
		assertThat(problem(stage.table(TABLE, query, "*/*", "job_id", "a"), 400, "invalid_parameter")).contains(named);
		assertThat(problem(stage.rows("a", MadeTables.json(TABLE), query, "*/*"), 400, "invalid_parameter"))
			.contains(named);
	}

	@Test
	void refusesAFormItCanNotGive() {
		assertThat(problem(predict(TABLE, "image/png"), 406, "not_acceptable")).contains("image/png", "text/csv");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "[]|missing_rows|rows", "null|missing_rows|rows",
			"[null]|invalid_row|Row 1", "[{\"koi_period\": \"long\"}]|invalid_row|long",
			"[{\"koi_period\": {\"$gt\": 1}}]|invalid_row|koi_period", "[{\"koi_period\": true}]|invalid_row|true" })
	void refusesRowsThatHoldNoNumbers(String rows, String code, String named) {
		String complete = rows.replace("{\"koi_period\"",
				"{\"koi_depth\": 1, \"koi_duration\": 1, \"koi_prad\": 1, \"koi_period\"");
		assertThat(problem(rows(complete), 400, code)).contains(named);
	}

	@Test
	void refusesRowsThatTakeFarMoreRoomThanTheyAreWorth() {
		String row = "{\"koi_depth\": 1, \"koi_duration\": 1, \"koi_prad\": 1, \"koi_period\": 1}";
		String rows = "[" + row + ",{}".repeat(200_000) + "]";
		assertThat(problem(rows(rows), 413, "too_costly")).contains("200001 rows", "600");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1e999", "\"NaN\"", "\"inf\"", "null", "\"\"" })
	void takesNumbersThatAreNoneForMissing(String value) {
		String row = "{\"koi_teq\": %s, \"koi_depth\": 1, \"koi_duration\": 3, \"koi_prad\": 2, \"koi_period\": 9}";
		JsonNode answer = json(200, rows("[%s]".formatted(row.formatted(value))));
		assertThat(texts(answer.get("missing_columns"))).containsExactly("koi_teq");
		assertThat(answer.get("predictions").get(0).get("probability").asDouble()).isBetween(0.5, 1.0);
	}

	@Test
	void sayingLessIsSaidInHeadersOfEveryForm() {
		String part = "koi_period,koi_duration,koi_depth,koi_prad\n13,2,100,2\n";
		JsonNode answer = predict(part);
		assertThat(answer.get("information").asDouble()).isEqualTo(0.9);
		assertThat(answer.get("notes").get(0).asString()).contains("trained before rows were kept");
		assertThat(answer.has("expected_accuracy")).isFalse();
		for (String accept : List.of("application/json", "application/x-ndjson", "text/csv")) {
			assertThat(predict(part, accept).getResponse().getHeader("X-Information")).isEqualTo("0.9");
			assertThat(predict(TABLE, accept).getResponse().getHeader("X-Information")).isEqualTo("1.0");
			assertThat(predict(TABLE, accept).getResponse().getHeader("X-Expected-Accuracy")).isEqualTo("0.9");
			assertThat(predict(TABLE, accept).getResponse().getHeader("X-Model-Id")).isEqualTo("a");
		}
	}

	@Test
	void formatIsAParameterTooAndGivesAFileWithAName() {
		MvcTestResult answer = stage.table(TABLE, "", "application/json", "job_id", "a", "format", "csv");
		assertThat(answer.getResponse().getContentType()).startsWith("text/csv");
		assertThat(answer.getResponse().getHeader("Content-Disposition"))
			.isEqualTo("attachment; filename=\"mine-predictions.csv\"");
		assertThat(predict(TABLE, "text/csv").getResponse().getHeader("Content-Disposition")).isNull();
	}

	@Test
	void twoModelsOfOneNameAreToldApart() {
		stage.trained("b", "mine");
		MvcTestResult answer = stage.table(TABLE, "", "*/*", "model", "mine");
		JsonNode json = json(200, answer);
		assertThat(json.get("job_id").asString()).isEqualTo("b");
		assertThat(json.get("model").asString()).isEqualTo("mine");
		assertThat(texts(json.get("notes"))).singleElement()
			.asString()
			.contains("2 models are called 'mine'", "job b", "job_id");
		assertThat(answer.getResponse().getHeader("X-Model-Id")).isEqualTo("b");
		assertThat(predict(TABLE).has("notes")).isFalse();
	}

	@Test
	void countsTheRowsSomebodyWaitedFor() {
		double before = stage.meters.get("exoscout.rows.scored").tag("mode", "direct").counter().count();
		predict(TABLE);
		rows("[{\"koi_period\": 9, \"koi_depth\": 1, \"koi_duration\": 3, \"koi_prad\": 2, \"koi_teq\": 500}]");
		predict(OTHER_MISSION, "*/*");
		assertThat(stage.meters.get("exoscout.rows.scored").tag("mode", "direct").counter().count() - before)
			.isEqualTo(21);
	}

}
