package io.exoscout.predictor;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class SelectedRowsTests {

	static final Map<String, Object> RESULTS = Map.of("curves",
			Map.of("precision_recall",
					Map.of("CONFIRMED", List.of(Map.of("recall", 1.0, "precision", 0.5, "threshold", 0.1),
							Map.of("recall", 0.7, "precision", 0.95, "threshold", 0.8)))));

	private static PredictorStage stage;

	@BeforeAll
	static void open() {
		stage = new PredictorStage();
	}

	@AfterAll
	static void close() {
		stage.close();
	}

	@BeforeEach
	void train() {
		stage.clear();
		stage.trained("a", "mine", RESULTS);
	}

	@Test
	void eachRowSaysWhetherItIsSelected() {
		JsonNode answer = PredictorStage.json(200,
				stage.table(PredictorStage.TABLE, "", "*/*", "job_id", "a", "precision", "0.9"));
		assertThat(answer.get("selection").toString()).isEqualTo(
				"{\"class_name\":\"CONFIRMED\",\"wanted\":0.9,\"threshold\":0.8,\"precision\":0.95,\"recall\":0.7}");
		answer.get("predictions")
			.forEach((row) -> assertThat(row.get("selected").asBoolean()).isEqualTo(row.get("row").asInt() >= 10));
	}

	@Test
	void csvHasAColumnAndHeaders() {
		MvcTestResult answer = stage.table(PredictorStage.TABLE, "", "text/csv", "job_id", "a", "precision", "0.9");
		List<String> lines = PredictorStage.text(answer).lines().toList();
		assertThat(lines.get(0)).contains(",expected_accuracy,selected,");
		assertThat(lines).filteredOn((line) -> line.contains(",true,")).hasSize(11);
		assertThat(answer).hasHeader("X-Threshold", "0.8").hasHeader("X-Expected-Recall", "0.7");
	}

	@Test
	void aRecallSelectsInItsPlace() {
		MvcTestResult answer = stage.table(PredictorStage.TABLE, "", "*/*", "job_id", "a", "recall", "0.7");
		assertThat(answer).hasHeader("X-Threshold", "0.8")
			.hasHeader("X-Expected-Recall", "0.7")
			.hasHeader("X-Expected-Precision", "0.95");
		assertThat(PredictorStage.json(200, answer).get("selection").toString()).isEqualTo(
				"{\"class_name\":\"CONFIRMED\",\"wanted_recall\":0.7,\"threshold\":0.8,\"precision\":0.95,\"recall\":0.7}");
		JsonNode all = PredictorStage.json(200,
				stage.table(PredictorStage.TABLE, "", "*/*", "job_id", "a", "recall", "0.71"));
		assertThat(all.get("selection").get("threshold").asDouble()).isEqualTo(0.1);
		assertThat(all.get("predictions")).allMatch((row) -> row.get("selected").asBoolean());
	}

	@Test
	void precisionAndRecallAtOnceAreRefused() {
		MvcTestResult answer = stage.table(PredictorStage.TABLE, "", "*/*", "job_id", "a", "recall", "0.7", "precision",
				"0.9");
		assertThat(PredictorStage.problem(answer, 400, "invalid_parameter")).contains("both");
	}

	@Test
	void withoutAPrecisionNothingIsSelected() {
		JsonNode answer = PredictorStage.json(200, stage.table(PredictorStage.TABLE, "", "*/*", "job_id", "a"));
		assertThat(answer.has("selection")).isFalse();
		assertThat(answer.get("predictions").get(0).has("selected")).isFalse();
	}

	@Test
	void aPrecisionThatIsNeverReachedIsRefusedBeforeAnythingIsWritten() {
		MvcTestResult answer = stage.table(PredictorStage.TABLE, "", "text/csv", "job_id", "a", "precision", "0.96");
		assertThat(PredictorStage.problem(answer, 422, "no_such_threshold")).contains("0.96");
	}

	@Test
	void rowsAreSelectedToo() {
		JsonNode answer = PredictorStage.json(200,
				stage.rows("a", "[{\"koi_period\": 20, \"koi_duration\": 3, \"koi_depth\": 100, \"koi_prad\": 2, "
						+ "\"koi_teq\": 500}]", "?precision=0.9", "*/*"));
		assertThat(answer.get("predictions").get(0).get("selected").asBoolean()).isTrue();
	}

}
