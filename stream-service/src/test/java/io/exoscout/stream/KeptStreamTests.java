package io.exoscout.stream;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import io.exoscout.store.Digests;
import io.exoscout.stream.course.BatchFold;
import io.exoscout.stream.course.FoldPlace;
import io.exoscout.stream.course.FoldSurroundings;
import io.exoscout.stream.course.StreamEngine;
import io.exoscout.stream.log.LogTails;
import io.exoscout.stream.log.MongoStreamLog;
import io.exoscout.web.Wire;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What becomes of a stream that is stopped, taken back, restarted: what a plain fold
 * says.
 */
class KeptStreamTests {

	/** Between two checkpoints. */
	private static final Duration APART = Duration.ofSeconds(2);

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
	void stateIsThatOfAPlainFoldBitByBit() {
		String id = stage.define(StreamStage.POINTS);
		stage.events(id, StreamStage.points(0, 700));
		stage.events(id, StreamStage.points(700, 701));
		stage.awaitSeq(id, 701);
		assertThat(stage.snapshot(id)).isEqualTo(stage.oracle(id));
	}

	@Test
	void pausedStreamKeepsWhatComesAndLearnsItOnceItIsResumed() {
		String id = stage.define(StreamStage.POINTS);
		stage.events(id, StreamStage.points(0, 100));
		stage.awaitSeq(id, 100);
		post(id, "pause");
		stage.events(id, StreamStage.points(100, 300));
		assertThat(stage.stream(id).get("lag").asLong()).isEqualTo(200);
		assertThat(stage.stream(id).get("state").asString()).isEqualTo("paused");
		post(id, "resume");
		stage.awaitSeq(id, 300);
		assertThat(stage.snapshot(id)).isEqualTo(stage.oracle(id));
	}

	@Test
	void streamThatIsTakenBackIsAsItWas() {
		String id = stage.define(StreamStage.POINTS);
		stage.events(id, StreamStage.points(0, 600));
		stage.awaitSeq(id, 600);
		String before = stage.snapshot(id);
		stage.events(id, StreamStage.points(600, 1300));
		stage.awaitSeq(id, 1300);
		String after = stage.snapshot(id);
		assertThat(post(id, "rollback?seq=600").statusCode()).isEqualTo(200);
		assertThat(stage.stream(id).get("last_seq").asLong()).isEqualTo(600);
		assertThat(stage.snapshot(id)).isEqualTo(before);
		JsonNode again = stage.events(id, StreamStage.points(600, 1300));
		assertThat(again.get("accepted").asLong()).isEqualTo(700);
		stage.awaitSeq(id, 1300);
		assertThat(stage.snapshot(id)).isEqualTo(after);
	}

	@Test
	void snapshotThatIsNotThereIsNamed() {
		String id = stage.define(StreamStage.POINTS);
		assertThat(post(id, "snapshot").statusCode()).isEqualTo(409);
		HttpResponse<String> refused = post(id, "rollback?seq=77");
		assertThat(refused.statusCode()).isEqualTo(404);
		assertThat(Wire.json(refused).get("code").asString()).isEqualTo("snapshot_not_found");
		assertThat(refused.body()).contains("77");
	}

	@Test
	void newestCheckpointThatIsCutShortIsPassedOver() {
		String id = stage.define(StreamStage.POINTS);
		stage.events(id, StreamStage.points(0, 900));
		stage.awaitSeq(id, 900);
		await().atMost(Duration.ofSeconds(60)).until(() -> !checkpoints(id).isEmpty());
		stage.restart(() -> {
			List<Path> found = checkpoints(id);
			assertThat(found).isNotEmpty();
			cut(found.get(0));
		});
		stage.events(id, StreamStage.points(900, 1000));
		stage.awaitSeq(id, 1000);
		assertThat(stage.snapshot(id)).isEqualTo(stage.oracle(id));
	}

	/** As on a disk that is full. */
	@Test
	void streamThatCanWriteNoCheckpointGoesOnAndWritesThemOnceItCan() throws IOException {
		String id = stage.define(StreamStage.POINTS);
		stage.events(id, StreamStage.points(0, 300));
		stage.awaitSeq(id, 300);
		await().atMost(Duration.ofSeconds(60)).until(() -> !checkpoints(id).isEmpty());
		Path directory = home.resolve("streams/checkpoints/" + id);
		Path before = directory.resolveSibling(id + "-before");
		Files.move(directory, before);
		Files.createFile(directory);
		long began = System.nanoTime();
		int sent = 300;
		// for longer than some of them are apart
		while (System.nanoTime() - began < APART.multipliedBy(4).toNanos()) {
			stage.events(id, StreamStage.points(sent, sent + 100));
			sent += 100;
			stage.awaitSeq(id, sent);
		}
		assertThat(stage.stream(id).has("trouble")).isFalse();
		Files.delete(directory);
		await().atMost(Duration.ofSeconds(60)).until(() -> !checkpoints(id).isEmpty());
		stage.restart(() -> {
		});
		stage.events(id, StreamStage.points(sent, sent + 100));
		stage.awaitSeq(id, sent + 100);
		assertThat(stage.snapshot(id)).isEqualTo(stage.oracle(id));
	}

	@Test
	void checkpointThatIsAheadOfTheLogIsNotUsed() {
		String id = stage.define(StreamStage.POINTS);
		stage.events(id, StreamStage.points(0, 700));
		stage.events(id, StreamStage.points(700, 900));
		stage.awaitSeq(id, 900);
		await().atMost(Duration.ofSeconds(60)).until(() -> !checkpoints(id).isEmpty());
		post(id, "pause");
		// as a database that is put back
		stage.bean(LogTails.class).cut(id, 1);
		stage.bean(FoldSurroundings.class).results().delete(id);
		stage.events(id, StreamStage.points(3000, 3100));
		stage.events(id, StreamStage.points(3100, 3200));
		stage.events(id, StreamStage.points(3200, 3300));
		post(id, "resume");
		stage.awaitSeq(id, 1000);
		assertThat(stage.snapshot(id)).isEqualTo(stage.oracle(id));
	}

	@Test
	void streamWhoseLogIsDamagedSaysWhyAndGoesOnOnceThatIsMended() {
		String id = stage.define(StreamStage.POINTS);
		post(id, "pause");
		stage.events(id, StreamStage.points(0, 100));
		byte[] rows = stage.bean(FoldSurroundings.class).log().read(id, 0).orElseThrow().rows();
		putRows(id, new byte[] { 1, 2, 3 });
		post(id, "resume");
		await().atMost(Duration.ofSeconds(60)).until(() -> stage.stream(id).has("trouble"));
		assertThat(stage.stream(id).get("trouble").get("reason").asString()).contains("not what was stored");
		putRows(id, rows);
		post(id, "resume");
		stage.awaitSeq(id, 100);
		await().atMost(Duration.ofSeconds(60)).until(() -> !stage.stream(id).has("trouble"));
		assertThat(stage.snapshot(id)).isEqualTo(stage.oracle(id));
	}

	private static void putRows(String id, byte[] rows) {
		stage.bean(MongoOperations.class)
			.updateFirst(Query.query(Criteria.where("_id").is(id + "/000000000000")),
					Update.update("rows", new Binary(rows)), MongoStreamLog.COLLECTION);
	}

	@Test
	void engineThatHasDiedIsReplaced() throws Exception {
		String id = stage.define(StreamStage.POINTS);
		stage.events(id, StreamStage.points(0, 10));
		stage.awaitSeq(id, 10);
		// as after an error that Flink takes for fatal
		((AutoCloseable) ReflectionTestUtils.getField(stage.bean(StreamEngine.class), "engine")).close();
		stage.events(id, StreamStage.points(10, 20));
		stage.awaitSeq(id, 20);
		assertThat(stage.snapshot(id)).isEqualTo(stage.oracle(id));
	}

	/** Nobody outside may hand a job to the engine. */
	@Test
	@EnabledOnOs(OS.LINUX)
	void engineListensToThisMachineOnly() {
		String id = stage.define(StreamStage.POINTS);
		stage.events(id, StreamStage.points(0, 10));
		stage.awaitSeq(id, 10);
		assertThat(ListeningSockets.own().stream().filter((socket) -> socket.port() != stage.port()).toList())
			.hasSizeGreaterThan(1)
			.allSatisfy((socket) -> assertThat(socket.address().isLoopbackAddress()).as("%s", socket).isTrue());
	}

	@Test
	void whatAPushBringsIsLearnedFromWhenItIsAnswered() {
		String id = stage.define(StreamStage.POINTS);
		String data = Base64.getEncoder()
			.encodeToString(
					("[" + StreamStage.points(0, 200).replace("\n", ",") + "]").getBytes(StandardCharsets.UTF_8));
		String envelope = "{\"message\":{\"data\":\"" + data + "\",\"messageId\":\"1\"},\"subscription\":\"s\"}";
		HttpResponse<String> pushed = stage.wire().post("/predict-and-train?stream=" + id, envelope);
		assertThat(pushed.statusCode()).as(pushed.body()).isEqualTo(200);
		assertThat(Wire.json(pushed).get("status").asString()).isEqualTo("ok");
		assertThat(Wire.json(pushed).get("roc").asDouble()).isGreaterThan(0.7);
		assertThat(stage.stream(id).get("seq").asLong()).isEqualTo(200);
		assertThat(stage.wire().post("/predict-and-train?stream=" + id, envelope).body()).isEqualTo(pushed.body());
		assertThat(stage.wire().post("/predict-and-train?stream=" + id, "{\"message\":{\"data\":\"\"}}").body())
			.isEqualTo("{\"status\":\"no_data\"}");
	}

	@Test
	void pushOfNothingThatCanBeReadSaysWhy() {
		String id = stage.define(StreamStage.POINTS);
		String data = Base64.getEncoder().encodeToString("[{\"x\": {\"y\": 1}}]".getBytes(StandardCharsets.UTF_8));
		HttpResponse<String> pushed = stage.wire()
			.post("/predict-and-train?stream=" + id, "{\"message\":{\"data\":\"" + data + "\"}}");
		assertThat(pushed.statusCode()).as(pushed.body()).isBetween(400, 422);
		assertThat(stage.stream(id).get("last_seq").asLong()).isZero();
	}

	@Test
	void modelIsAskedWithoutLearning() {
		String id = stage.define(StreamStage.POINTS);
		stage.events(id, StreamStage.points(0, 2000));
		stage.awaitSeq(id, 2000);
		String state = stage.snapshot(id);
		HttpResponse<String> asked = stage.send(id, "predict", "application/json",
				"[{\"id\":\"q\",\"x\":0.9,\"y\":-0.9},{\"id\":\"r\",\"x\":-0.9,\"y\":0.9},{\"id\":\"s\",\"x\":\"?\"}]");
		JsonNode answer = Wire.json(asked);
		assertThat(answer.get("seq").asLong()).as(asked.body()).isEqualTo(2000);
		assertThat(answer.get("predictions").get(0).get("probability").asDouble()).isGreaterThan(0.8);
		assertThat(answer.get("predictions").get(1).get("probability").asDouble()).isLessThan(0.2);
		assertThat(answer.get("rejected").get(0).get("line").asLong()).isEqualTo(3);
		assertThat(stage.snapshot(id)).isEqualTo(state);
	}

	@Test
	void labelThatComesLaterIsJudgedByWhatWasSaidThen() {
		String id = stage.define(StreamStage.LATER);
		stage.events(id, "{\"id\":\"a\",\"day\":\"2020-01-01\",\"x\":1,\"y\":2}\n"
				+ "{\"id\":\"b\",\"day\":\"2020-01-02\",\"x\":2,\"y\":1}");
		stage.awaitSeq(id, 2);
		assertThat(stage.stream(id).get("pending_labels").asLong()).isEqualTo(2);
		HttpResponse<String> sent = stage.send(id, "labels", "application/json",
				"[{\"id\":\"a\",\"label\":\"0\",\"time\":\"2020-01-03\"}]");
		assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
		JsonNode now = stage.awaitSeq(id, 3);
		assertThat(now.get("labels").asLong()).isEqualTo(1);
		assertThat(stage.stream(id).get("pending_labels").asLong()).isEqualTo(1);
	}

	@Test
	void metricsComeAsCurveAndAsTable() {
		String id = stage.define(StreamStage.POINTS);
		stage.events(id, StreamStage.points(0, 600));
		stage.awaitSeq(id, 600);
		JsonNode metrics = Wire.json(stage.wire().get("/exo-scout-streams/" + id + "/metrics"));
		assertThat(metrics.get("points").get(0).get("seq").asLong()).isEqualTo(600);
		String table = stage.wire().get("/exo-scout-streams/" + id + "/metrics?format=csv").body();
		assertThat(table).startsWith("seq,").contains("whole_roc_auc").contains("\r\n600,");
	}

	@Test
	void whoeverFollowsHearsTheMetricsAsTheyChange() throws Exception {
		String id = stage.define(StreamStage.POINTS);
		stage.events(id, StreamStage.points(0, 10));
		stage.awaitSeq(id, 10);
		HttpRequest follow = HttpRequest
			.newBuilder(URI.create("http://localhost:" + stage.port() + "/exo-scout-streams/" + id + "/metrics/events"))
			.build();
		HttpResponse<Stream<String>> events = HttpClient.newHttpClient()
			.send(follow, HttpResponse.BodyHandlers.ofLines());
		assertThat(events.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
		try (Stream<String> lines = events.body()) {
			Iterator<String> each = lines.iterator();
			assertThat(nextData(each)).contains("\"seq\":10,");
			stage.events(id, StreamStage.points(10, 20));
			assertThat(nextData(each)).contains("\"seq\":20,");
		}
	}

	private static String nextData(Iterator<String> lines) {
		String line = lines.next();
		while (!line.startsWith("data:")) {
			line = lines.next();
		}
		return line;
	}

	@Test
	void streamThatIsDeletedLeavesNothing() {
		String id = stage.define(StreamStage.POINTS);
		stage.events(id, StreamStage.points(0, 10));
		stage.awaitSeq(id, 10);
		stage.snapshot(id);
		assertThat(stage.wire().send("DELETE", "/exo-scout-streams/" + id, "").statusCode()).isEqualTo(200);
		assertThat(stage.wire().get("/exo-scout-streams/" + id).statusCode()).isEqualTo(404);
		FoldSurroundings known = stage.bean(FoldSurroundings.class);
		assertThat(known.log().read(id, 0)).isEmpty();
		assertThat(known.results().course(id)).isEmpty();
		assertThat(home.resolve("streams/checkpoints/" + id)).doesNotExist();
	}

	private static HttpResponse<String> post(String id, String what) {
		return stage.send(id, what, "application/json", "");
	}

	/** The files of all checkpoints, the newest first. */
	private static List<Path> checkpoints(String id) {
		Path directory = home.resolve("streams/checkpoints/" + id);
		if (!Files.isDirectory(directory)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter((file) -> file.endsWith("_metadata"))
				.sorted(Comparator.comparing((Path file) -> file.toFile().lastModified()).reversed())
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void cut(Path file) {
		try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
			open.setLength(open.length() / 2);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
