package io.exoscout.predictor.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.exoscout.predictor.PredictorStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static io.exoscout.predictor.PredictorStage.json;
import static io.exoscout.predictor.PredictorStage.problem;
import static io.exoscout.predictor.PredictorStage.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The Open Inference Protocol as its clients speak it. */
class InferenceControllerTests {

	private static final String JOB = "0".repeat(63) + "1";

	private static final String INFER = "/v2/models/mine/infer";

	private static final String ROW = """
			{%s"inputs": [
			 {"name": "koi_period", "shape": [1, 1], "datatype": "FP64", "data": [13.5]},
			 {"name": "koi_duration", "shape": [1, 1], "datatype": "FP64", "data": [2.5]},
			 {"name": "koi_depth", "shape": [1, 1], "datatype": "FP64", "data": [600]},
			 {"name": "koi_prad", "shape": [1, 1], "datatype": "FP64", "data": [2.2]}]}
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
		stage.trained(JOB, "mine");
	}

	private static MvcTestResult infer(String json) {
		return stage.infer(INFER, json.getBytes(StandardCharsets.UTF_8));
	}

	private static String row(String more) {
		return ROW.formatted(more);
	}

	/** The elements of outputs by name, wherever they stand in an answer. */
	private static Map<String, List<Object>> outputs(MvcTestResult answer) {
		assertThat(answer).hasStatus(200);
		byte[] body = answer.getResponse().getContentAsByteArray();
		String length = answer.getResponse().getHeader("Inference-Header-Content-Length");
		int json = (length != null) ? Integer.parseInt(length) : body.length;
		assertThat(answer.getResponse().getContentType())
			.isEqualTo((length != null) ? "application/octet-stream" : "application/json");
		assertThat(answer.getResponse().getContentLength()).isEqualTo(body.length);
		JsonNode document = PredictorStage.JSON.readTree(Arrays.copyOf(body, json));
		ByteBuffer binary = ByteBuffer.wrap(body, json, body.length - json).order(ByteOrder.LITTLE_ENDIAN);
		Map<String, List<Object>> outputs = new LinkedHashMap<>();
		document.get("outputs")
			.forEach((output) -> outputs.put(output.get("name").asString(), elements(output, binary)));
		assertThat(binary.remaining()).isZero();
		return outputs;
	}

	private static List<Object> elements(JsonNode output, ByteBuffer binary) {
		boolean text = output.get("datatype").asString().equals("BYTES");
		List<Object> elements = new ArrayList<>();
		if (output.has("data")) {
			output.get("data")
				.forEach((element) -> elements.add(text ? element.asString() : (Object) element.asDouble()));
		}
		else {
			int end = binary.position() + output.at("/parameters/binary_data_size").asInt();
			while (binary.position() < end) {
				elements.add(text ? text(binary) : (Object) binary.getDouble());
			}
			assertThat(binary.position()).isEqualTo(end);
		}
		assertThat(elements).hasSize(output.at("/shape/0").asInt() * output.at("/shape/1").asInt());
		return elements;
	}

	private static String text(ByteBuffer binary) {
		byte[] text = new byte[binary.getInt()];
		binary.get(text);
		return new String(text, StandardCharsets.UTF_8);
	}

	/** What our own address says of the same objects. */
	private static List<JsonNode> expected(String query) {
		return json(200, stage.rows(JOB, ClientBodies.ROWS, query, "*/*")).get("predictions").valueStream().toList();
	}

	@Test
	void saysThatItIsThere() {
		assertThat(json(200, stage.ask("/v2/health/live")).get("live").asBoolean()).isTrue();
		assertThat(json(200, stage.ask("/v2/health/ready")).get("ready").asBoolean()).isTrue();
		JsonNode server = json(200, stage.ask("/v2"));
		assertThat(server.get("name").asString()).isEqualTo("exoscout");
		assertThat(texts(server.get("extensions"))).containsExactly("binary_tensor_data");
	}

	@Test
	void saysWhatGoesIntoAModelAndComesOut() {
		JsonNode model = json(200, stage.ask("/v2/models/mine"));
		assertThat(model.propertyNames()).containsExactly("name", "versions", "platform", "inputs", "outputs");
		assertThat(texts(model.get("versions"))).containsExactly(JOB);
		assertThat(model.get("inputs").valueStream().map((input) -> input.get("name").asString()))
			.containsExactly("koi_period", "koi_duration", "koi_depth", "koi_prad", "koi_teq", "kepoi_name", "kepid");
		assertThat(model.get("inputs").get(0)).isEqualTo(
				PredictorStage.JSON.readTree("{\"name\":\"koi_period\",\"datatype\":\"FP32\",\"shape\":[-1,1]}"));
		assertThat(model.get("inputs").get(5).get("datatype").asString()).isEqualTo("BYTES");
		assertThat(model.get("outputs").valueStream().map((output) -> output.get("name").asString())).containsExactly(
				"object", "class", "probability", "probability_false_positive", "probability_confirmed", "information",
				"features", "contributions", "base_value", "rest", "selected");
		assertThat(model.get("outputs").get(7).get("shape").toString()).isEqualTo("[-1,-1]");
		assertThat(model.get("outputs").get(8).get("shape").toString()).isEqualTo("[-1,1]");
		assertThat(json(200, stage.ask("/v2/models/mine/ready")).get("ready").asBoolean()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "triton-python-binary.bin, 683, ", "triton-python.json, , ", "triton-java.json, , ",
			"mlserver-pandas.json, , ", "kserve.json, , ", "triton-python-gzip.bin, 683, gzip",
			"triton-python-deflate.bin, 683, deflate" })
	void answersEveryClientLikeOurOwnAddress(String body, String length, String encoding) {
		List<String> headers = new ArrayList<>();
		if (length != null) {
			headers.addAll(List.of("Inference-Header-Content-Length", length));
		}
		if (encoding != null) {
			headers.addAll(List.of("Content-Encoding", encoding));
		}
		MvcTestResult answer = stage.infer(INFER, ClientBodies.bytes(body), headers.toArray(String[]::new));
		Map<String, List<Object>> outputs = outputs(answer);
		List<JsonNode> expected = expected("");
		for (int i = 0; i < expected.size(); i++) {
			assertThat(outputs.get("class").get(i)).isEqualTo(expected.get(i).get("class").asString());
			assertThat(outputs.get("probability").get(i)).isEqualTo(expected.get(i).get("probability").asDouble());
		}
		assertThat(outputs.get("class")).hasSize(3);
	}

	@Test
	void answersInJsonUnlessBytesAreAskedFor() {
		MvcTestResult answer = infer(row("\"id\": \"42\", "));
		JsonNode document = json(200, answer);
		assertThat(document.propertyNames()).containsExactly("model_name", "model_version", "id", "parameters",
				"outputs");
		assertThat(document.get("model_name").asString()).isEqualTo("mine");
		assertThat(document.get("model_version").asString()).isEqualTo(JOB);
		assertThat(document.get("id").asString()).isEqualTo("42");
		Map<String, List<Object>> inJson = outputs(answer);
		assertThat(inJson.keySet()).containsExactly("object", "class", "probability", "probability_false_positive",
				"probability_confirmed", "information");
		assertThat(inJson.get("class")).containsExactly("CONFIRMED");
		assertThat(outputs(infer(row("\"parameters\": {\"binary_data_output\": true}, ")))).isEqualTo(inJson);
		MvcTestResult mixed = infer(row("""
				"parameters": {"binary_data_output": true}, "outputs": [
				 {"name": "class", "parameters": {"binary_data": false}}, {"name": "probability_confirmed"}], """));
		assertThat(outputs(mixed).keySet()).containsExactly("class", "probability_confirmed");
		assertThat(outputs(mixed)).allSatisfy((name, elements) -> assertThat(elements).isEqualTo(inJson.get(name)));
		assertThat(PredictorStage.text(mixed)).contains("\"data\":[\"CONFIRMED\"]").contains("\"binary_data_size\":8");
	}

	@Test
	void saysWhatIsMissingAndLeft() {
		JsonNode parameters = json(200, infer(row("").replace("\"inputs\": [", """
				"inputs": [{"name": "my_note", "shape": [1], "datatype": "BYTES", "data": ["seen"]},
				 {"name": "koi_teq", "shape": [1], "datatype": "FP32", "data": [NaN]},"""))).get("parameters");
		assertThat(parameters.get("information").asDouble()).isEqualTo(0.9);
		assertThat(parameters.get("absent_columns").asString()).isEqualTo("koi_teq");
		assertThat(parameters.get("ignored_columns").asString()).isEqualTo("my_note");
		assertThat(parameters.get("notes").asString()).contains("trained before rows were kept");
	}

	@Test
	void explainsWhenAsked() {
		MvcTestResult answer = stage.infer(INFER, ClientBodies.bytes("triton-python-explain.bin"),
				"Inference-Header-Content-Length", "695");
		Map<String, List<Object>> outputs = outputs(answer);
		List<JsonNode> expected = expected("?explain=3");
		for (int i = 0; i < expected.size(); i++) {
			JsonNode explanation = expected.get(i).get("explanation");
			for (int j = 0; j < 3; j++) {
				assertThat(outputs.get("features").get(3 * i + j))
					.isEqualTo(explanation.get(j).get("feature").asString());
				assertThat(outputs.get("contributions").get(3 * i + j))
					.isEqualTo(explanation.get(j).get("contribution").asDouble());
			}
		}
		JsonNode all = json(200, infer(row("\"parameters\": {\"explain\": 100}, ")));
		assertThat(all.at("/outputs/7/shape").toString()).isEqualTo("[1,5]");
	}

	@ParameterizedTest
	@CsvSource({ "1, ", "2, CONFIRMED", "5, FALSE POSITIVE", "3, confirmed" })
	void whatItSaysAddsUpToTheProbability(int named, String className) {
		String asked = (className != null) ? ", \"explain_class\": \"%s\"".formatted(className) : "";
		String parameters = "\"parameters\": {\"explain\": %d, \"unit\": \"probability\"%s}, ".formatted(named, asked);
		MvcTestResult answer = infer(row(parameters));
		Map<String, List<Object>> outputs = outputs(answer);
		double sum = (double) outputs.get("base_value").get(0) + (double) outputs.get("rest").get(0);
		for (Object part : outputs.get("contributions")) {
			sum += (double) part;
		}
		String explained = (className != null) ? "probability_" + className.toLowerCase(Locale.ROOT).replace(' ', '_')
				: "probability";
		assertThat(sum).isCloseTo((double) outputs.get(explained).get(0), within(1e-6));
		assertThat(outputs.get("contributions")).hasSize(named);
		assertThat(json(200, answer).at("/parameters/explain_unit").asString()).isEqualTo("probability");
	}

	@Test
	void explainsOnlyRowsFromAProbabilityOn() {
		byte[] two = """
				{"parameters": {"explain": 2, "explain_class": "CONFIRMED", "explain_min": 0.5}, "inputs": [
				 {"name": "koi_period", "shape": [2, 1], "datatype": "FP64", "data": [3.5, 13.5]},
				 {"name": "koi_duration", "shape": [2, 1], "datatype": "FP64", "data": [2.5, 2.5]},
				 {"name": "koi_depth", "shape": [2, 1], "datatype": "FP64", "data": [600, 600]},
				 {"name": "koi_teq", "shape": [2, 1], "datatype": "FP64", "data": [600, 600]},
				 {"name": "koi_prad", "shape": [2, 1], "datatype": "FP64", "data": [2.2, 2.2]}]}
				""".getBytes(StandardCharsets.UTF_8);
		Map<String, List<Object>> outputs = outputs(stage.infer(INFER, two));
		assertThat(outputs.get("features").subList(0, 2)).containsExactly("", "");
		assertThat(outputs.get("features").get(2)).isEqualTo("koi_period");
		assertThat(outputs.get("base_value").get(0)).isEqualTo(0.0);
		assertThat(outputs.get("contributions").subList(0, 2)).containsExactly(0.0, 0.0);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"explain\": 2, \"explain_class\": \"ALIEN\"|ALIEN", "\"explain\": 2, \"explain_class\": 1|text",
					"\"explain\": 2, \"explain_min\": 1.5|1.5", "\"explain\": 2, \"explain_min\": \"0.5\"|a number",
					"\"explain\": 2, \"explain_min\": NaN|NaN", "\"explain\": 2, \"unit\": \"percent\"|percent",
					"\"explain\": 2, \"unit\": [1]|text", "\"unit\": \"probability\"|explain=3",
					"\"explain_class\": \"CONFIRMED\"|explain=3", "\"explain\": -1|-1",
					"\"explain\": 99999999999999|0 to 100" })
	void refusesExplanationsThatCanNotBeGiven(String parameters, String named) {
		assertThat(problem(infer(row("\"parameters\": {%s}, ".formatted(parameters))), 400, "invalid_parameter"))
			.contains(named);
	}

	@Test
	void anAliasIsAVersionAndAName() {
		String newer = "0".repeat(63) + "2";
		stage.trained(newer, "mine");
		stage.alias("champion", JOB);
		byte[] body = row("").getBytes(StandardCharsets.UTF_8);
		for (String path : List.of("/v2/models/mine/versions/champion", "/v2/models/champion",
				"/v2/models/" + JOB + "/versions/champion")) {
			assertThat(json(200, stage.infer(path + "/infer", body)).get("model_version").asString()).isEqualTo(JOB);
			assertThat(json(200, stage.ask(path + "/ready")).get("ready").asBoolean()).isTrue();
			assertThat(json(200, stage.ask(path)).get("inputs")).hasSize(7);
		}
		assertThat(json(200, stage.infer("/v2/models/mine/infer", body)).get("model_version").asString())
			.isEqualTo(newer);
		stage.trained("0".repeat(63) + "3", "other");
		problem(stage.ask("/v2/models/other/versions/champion"), 404, "model_not_found");
	}

	@Test
	void neverWritesWhatIsNoJson() {
		String answer = PredictorStage.text(infer(row("\"parameters\": {\"explain\": 5}, ").replace("\"inputs\": [",
				"\"inputs\": [{\"name\": \"koi_teq\", \"shape\": [1], \"datatype\": \"FP32\", \"data\": [NaN]},")));
		assertThat(answer).doesNotContain("NaN", "Infinity");
		assertThat(PredictorStage.JSON.readTree(answer).get("outputs").size()).isEqualTo(10);
	}

	@Test
	void aVersionIsTheJobThatTrainedIt() {
		String newer = "0".repeat(63) + "2";
		stage.trained(newer, "mine");
		stage.trained("0".repeat(63) + "3", "other");
		assertThat(texts(json(200, stage.ask("/v2/models/mine")).get("versions"))).containsExactly(newer, JOB);
		assertThat(json(200, infer(row(""))).get("model_version").asString()).isEqualTo(newer);
		assertThat(json(200, infer(row(""))).at("/parameters/notes").asString()).contains("2 models are called 'mine'");
		String version = "/v2/models/mine/versions/" + JOB;
		byte[] body = row("").getBytes(StandardCharsets.UTF_8);
		assertThat(json(200, stage.infer(version + "/infer", body)).get("model_version").asString()).isEqualTo(JOB);
		assertThat(json(200, stage.infer("/v2/models/" + JOB + "/infer", body)).get("model_version").asString())
			.isEqualTo(JOB);
		assertThat(json(200, stage.ask(version)).get("name").asString()).isEqualTo("mine");
		assertThat(json(200, stage.ask(version + "/ready")).get("ready").asBoolean()).isTrue();
		assertThat(problem(stage.ask("/v2/models/mine/versions/" + "0".repeat(63) + "3"), 404, "model_not_found"))
			.contains("no version");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v2/models/none", "/v2/models/none/ready", "/v2/models/mine/versions/1",
			"/v2/models/mine/versions/mine", "/v2/models/mine/versions/1/ready",
			"/v2/models/ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff" })
	void refusesModelsThatAreNotThere(String path) {
		assertThat(problem(stage.ask(path), 404, "model_not_found")).contains("model");
		if (!path.endsWith("ready")) {
			problem(stage.infer(path + "/infer", row("").getBytes(StandardCharsets.UTF_8)), 404, "model_not_found");
		}
	}

	@Test
	void refusesAModelWhoseJobIsNotCompleted() {
		String running = "0".repeat(63) + "4";
		stage.stored(running, "early");
		assertThat(problem(stage.ask("/v2/models/early/ready"), 404, "model_not_found")).contains("early");
		assertThat(problem(stage.ask("/v2/models/" + running + "/ready"), 409, "job_not_completed"))
			.contains("is running");
	}

	@Test
	void refusesOutputsThatAreNotThere() {
		assertThat(problem(infer(row("\"outputs\": [{\"name\": \"klass\"}], ")), 400, "unknown_output"))
			.contains("klass", "class", "probability_confirmed");
		assertThat(problem(infer(row("\"outputs\": [{\"name\": \"contributions\"}], ")), 400, "unknown_output"))
			.contains("explain");
	}

	@Test
	void refusesWhatOurOwnAddressWouldRefuse() {
		assertThat(problem(infer(row("\"parameters\": {\"explain\": 101}, ")), 400, "invalid_parameter"))
			.contains("0 to 100");
		assertThat(problem(infer(row("").replace("koi_prad", "toi")), 422, "wrong_mission")).contains("kepler");
		assertThat(problem(infer(row("").replace("koi_depth", "my_depth").replace("koi_period", "my_period")), 422,
				"missing_columns"))
			.contains("koi_period");
		assertThat(problem(infer(row("").replace("\"FP64\", \"data\": [600]", "\"BYTES\", \"data\": [\"deep\"]")), 400,
				"invalid_row"))
			.contains("koi_depth");
	}

	@Test
	void refusesNamesThatWereRounded() {
		assertThat(problem(infer(row("").replace("\"inputs\": [",
				"\"inputs\": [{\"name\": \"kepid\", \"shape\": [1], \"datatype\": \"FP32\", \"data\": [10797460]},")),
				400, "invalid_tensor"))
			.contains("kepid", "BYTES");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/x-www-form-urlencoded", "application/json", "application/octet-stream",
			"text/plain" })
	void doesNotCareWhatAClientCallsItsBody(String type) {
		assertThat(stage.infer(INFER, row("").getBytes(StandardCharsets.UTF_8), "Content-Type", type)).hasStatus(200);
	}

	@Test
	void countsRowsThatSomebodyWaitedFor() {
		double before = stage.scored();
		infer(row(""));
		assertThat(stage.scored() - before).isEqualTo(1);
	}

}
