package io.exoscout.predictor.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

import io.exoscout.dataset.MadeTables;
import io.exoscout.onnx.OnnxImport;
import io.exoscout.predictor.PredictorStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static io.exoscout.predictor.PredictorStage.TABLE;
import static io.exoscout.predictor.PredictorStage.json;
import static io.exoscout.predictor.PredictorStage.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Models from elsewhere as callers send and ask them. */
class ImportControllerTests {

	private static final String JOB = "0".repeat(63) + "1";

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
	void clear() {
		stage.clear();
	}

	private static byte[] theirs(String name) throws IOException {
		try (InputStream file = OnnxImport.class.getResourceAsStream(name)) {
			return Objects.requireNonNull(file, name).readAllBytes();
		}
	}

	@Test
	void whatWasExportedIsImportedAndSaysTheSame() {
		stage.trained(JOB, "ours");
		byte[] onnx = stage.onnx(JOB).getResponse().getContentAsByteArray();
		MvcTestResult taken = stage.model(onnx, "ours.onnx", "model_name", "back");
		JsonNode card = json(201, taken);
		assertThat(taken.getResponse().getHeader("Location")).endsWith(card.get("model_id").asString());
		assertThat(card.at("/provenance/origin").asString()).isEqualTo("onnx");
		assertThat(card.at("/provenance/onnx_job_id").asString()).isEqualTo(JOB);
		for (String query : List.of("", "?explain=3")) {
			JsonNode ours = json(200, stage.table(TABLE, query, "*/*", "model", "ours"));
			JsonNode back = json(200, stage.table(TABLE, query, "*/*", "model", "back"));
			// how often the model was right is nothing that the file holds
			ours.get("predictions").forEach((prediction) -> ((ObjectNode) prediction).remove("expected_accuracy"));
			assertThat(back.get("predictions")).isEqualTo(ours.get("predictions"));
			assertThat(back.get("information")).isEqualTo(ours.get("information"));
			JsonNode rows = json(200,
					stage.body("{\"model\": \"back\", \"rows\": %s}".formatted(MadeTables.json(TABLE)), query, "*/*"));
			assertThat(rows.get("predictions")).isEqualTo(back.get("predictions"));
		}
		assertThat(stage.model(onnx, "again.onnx", "model_name", "other")).hasStatus(200);
	}

	@Test
	void aModelOfAnotherLibraryIsAskedLikeOurOwn() throws IOException {
		JsonNode card = json(201, stage.model(theirs("columns.onnx"), "sklearn.onnx", "model_name", "theirs"));
		assertThat(card.at("/provenance/onnx_producer").asString()).isEqualTo("skl2onnx 1.14.0");
		JsonNode table = json(200, stage.table(TABLE, "?explain=2", "*/*", "model", "theirs")).get("predictions");
		JsonNode rows = json(200, stage.body("{\"model\": \"theirs\", \"rows\": %s}".formatted(MadeTables.json(TABLE)),
				"?explain=2", "*/*"))
			.get("predictions");
		assertThat(table).hasSize(20).isEqualTo(rows);
		table.forEach((prediction) -> {
			double sum = prediction.get("probabilities").valueStream().mapToDouble(JsonNode::asDouble).sum();
			assertThat(sum).isCloseTo(1, within(1e-5));
		});
		assertThat(json(200, stage.ask("/v2/models/theirs")).get("versions").get(0).asString())
			.isEqualTo(card.get("model_id").asString());
	}

	@Test
	void saysWhatElseAFileMustSay() throws IOException {
		assertThat(problem(stage.model(theirs("forest.onnx"), "forest.onnx"), 422, "unsupported_onnx"))
			.contains("`features`");
		assertThat(stage.model(theirs("forest.onnx"), "forest.onnx", "features",
				"koi_period, koi_duration, koi_depth, koi_prad"))
			.hasStatus(201);
	}

	@Test
	void refusesWhatIsNoModel() {
		problem(stage.model(new byte[0], "empty.onnx"), 400, "invalid_model_file");
		problem(stage.model(TABLE.getBytes(), "table.csv"), 400, "invalid_model_file");
		problem(stage.model(new byte[] { 8, 8, 0 }, "short.onnx"), 400, "invalid_onnx_file");
		problem(stage.model(new byte[] { 8, 8 }, "name.onnx", "model_name", "a b"), 400, "invalid_parameter");
	}

}
