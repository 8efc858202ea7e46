package io.exoscout.suite;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.exoscout.dataset.RealTables;
import io.exoscout.result.Rounded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A model that was trained on the Kepler table scores a stream of its rows. */
@SuiteTest
class StoredStreamTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String STREAMS = "/exo-scout-streams";

	/** So many rows are compared one by one, and as many with a gap. */
	private static final int COMPARED = 10;

	private final Client client;

	StoredStreamTests(Client client) {
		this.client = client;
	}

	private static List<List<String>> table() {
		return new String(RealTables.bytes(RealTables.KEPLER), StandardCharsets.UTF_8).lines()
			.filter((line) -> !line.startsWith("#"))
			.map((line) -> List.of(line.split(",", -1)))
			.toList();
	}

	private Answer define(String job, List<String> columns) {
		return define(job, columns, "{\"detector\": \"adwin\"}");
	}

	private Answer define(String job, List<String> columns, String drift) {
		String features = columns.stream()
			.map("{\"column\": \"%s\"}"::formatted)
			.collect(Collectors.joining(", ", "[", "]"));
		return this.client.post(STREAMS, """
				{"name": "koi", "id": ["kepoi_name"], "keys": ["kepid"],
				 "label": {"column": "koi_disposition", "positive": ["CONFIRMED"], "negative": ["FALSE POSITIVE"]},
				 "features": %s, "model": {"algorithm": "stored:%s"}, "drift": %s}""".formatted(features, job, drift));
	}

	@Test
	void eachRowIsScoredAsThePredictorScoresIt() {
		String job = this.client.trained(RealTables.bytes(RealTables.KEPLER), WrittenTable.QUICK)
			.get("job_id")
			.asString();
		JsonNode defined = define(job, columns(job)).json(201);
		String stream = STREAMS + "/" + defined.get("id").asString();
		assertThat(defined.get("definition").get("model").get("sha256").asString()).hasSize(64);
		List<List<String>> table = table();
		List<List<String>> rows = table.subList(1, 1501);
		this.client.send("POST", stream + "/events", BodyPublishers.ofString(
				table.subList(0, 1501).stream().map((row) -> String.join(",", row)).collect(Collectors.joining("\n"))),
				"Content-Type", "text/csv")
			.json(202);
		List<String> header = table.get(0);
		int gap = header.indexOf("koi_depth");
		assertSame(job, stream, header, rows.stream().filter((row) -> !row.get(gap).isEmpty()).toList());
		assertSame(job, stream, header, rows.stream().filter((row) -> row.get(gap).isEmpty()).toList());
		await().atMost(Duration.ofMinutes(5))
			.until(() -> this.client.get(stream).json(200).get("lag").asLong() == 0
					&& this.client.get(stream).json(200).get("seq").asLong() == rows.size());
		JsonNode whole = this.client.get(stream + "/metrics").json(200).get("now").get("whole");
		assertThat(whole.get("roc_auc").asDouble()).isGreaterThan(0.97);
		assertProtected(job, stream);
	}

	/** All that the model looks at, as the refusal of a first try says. */
	private List<String> columns(String job) {
		JsonNode refused = define(job, List.of("koi_period")).json(422);
		assertThat(refused.get("code").asString()).isEqualTo("missing_columns");
		List<String> columns = new ArrayList<>(List.of("koi_period"));
		refused.get("errors").valueStream().forEach((error) -> columns.add(error.get("column").asString()));
		return columns;
	}

	@Test
	void aChangeThatIsNoticedHasAModelTrainedOnWhatIsLabelledByThen() {
		JsonNode before = this.client.trained(RealTables.bytes(RealTables.KEPLER), WrittenTable.QUICK);
		String job = before.get("job_id").asString();
		JsonNode defined = define(job, columns(job),
				"{\"detector\": \"page_hinkley\", \"threshold\": 20, \"retrain\": {\"least\": 600, \"cooldown\": 100000}}")
			.json(201);
		String stream = STREAMS + "/" + defined.get("id").asString();
		assertThat(defined.get("retraining")).isEmpty();
		List<List<String>> table = table();
		int label = table.get(0).indexOf("koi_disposition");
		String body = IntStream.rangeClosed(0, 1500).mapToObj((i) -> {
			List<String> row = new ArrayList<>(table.get(i));
			if (i > 900) {
				// from here on the sky is another one
				row.set(label, row.get(label).equals("CONFIRMED") ? "FALSE POSITIVE" : "CONFIRMED");
			}
			return String.join(",", row);
		}).collect(Collectors.joining("\n"));
		this.client.send("POST", stream + "/events", BodyPublishers.ofString(body), "Content-Type", "text/csv")
			.json(202);
		await().atMost(Duration.ofMinutes(5)).until(() -> accepted(stream) != null);
		JsonNode asked = accepted(stream);
		JsonNode training = this.client.get(Client.JOBS + "/" + asked.get("job").asString()).json(200);
		assertThat(training.get("params")).isEqualTo(before.get("params"));
		assertThat(training.get("dataset").get("rows").asLong()).isEqualTo(asked.get("rows").asLong())
			.isBetween(600L, asked.get("seq").asLong());
		assertThat(this.client.get(stream + "/drifts").json(200).get("marks").valueStream())
			.anySatisfy((mark) -> assertThat(mark.get("retraining")).isEqualTo(asked));
		await().atMost(Duration.ofMinutes(5))
			.until(() -> this.client.get(Client.JOBS + "/" + asked.get("job").asString())
				.json(200)
				.get("status")
				.asString()
				.equals("completed"));
		assertThat(this.client.get(stream).json(200).get("definition")).isEqualTo(defined.get("definition"));
		assertProtected(job, stream);
	}

	/** What the change that asked for a training has got, once it has. */
	private @Nullable JsonNode accepted(String stream) {
		return this.client.get(stream)
			.json(200)
			.get("retraining")
			.valueStream()
			.filter((asked) -> asked.get("state").asString().equals("accepted"))
			.findFirst()
			.orElse(null);
	}

	@Test
	void aStreamThatCanNotBeATrainingTableMayNotAskForOne() {
		JsonNode learner = this.client.post(STREAMS, """
				{"name": "a", "label": {"column": "l", "positive": ["1"]}, "features": [{"column": "x"}],
				 "drift": {"detector": "adwin", "retrain": {}}}""").json(422);
		assertThat(learner.get("code").asString()).isEqualTo("stream_not_trainable");
		assertThat(learner.get("detail").asString()).contains("logistic_sgd", "drift.retrain");
		assertThat(this.client.post(STREAMS, """
				{"name": "a", "label": {"column": "l", "positive": ["1"]}, "features": [{"column": "x"}],
				 "drift": {"detector": "none", "retrain": {"least": 0}}}""").json(400).get("detail").asString())
			.contains("drift.retrain.least");
	}

	/** One row at a time, as the predictor then has nothing else to go by. */
	private void assertSame(String job, String stream, List<String> header, List<List<String>> rows) {
		for (List<String> row : rows.subList(0, COMPARED)) {
			ObjectNode cells = JSON.createObjectNode();
			IntStream.range(0, header.size()).forEach((i) -> cells.put(header.get(i), row.get(i)));
			double expected = this.client
				.post(Client.PREDICTIONS, "{\"job_id\": \"%s\", \"rows\": [%s]}".formatted(job, cells))
				.json(200)
				.get("predictions")
				.get(0)
				.get("probabilities")
				.get("CONFIRMED")
				.asDouble();
			double said = this.client.post(stream + "/predict", "[" + cells + "]")
				.json(200)
				.get("predictions")
				.get(0)
				.get("probability")
				.asDouble();
			assertThat(Rounded.sixDigits(said)).as(row.toString()).isEqualTo(expected);
		}
	}

	private void assertProtected(String job, String stream) {
		assertThat(this.client.delete(Client.JOBS + "/" + job).json(409).get("code").asString())
			.isEqualTo("model_has_stream");
		this.client.delete(stream).json(200);
	}

	@Test
	void aModelThatIsNotThereIsNamed() {
		JsonNode unknown = define("f".repeat(64), List.of("koi_period")).json(404);
		assertThat(unknown.get("code").asString()).isEqualTo("job_not_found");
		JsonNode digest = this.client.post(STREAMS, """
				{"name": "a", "label": {"column": "l", "positive": ["1"]}, "features": [{"column": "x"}],
				 "model": {"algorithm": "logistic_sgd", "sha256": "abc"}}""").json(400);
		assertThat(digest.get("detail").asString()).contains("model.sha256");
	}

}
