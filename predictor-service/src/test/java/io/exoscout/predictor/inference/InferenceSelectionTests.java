package io.exoscout.predictor.inference;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.exoscout.predictor.PredictorStage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static io.exoscout.predictor.PredictorStage.json;
import static io.exoscout.predictor.PredictorStage.problem;
import static org.assertj.core.api.Assertions.assertThat;

class InferenceSelectionTests {

	@Test
	void selectsRowsByPrecisionOrRecall() {
		try (PredictorStage stage = new PredictorStage()) {
			stage.clear();
			stage.trained("b", "selecting", Map.of("curves",
					Map.of("precision_recall",
							Map.of("CONFIRMED", List.of(Map.of("recall", 1.0, "precision", 0.5, "threshold", 0.1),
									Map.of("recall", 0.7, "precision", 0.95, "threshold", 0.8))))));
			String two = "\"inputs\": [{\"name\": \"koi_period\", \"shape\": [2, 1], \"datatype\": \"FP64\", \"data\": [2, 20]}, %s]}"
				.formatted(Stream.of("koi_duration", "koi_depth", "koi_prad")
					.map("{\"name\": \"%s\", \"shape\": [2, 1], \"datatype\": \"FP64\", \"data\": [3, 3]}"::formatted)
					.collect(Collectors.joining(", ")));
			byte[] precise = ("{\"parameters\": {\"precision\": 0.9}, " + two).getBytes(StandardCharsets.UTF_8);
			JsonNode answer = json(200, stage.infer("/v2/models/selecting/infer", precise));
			assertThat(answer.get("parameters").get("threshold").asDouble()).isEqualTo(0.8);
			assertThat(answer.get("parameters").get("selected_class").asString()).isEqualTo("CONFIRMED");
			assertThat(answer.get("parameters").get("expected_precision").asDouble()).isEqualTo(0.95);
			assertThat(answer.get("parameters").get("expected_recall").asDouble()).isEqualTo(0.7);
			assertThat(output(answer, "selected").toString())
				.isEqualTo("{\"name\":\"selected\",\"datatype\":\"BOOL\",\"shape\":[2,1],\"data\":[false,true]}");
			byte[] binary = ("{\"parameters\": {\"recall\": 0.7}, \"outputs\": [{\"name\": \"selected\", \"parameters\": {\"binary_data\": true}}], "
					+ two)
				.getBytes(StandardCharsets.UTF_8);
			assertThat(stage.infer("/v2/models/selecting/infer", binary).getResponse().getContentAsByteArray())
				.endsWith(0, 1);
			assertThat(problem(
					stage.infer("/v2/models/selecting/infer",
							("{\"parameters\": {\"precision\": 0.99}, " + two).getBytes(StandardCharsets.UTF_8)),
					422, "no_such_threshold"))
				.contains("0.99");
			assertThat(problem(stage.infer("/v2/models/selecting/infer",
					("{\"parameters\": {\"precision\": 0.9, \"recall\": 0.9}, " + two)
						.getBytes(StandardCharsets.UTF_8)),
					400, "invalid_parameter"))
				.contains("both");
			assertThat(problem(
					stage.infer("/v2/models/selecting/infer",
							("{\"outputs\": [{\"name\": \"selected\"}], " + two).getBytes(StandardCharsets.UTF_8)),
					400, "unknown_output"))
				.contains("precision");
		}
	}

	private static JsonNode output(JsonNode answer, String name) {
		return answer.get("outputs")
			.valueStream()
			.filter((output) -> output.get("name").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

}
