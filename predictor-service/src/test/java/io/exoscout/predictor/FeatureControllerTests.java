package io.exoscout.predictor;

import java.util.List;

import io.exoscout.dataset.MadeTables;
import io.exoscout.onnx.OnnxSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static io.exoscout.predictor.PredictorStage.TABLE;
import static io.exoscout.predictor.PredictorStage.json;
import static io.exoscout.predictor.PredictorStage.problem;
import static io.exoscout.predictor.PredictorStage.text;
import static io.exoscout.predictor.PredictorStage.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FeatureControllerTests {

	private static final String FEATURES = "/features";

	private static PredictorStage stage;

	@BeforeAll
	static void start() {
		stage = new PredictorStage();
		stage.clear();
		stage.trained("a", "long");
	}

	@AfterAll
	static void stop() {
		stage.close();
	}

	private static MvcTestResult features(String table, String accept) {
		return stage.table(table, FEATURES, accept, "job_id", "a");
	}

	@Test
	void givesEachObjectsVectorInTheOrderOfTheModel() {
		JsonNode answer = json(200, features(TABLE, "*/*"));
		assertThat(texts(answer.get("features"))).isEqualTo(TestModels.KEPLER_FEATURES);
		assertThat(texts(answer.get("ignored_columns"))).containsExactly("kepid", "kepoi_name", "note");
		assertThat(answer.get("rows")).hasSize(20);
		assertThat(answer.get("rows").get(4).toString())
			.isEqualTo("{\"row\":5,\"object\":\"K00005.01\",\"values\":[5.0,4.0,500.0,2.0,500.0]}");
	}

	@ParameterizedTest
	@CsvSource({ "?format=fits, 400, invalid_parameter, 'json, ndjson, csv'",
			"?format=votable, 400, invalid_parameter, csv", "'', 406, not_acceptable, text/csv" })
	void refusesFormsThatItDoesNotComeIn(String query, int status, String code, String offered) {
		assertThat(problem(stage.table(TABLE, FEATURES + query, "application/fits", "job_id", "a"), status, code))
			.contains(offered)
			.doesNotContain("ipac");
	}

	@Test
	void saysTheSameInEveryForm() {
		JsonNode rows = json(200, features(TABLE, "*/*")).get("rows");
		assertThat(text(features(TABLE, "application/x-ndjson")).lines().map(PredictorStage.JSON::readTree))
			.containsExactlyElementsOf(rows);
		List<String> csv = text(features(TABLE, "text/csv")).lines().toList();
		assertThat(csv.get(0)).isEqualTo("row,object,koi_period,koi_duration,koi_depth,koi_prad,koi_teq");
		assertThat(csv.get(5)).isEqualTo("5,K00005.01,5.0,4.0,500.0,2.0,500.0");
		assertThat(csv).hasSize(21);
	}

	@Test
	void takesRowsAsJson() {
		assertThat(json(200, stage.rows("a", MadeTables.json(TABLE), FEATURES, "*/*")))
			.isEqualTo(json(200, features(TABLE, "*/*")));
	}

	@Test
	void missingCellsAreBlankAndAbsentColumnsAreNamed() {
		String table = "kepid,kepoi_name,koi_period,koi_duration,koi_depth,koi_prad\n1,K00001.01,,2.5,100,\n2,K00002.01,7,3,50,\n";
		JsonNode answer = json(200, features(table, "*/*"));
		assertThat(answer.get("rows").get(0).get("values").toString()).isEqualTo("[null,2.5,100.0,null,null]");
		assertThat(texts(answer.get("missing_columns"))).containsExactly("koi_teq", "koi_prad");
		assertThat(texts(answer.get("notes"))).anyMatch((note) -> note.contains("koi_teq, koi_prad"));
		assertThat(text(features(table, "text/csv")).lines().skip(1)).containsExactly("1,K00001.01,,2.5,100.0,,",
				"2,K00002.01,7.0,3.0,50.0,,");
	}

	@Test
	void refusesAFaultInTheLastLineBeforeTheFirstOneIsSent() {
		assertThat(problem(features(TABLE + "1,K9.01,3,2,3,4,5,seen,twice\n", "text/csv"), 400, "ragged_row"))
			.contains("22");
	}

	@Test
	void refusesAnotherMissionsTable() {
		problem(features("toi,tid,pl_orbper,pl_trandurh,pl_trandep,tfopwg_disp\n1.01,1,2,3,4,PC\n", "*/*"), 422,
				"wrong_mission");
	}

	@Test
	void whatItGivesGoesIntoTheOnnxFileAndComesOutAsThePredictor() {
		float[][] vectors = text(features(TABLE, "text/csv")).lines()
			.skip(1)
			.map(FeatureControllerTests::vector)
			.toArray(float[][]::new);
		MvcTestResult file = stage.onnx("a");
		assertThat(file).hasStatusOk();
		assertThat(file.getResponse().getHeader("Content-Disposition")).contains("long.onnx");
		JsonNode predictions = json(200, stage.table(TABLE, "", "*/*", "job_id", "a")).get("predictions");
		try (OnnxSession session = new OnnxSession(file.getResponse().getContentAsByteArray())) {
			OnnxSession.Said answer = session.run(vectors);
			for (int i = 0; i < vectors.length; i++) {
				JsonNode prediction = predictions.get(i);
				assertThat(answer.labels()[i]).isEqualTo(prediction.get("class").asString());
				assertThat(answer.probabilities()[i][1])
					.isCloseTo(prediction.get("probabilities").get("CONFIRMED").asDouble(), within(1e-6));
			}
		}
	}

	private static float[] vector(String line) {
		String[] cells = line.split(",");
		float[] vector = new float[cells.length - 2];
		for (int f = 0; f < vector.length; f++) {
			vector[f] = Float.parseFloat(cells[f + 2]);
		}
		return vector;
	}

	@Test
	void whoHasTheOnnxFileIsToldSo() {
		String etag = stage.onnx("a").getResponse().getHeader("ETag");
		MvcTestResult again = stage.onnx("a", "If-None-Match", etag);
		assertThat(again).hasStatus(304);
		assertThat(text(again)).isEmpty();
	}

	@Test
	void anUnknownModelHasNoOnnxFile() {
		problem(stage.onnx("nobody"), 404, "model_not_found");
	}

}
