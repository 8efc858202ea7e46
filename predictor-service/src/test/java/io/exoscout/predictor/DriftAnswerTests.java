package io.exoscout.predictor;

import io.exoscout.model.BlankPatterns;
import io.exoscout.model.TrainingRows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class DriftAnswerTests {

	private static final int ROWS = 400;

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
		float[][] values = new float[TestModels.KEPLER_FEATURES.size()][ROWS];
		int[] numbers = new int[ROWS];
		for (int row = 0; row < ROWS; row++) {
			for (int f = 0; f < values.length; f++) {
				values[f][row] = value(f, row);
			}
			numbers[row] = row;
		}
		int[] labels = new int[ROWS];
		for (int row = 0; row < ROWS; row++) {
			labels[row] = row % 2;
		}
		stage.trainedOn("a", new TrainingRows(values, labels, numbers, BlankPatterns.NONE));
	}

	/** Of koi_period, koi_duration, koi_depth, koi_prad and koi_teq. */
	private static int value(int feature, int row) {
		return switch (feature) {
			case 0 -> 1 + row % 100;
			case 1 -> 2 + row % 3;
			case 2 -> 100 * (1 + row % 20);
			case 3 -> 2;
			default -> 500;
		};
	}

	/** As many rows of the training table, with other periods if need be. */
	private static String table(int rows, int periodsFrom) {
		StringBuilder table = new StringBuilder(PredictorStage.HEADER);
		for (int row = 0; row < rows; row++) {
			table.append("%d,K%05d.01,%d,%d,%d,%d,%d,seen\n".formatted(1000 + row, row + 1, periodsFrom + value(0, row),
					value(1, row), value(2, row), value(3, row), value(4, row)));
		}
		return table.toString();
	}

	private static JsonNode drift(String table) {
		return PredictorStage.json(200, stage.table(table, "", "*/*", "job_id", "a")).get("drift");
	}

	@Test
	void theTrainingTableDoesNotDrift() {
		assertThat(drift(table(ROWS, 0)).toString())
			.isEqualTo("{\"level\":\"none\",\"rows\":400,\"psi\":0.0,\"outside\":0.0,\"missing\":0.0,"
					+ "\"missing_in_training\":0.0,\"features\":[]}");
	}

	@Test
	void aShiftedTableIsStrongAndNamesWhatWasShifted() {
		JsonNode drift = drift(table(ROWS, 80));
		assertThat(drift.get("level").asString()).isEqualTo("strong");
		assertThat(drift.get("features").valueStream().map((feature) -> feature.get("feature").asString()))
			.containsExactly("koi_period");
		assertThat(drift.get("features").get(0).get("outside").asDouble()).isEqualTo(0.8);
	}

	@Test
	void thereIsNoVerdictOf199Rows() {
		assertThat(drift(table(199, 80)).get("level").asString()).isEqualTo("few_rows");
		assertThat(drift(table(199, 80)).has("psi")).isFalse();
		assertThat(drift(table(200, 80)).get("level").asString()).isEqualTo("strong");
	}

	@Test
	void headersSayItInEveryFormat() {
		MvcTestResult answer = stage.table(table(ROWS, 80), "", "text/csv", "job_id", "a");
		assertThat(answer).hasHeader("X-Drift", "strong").hasHeader("X-Drift-Features", "koi_period");
		assertThat(Double.parseDouble(answer.getResponse().getHeader("X-Drift-Psi"))).isGreaterThan(0.25);
		assertThat(answer.getResponse().getHeader("X-Outside-Range")).isNotNull();
	}

	@Test
	void ofAModelWithoutTrainingRowsItIsNotKnown() {
		stage.clear();
		stage.trained("a", "mine");
		assertThat(drift(table(ROWS, 80)).get("level").asString()).isEqualTo("unknown");
	}

}
