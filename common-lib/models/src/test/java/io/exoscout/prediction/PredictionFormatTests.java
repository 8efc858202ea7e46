package io.exoscout.prediction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.objects.ObjectFacts;
import io.exoscout.prediction.Prediction.Contribution;
import io.exoscout.prediction.Prediction.Explained;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import io.exoscout.prediction.PredictionHeader.AbsentColumn;

import static org.assertj.core.api.Assertions.assertThat;

class PredictionFormatTests {

	private static final PredictionHeader HEADER = new PredictionHeader("job", "model",
			Instant.parse("2025-10-04T07:34:55Z"), List.of("FALSE POSITIVE", "CONFIRMED"), List.of("kepid"),
			List.of("koi_teq"), 0.97, 0.95, List.of(new AbsentColumn("koi_teq", 0.02)), null,
			List.of("Two of one name."), null, null, null);

	private final JsonMapper json = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	@Test
	void jsonIsOneObjectWithAllPredictions() throws IOException {
		assertThat(this.json.readTree(written(PredictionFormat.JSON, prediction("K1")))).isEqualTo(this.json.readTree(
				"""
						{"job_id": "job", "model": "model", "model_created_at": "2025-10-04T07:34:55Z",
						 "notes": ["Two of one name."], "class_names": ["FALSE POSITIVE", "CONFIRMED"],
						 "ignored_columns": ["kepid"], "missing_columns": ["koi_teq"],
						 "information": 0.97, "expected_accuracy": 0.95,
						 "absent_columns": [{"column": "koi_teq", "importance": 0.02}],
						 "predictions": [{"row": 1, "object": "K1", "class": "CONFIRMED", "probability": 0.75,
						   "probabilities": {"FALSE POSITIVE": 0.25, "CONFIRMED": 0.75}, "information": 0.97, "expected_accuracy": 0.94,
						   "period": 9.488036, "depth": 615.8, "magnitude": 15.347, "ra": 291.93423, "dec": 48.14165, "link": "https://example.org/K1", "exofop": "https://example.org/X1"}]}"""));
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
		assertThat(written(PredictionFormat.CSV, prediction("K1"))).isEqualTo(
				"""
						row,object,class,probability,probability_false_positive,probability_confirmed,information,expected_accuracy,period,depth,radius,magnitude,ra,dec,link,exofop\r
						1,K1,CONFIRMED,0.75,0.25,0.75,0.97,0.94,9.488036,615.8,,15.347,291.93423,48.14165,https://example.org/K1,https://example.org/X1\r
						""");
	}

	@Test
	void csvHasColumnsForEachReason() throws IOException {
		Prediction one = new Prediction(1, "K1", "CONFIRMED", 0.75, Map.of(), 1.0, null,
				List.of(new Contribution("koi_depth", 615.8f, 1.25, List.of("transit", "measurement"))),
				Explained.NOTHING, ObjectFacts.NONE, null);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		PredictionWriter writer = PredictionFormat.CSV.open(HEADER, 2, out, this.json);
		writer.write(one);
		writer.finish();
		List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
		assertThat(lines.get(0)).endsWith(
				",link,exofop,reason_1,reason_1_value,reason_1_contribution,reason_1_tags,reason_2,reason_2_value,reason_2_contribution,reason_2_tags,explained_class,unit,calibrated,base_value,rest,reason_1_sentence,reason_2_sentence");
		assertThat(lines.get(1)).endsWith(",koi_depth,615.8,1.25,transit measurement,,,,,,,,,,,");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=cmd()", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1" })
	void csvCellsAreNeverFormulas(String object) throws IOException {
		assertThat(written(PredictionFormat.CSV, prediction(object))).contains("'" + object);
	}

	@Test
	void everyColumnSaysWhatItIs() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		PredictionFormat.VOTABLE.open(HEADER, 2, out, this.json).finish();
		String[] fields = out.toString(StandardCharsets.UTF_8).split("<FIELD ");
		assertThat(fields).hasSize(1 + 31);
		assertThat(Arrays.stream(fields).skip(1)).allMatch((field) -> field.contains("<DESCRIPTION>"))
			.allMatch((field) -> field.contains("ucd="));
	}

	private String written(PredictionFormat format, Prediction... predictions) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		PredictionWriter writer = format.open(HEADER, 0, out, this.json);
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
		return new Prediction(1, object, "CONFIRMED", 0.75, probabilities, 0.97, 0.94, null, Explained.NOTHING,
				new ObjectFacts(9.488036f, 615.8f, null, 15.347f, 291.93423f, 48.141651f, "https://example.org/K1",
						"https://example.org/X1"),
				null);
	}

}
