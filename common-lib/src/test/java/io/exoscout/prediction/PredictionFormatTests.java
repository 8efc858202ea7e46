package io.exoscout.prediction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PredictionFormatTests {

	private static final PredictionHeader HEADER = new PredictionHeader("job", "model",
			List.of("FALSE POSITIVE", "CONFIRMED"), List.of("kepid"), List.of("koi_teq"), 0.97, 0.95,
			List.of(new AbsentColumn("koi_teq", 0.02)), List.of("One column is absent."), null);

	private final JsonMapper json = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			*/*                                       | JSON
			application/json                          | JSON
			application/*                             | JSON
			text/csv                                  | CSV
			application/x-ndjson                      | NDJSON
			text/html, text/csv;q=0.9                 | CSV
			text/csv;q=0.1, application/x-ndjson      | NDJSON
			""")
	void takesTheFormatTheCallerPrefers(String accept, PredictionFormat expected) {
		assertThat(PredictionFormat.accepted(accept)).isEqualTo(expected);
	}

	@Test
	void givesJsonToACallerWithoutPreference() {
		assertThat(PredictionFormat.accepted(null)).isEqualTo(PredictionFormat.JSON);
	}

	@ParameterizedTest
	@ValueSource(strings = { "image/png", "text/html", "nonsense" })
	void refusesFormatsItCanNotGive(String accept) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> PredictionFormat.accepted(accept))
			.withMessageContaining(accept)
			.withMessageContaining("text/csv")
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(ProblemKind.NOT_ACCEPTABLE));
	}

	@Test
	void jsonIsOneObjectWithAllPredictions() throws IOException {
		assertThat(this.json.readTree(written(PredictionFormat.JSON, prediction("K1"))))
			.isEqualTo(this.json.readTree("""
					{"job_id": "job", "model": "model", "class_names": ["FALSE POSITIVE", "CONFIRMED"],
					 "ignored_columns": ["kepid"], "missing_columns": ["koi_teq"],
					 "information": 0.97, "expected_accuracy": 0.95,
					 "absent_columns": [{"column": "koi_teq", "importance": 0.02}], "notes": ["One column is absent."],
					 "predictions": [{"row": 1, "object": "K1", "class": "CONFIRMED", "probability": 0.75,
					   "probabilities": {"FALSE POSITIVE": 0.25, "CONFIRMED": 0.75}, "information": 0.97}]}"""));
	}

	@Test
	void anObjectWithoutANameHasNone() throws IOException {
		assertThat(written(PredictionFormat.JSON, prediction(null))).doesNotContain("object");
	}

	@Test
	void ndjsonHasALineForEachPrediction() throws IOException {
		assertThat(written(PredictionFormat.NDJSON, prediction("K1"), prediction("K2")).lines()).hasSize(2)
			.allMatch((line) -> line.startsWith("{\"row\":1,"));
	}

	@Test
	void csvHasAColumnForEachClass() throws IOException {
		assertThat(written(PredictionFormat.CSV, prediction("K1"))).isEqualTo("""
				row,object,class,probability,probability_false_positive,probability_confirmed,information\r
				1,K1,CONFIRMED,0.75,0.25,0.75,0.97\r
				""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=cmd()", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1" })
	void csvCellsAreNeverFormulas(String object) throws IOException {
		assertThat(written(PredictionFormat.CSV, prediction(object))).contains("'" + object);
	}

	private String written(PredictionFormat format, Prediction... predictions) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		PredictionWriter writer = format.open(HEADER, out, this.json);
		for (Prediction prediction : predictions) {
			writer.write(prediction);
		}
		writer.finish();
		return out.toString(StandardCharsets.UTF_8);
	}

	private static Prediction prediction(@Nullable String object) {
		Map<String, Double> probabilities = new LinkedHashMap<>();
		probabilities.put("FALSE POSITIVE", 0.25);
		probabilities.put("CONFIRMED", 0.75);
		return new Prediction(1, object, "CONFIRMED", 0.75, probabilities, 0.97, null);
	}

}
