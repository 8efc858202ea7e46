package io.exoscout.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.stream.course.FoldSurroundings;
import io.exoscout.stream.definition.KnownStream;
import io.exoscout.stream.definition.StreamDocument;
import io.exoscout.stream.intake.StreamIntake;
import io.exoscout.stream.log.LogTails;
import io.exoscout.web.Wire;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is sent to streams in whichever form, and what of it is refused. */
class StreamRefusalTests {

	private static final String LINE = "{\"id\":\"%s\",\"x\":1,\"y\":2,\"above\":1}\n";

	@TempDir
	static Path home;

	private static StreamStage stage;

	@BeforeAll
	static void start() {
		stage = new StreamStage(home);
	}

	@AfterAll
	static void stop() {
		stage.close();
	}

	@Test
	void lineThatCanNotBeReadIsRejectedAndTheOthersAreTaken() {
		JsonNode sent = stage.events(paused(), LINE.formatted("a") + "{\"id\":\n[1]\n" + LINE.formatted("b"));
		assertThat(sent.get("accepted").asLong()).isEqualTo(2);
		assertThat(sent.get("rejected_count").asLong()).isEqualTo(2);
		assertThat(sent.get("rejected").get(0).get("line").asLong()).isEqualTo(2);
		assertThat(sent.get("rejected").get(1).get("line").asLong()).isEqualTo(3);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "{\"id\":\"a\",\"x\":\"abc\",\"y\":2,\"above\":1}; abc",
			"{\"x\":1,\"y\":2,\"above\":1}; id", "{\"id\":\"a\",\"x\":{\"deep\":1},\"y\":2,\"above\":1}; x" })
	void valueThatIsNoneIsNamed(String line, String named) {
		JsonNode sent = stage.events(paused(), LINE.formatted("other") + line);
		assertThat(sent.get("accepted").asLong()).isEqualTo(1);
		assertThat(sent.get("rejected").get(0).get("reason").asString()).contains(named);
	}

	@Test
	void lineOfTenMegabytesIsRejectedByItsLength() {
		String endless = "{\"id\":\"" + "a".repeat(7_000_000) + "\"}";
		HttpResponse<String> sent = stage.send(paused(), "events", "application/x-ndjson",
				LINE.formatted("a") + endless + "\n" + LINE.formatted("b"));
		assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
		assertThat(Wire.json(sent).get("accepted").asLong()).isEqualTo(2);
		assertThat(Wire.json(sent).get("rejected").get(0).get("reason").asString()).contains("65,536");
	}

	@Test
	void arrayIsTakenAsLinesAre() {
		HttpResponse<String> sent = stage.send(paused(), "events", "application/json",
				"[" + LINE.formatted("a") + "," + LINE.formatted("b") + "]");
		assertThat(Wire.json(sent).get("last_seq").asLong()).as(sent.body()).isEqualTo(2);
	}

	@Test
	void arrayThatBreaksOffIsRefusedAsAWhole() {
		String id = paused();
		HttpResponse<String> sent = stage.send(id, "events", "application/json", "[" + LINE.formatted("a") + ",{");
		assertThat(sent.statusCode()).isEqualTo(400);
		assertThat(Wire.json(sent).get("code").asString()).isEqualTo("malformed_json");
		assertThat(sent.body()).doesNotContain("tools.jackson");
		assertThat(stage.stream(id).get("last_seq").asLong()).isZero();
	}

	@Test
	void tableIsTakenAsLinesAre() {
		HttpResponse<String> sent = stage.send(paused(), "events", "text/csv",
				"y,more,id,x,above\n2,,a,1,1\n2,z,b,1\n,,c,1,0\n");
		JsonNode answer = Wire.json(sent);
		assertThat(answer.get("accepted").asLong()).as(sent.body()).isEqualTo(2);
		assertThat(answer.get("rejected").get(0).get("line").asLong()).isEqualTo(3);
	}

	@Test
	void packedBodyIsUnpacked() throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
			out.write(StreamStage.points(0, 100).getBytes(StandardCharsets.UTF_8));
		}
		assertThat(Wire.json(packed(paused(), packed.toByteArray())).get("accepted").asLong()).isEqualTo(100);
	}

	@Test
	void packedBodyThatBreaksOffIsRefused() throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
			out.write(StreamStage.points(0, 100).getBytes(StandardCharsets.UTF_8));
		}
		byte[] half = java.util.Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
		HttpResponse<String> refused = packed(paused(), half);
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(Wire.json(refused).get("code").asString()).isEqualTo("broken_gzip");
	}

	private static HttpResponse<String> packed(String id, byte[] body) {
		return stage.wire()
			.send(HttpRequest
				.newBuilder(URI.create("http://localhost:" + stage.port() + "/exo-scout-streams/" + id + "/events"))
				.header("Content-Type", "application/x-ndjson")
				.header("Content-Encoding", "gzip")
				.POST(HttpRequest.BodyPublishers.ofByteArray(body))
				.build());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "{\"id\":32; no JSON object", "{\"id\":\"a\",\"x\":NaN,\"y\":1}; NaN", "[1]; is an object" })
	void whatIsWrongWithTheOnlyLineIsSaid(String line, String named) {
		HttpResponse<String> refused = stage.send(paused(), "events", "application/x-ndjson", line + "\n");
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(Wire.json(refused).get("detail").asString()).contains("line 1", named);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "\"model\": {\"algorithm\": \"logistic_sgd\", \"beta\": 2}; model.beta",
					"\"model\": {\"algorithm\": \"logistic_ftrl\", \"intercept_rate\": 0.1}; model.intercept_rate",
					"\"drift\": {\"detector\": \"none\", \"delta\": 0.1}; drift.delta",
					"\"drift\": {\"detector\": \"adwin\", \"threshold\": 3}; drift.threshold",
					"\"keys\": [\"above\"]; keys", "\"quality\": {\"last\": 10.5}; quality.last" })
	void optionThatWouldDoNothingOrNotWhatIsMeantIsNamed(String option, String field) {
		HttpResponse<String> refused = stage.wire()
			.post("/exo-scout-streams", StreamStage.POINTS.replaceFirst("\\}$", ", " + option + "}"));
		assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
		assertThat(Wire.json(refused).get("errors").get(0).get("field").asString()).isEqualTo(field);
	}

	@Test
	void timeoutOfLabelsThatComeWithTheirEventsIsNamed() {
		HttpResponse<String> refused = stage.wire()
			.post("/exo-scout-streams",
					StreamStage.LATER.replace("\"later\", \"timeout\"", "\"with_event\", \"timeout\""));
		assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
		assertThat(Wire.json(refused).get("errors").get(0).get("field").asString()).isEqualTo("label.timeout");
	}

	@Test
	void eventsOfAnotherKindAreRefusedByTheColumnsThatAreMissing() {
		String id = paused();
		HttpResponse<String> refused = stage.send(id, "events", "text/csv", "id,z\na,1\n");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(Wire.json(refused).get("code").asString()).isEqualTo("missing_columns");
		assertThat(refused.body()).contains("x", "y");
		assertThat(stage.stream(id).get("last_seq").asLong()).isZero();
	}

	@Test
	void bodyWithoutEntriesIsRefused() {
		HttpResponse<String> refused = stage.send(paused(), "events", "application/json", "[]");
		assertThat(refused.statusCode()).isIn(400, 422);
	}

	@Test
	void requestOfOneKeyCountsOnce() {
		String id = paused();
		String path = "/exo-scout-streams/" + id + "/events";
		String body = LINE.formatted("a") + "nothing\n";
		HttpResponse<String> first = stage.wire()
			.send("POST", path, body, "Content-Type", "application/x-ndjson", "Idempotency-Key", "one");
		HttpResponse<String> again = stage.wire()
			.send("POST", path, body, "Content-Type", "application/x-ndjson", "Idempotency-Key", "one");
		assertThat(again.statusCode()).isEqualTo(202);
		assertThat(again.body()).isEqualTo(first.body());
		assertThat(stage.stream(id).get("rejected").asLong()).isEqualTo(1);
		HttpResponse<String> other = stage.wire()
			.send("POST", path, LINE.formatted("b"), "Content-Type", "application/x-ndjson", "Idempotency-Key", "one");
		assertThat(other.statusCode()).isEqualTo(409);
		assertThat(Wire.json(other).get("code").asString()).isEqualTo("idempotency_key_reused");
	}

	@Test
	void labelsOfEventsThatBringThemAreRefused() {
		HttpResponse<String> refused = stage.send(paused(), "labels", "application/json",
				"[{\"id\":\"a\",\"label\":\"1\"}]");
		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(Wire.json(refused).get("code").asString()).isEqualTo("stream_state_conflict");
		assertThat(refused.body()).contains("above");
	}

	@Test
	void oneStreamMoreThanThereMayBeIsRefused() {
		StreamDocument document = stage.bean(tools.jackson.databind.json.JsonMapper.class)
			.readValue(StreamStage.POINTS, StreamDocument.class);
		paused();
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> stage.bean(FoldSurroundings.class).streams().define(document, 1))
			.matches((problem) -> problem.code() == ErrorCode.TOO_MANY_STREAMS);
	}

	private static HttpResponse<String> scoredBy(String job) {
		return stage.wire()
			.post("/exo-scout-streams", StreamStage.POINTS.replace("\"label\"",
					"\"model\": {\"algorithm\": \"stored:%s\"}, \"label\"".formatted(job)));
	}

	@Test
	void modelThatCanNotScoreAStreamIsRefusedByName() {
		MongoOperations mongo = stage.bean(MongoOperations.class);
		mongo.insert(new Document("_id", "search").append("type", "TRANSIT_SEARCH").append("status", "COMPLETED"),
				"jobs");
		mongo.insert(new Document("_id", "young").append("type", "TRAINING").append("status", "RUNNING"), "jobs");
		mongo.insert(new Document("_id", "bare").append("type", "TRAINING").append("status", "COMPLETED"), "jobs");
		assertThat(scoredBy("search").statusCode()).isEqualTo(400);
		assertThat(scoredBy("search").body()).contains("search", "transit_search");
		assertThat(scoredBy("young").statusCode()).isEqualTo(409);
		assertThat(scoredBy("young").body()).contains("job_not_completed", "young", "running");
		assertThat(scoredBy("bare").statusCode()).isEqualTo(404);
		assertThat(scoredBy("bare").body()).contains("model_not_found");
		assertThat(scoredBy("nobody").statusCode()).isEqualTo(404);
		assertThat(scoredBy("nobody").body()).contains("job_not_found", "nobody");
	}

	@Test
	void pushThatIsNotLearnedFromInTimeSaysThatItIsKept() {
		KnownStream stream = stage.bean(FoldSurroundings.class).streams().get(stage.define(StreamStage.POINTS));
		StreamIntake nobodyHears = new StreamIntake(stage.bean(FoldSurroundings.class).streams(),
				stage.bean(LogTails.class), (woken) -> {
				}, Clock.systemUTC());
		PushController push = new PushController(stage.bean(StreamDesk.class), nobodyHears,
				new StreamSettings(10, 1000, Duration.ofMillis(50), Duration.ofMinutes(1)));
		String data = Base64.getEncoder()
			.encodeToString(("[" + LINE.formatted("a") + "]").getBytes(StandardCharsets.UTF_8));
		PushController.Message message = new PushController.Message(data, "1", null, null, null, null, null);
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> push.push(stream.id(), new PushController.Envelope(message, null, null)))
			.matches((problem) -> problem.code() == ErrorCode.STREAM_BEHIND);
		assertThat(stage.stream(stream.id()).get("last_seq").asLong()).isEqualTo(1);
	}

	@Test
	void streamThatIsNotThereIsNamed() {
		HttpResponse<String> refused = stage.wire().get("/exo-scout-streams/nowhere");
		assertThat(refused.statusCode()).isEqualTo(404);
		assertThat(Wire.json(refused).get("code").asString()).isEqualTo("stream_not_found");
		assertThat(refused.body()).contains("nowhere");
	}

	@Test
	void fileThatGoesBackInTimeIsRefusedUnlessItIsSorted() {
		String id = stage.define(StreamStage.LATER);
		String file = "id,day,x,y\na,2020-01-03,1,2\nb,2020-01-01,1,2\n";
		HttpResponse<String> refused = stage.send(id, "replay", "text/csv", file);
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(Wire.json(refused).get("code").asString()).isEqualTo("unordered_events");
		assertThat(Wire.json(refused).get("errors").get(0).get("line").asLong()).isEqualTo(3);
		HttpResponse<String> sorted = stage.send(id, "replay?sort=true", "text/csv", file);
		assertThat(sorted.statusCode()).as(sorted.body()).isEqualTo(202);
		assertThat(Wire.json(sorted).get("kept").get("accepted").asLong()).isEqualTo(2);
	}

	/** A stream that nobody folds. */
	private static String paused() {
		String id = stage.define(StreamStage.POINTS);
		assertThat(stage.send(id, "pause", "application/json", "").statusCode()).isEqualTo(200);
		return id;
	}

}
