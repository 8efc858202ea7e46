package io.exoscout.predictor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static io.exoscout.predictor.PredictorStage.HEADER;
import static io.exoscout.predictor.PredictorStage.TABLE;
import static io.exoscout.predictor.PredictorStage.json;
import static io.exoscout.predictor.PredictorStage.problem;
import static io.exoscout.predictor.PredictorStage.text;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Tables as the body of a request, and what becomes of them when something fails. */
class SentBodyTests {

	/** A few parts of rows, so that several threads work on them. */
	static final String LARGE = large();

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
		stage.trained("a", "mine");
	}

	private static String large() {
		StringBuilder table = new StringBuilder(HEADER);
		for (int i = 1; i <= 6000; i++) {
			table.append("%d,K%05d.01,%d.5,%d,%d,2,500,seen\n".formatted(1000 + i, i, 1 + i % 20, 2 + i % 3, 100 + i));
		}
		return table.toString();
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] packed(String text) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
			gzip.write(bytes(text));
		}
		return packed.toByteArray();
	}

	private static void assertNothingIsLeftOf(Set<Path> before) {
		assertThat(stage.files()).isEqualTo(before);
		await().atMost(Duration.ofSeconds(2)).until(() -> stage.scoring() == 0);
	}

	@Test
	void saysTheSameOfABodyAsOfAFile() {
		String sent = text(stage.body(bytes(TABLE), "?job_id=a&format=csv"));
		assertThat(sent).isEqualTo(text(stage.table(TABLE, "?format=csv", "*/*", "job_id", "a")));
		assertThat(sent.lines()).hasSize(21);
	}

	@ParameterizedTest
	@ValueSource(strings = { "gzip", "X-GZIP" })
	void unpacksABody(String coding) throws IOException {
		assertThat(text(stage.body(packed(TABLE), "?job_id=a&format=csv", "Content-Encoding", coding)))
			.isEqualTo(text(stage.body(bytes(TABLE), "?job_id=a&format=csv", "Content-Encoding", "identity")));
	}

	@Test
	void refusesWhatIsPackedInAnotherWay() {
		assertThat(
				problem(stage.body(bytes(TABLE), "?job_id=a", "Content-Encoding", "br"), 415, "unsupported_media_type"))
			.contains("'br'", "gzip");
	}

	@Test
	void makesAJobOfABody() {
		JsonNode accepted = json(202, stage.body(bytes(TABLE), "?job_id=a&mode=job"));
		assertThat(accepted.get("dataset").get("rows").asLong()).isEqualTo(20);
	}

	@Test
	void refusesAnEmptyBody() {
		problem(stage.body(new byte[0], "?job_id=a"), 400, "empty_file");
	}

	@Test
	void writesAllPartsInTheirOrder() {
		String answer = text(stage.body(bytes(LARGE), "?job_id=a&format=csv"));
		assertThat(answer.lines().skip(1).map((line) -> line.substring(0, line.indexOf(',')))).hasSize(6000)
			.first()
			.isEqualTo("1");
		assertThat(answer.lines().skip(1).mapToInt((line) -> Integer.parseInt(line.substring(0, line.indexOf(',')))))
			.isSorted();
		// rows of one part, each by itself, are scored alike
		String second = text(stage.body(bytes(HEADER + LARGE.lines().skip(700).findFirst().orElseThrow() + "\n"),
				"?job_id=a&format=csv"))
			.lines()
			.skip(1)
			.findFirst()
			.orElseThrow();
		assertThat(answer.lines().skip(700).findFirst().orElseThrow()).endsWith(second.substring(1));
	}

	@Test
	void sendsNotOneRowWhereTheLastLineIsWrong() {
		Set<Path> before = stage.files();
		problem(stage.body(bytes(LARGE + "1,2,3\n"), "?job_id=a"), 400, "ragged_row");
		assertNothingIsLeftOf(before);
	}

	@Test
	void sendsNotOneRowWhereTheLastLineOfAPackedBodyIsWrong() throws IOException {
		Set<Path> before = stage.files();
		problem(stage.body(packed(LARGE + "1,2,3\n"), "?job_id=a", "Content-Encoding", "gzip"), 400, "ragged_row");
		// packed, and nobody says so
		problem(stage.body(packed(LARGE + "1,2,3"), "?job_id=a"), 400, "ragged_row");
		assertNothingIsLeftOf(before);
	}

	@Test
	void sendsNotOneRowWhereTheLastLineOfAFileIsWrong() {
		Set<Path> before = stage.files();
		problem(stage.table(LARGE + "1,2,3\n", "?format=csv", "*/*", "job_id", "a"), 400, "ragged_row");
		assertNothingIsLeftOf(before);
	}

	@Test
	void refusesAPackedBodyThatEndsEarly() throws IOException {
		Set<Path> before = stage.files();
		byte[] packed = packed(LARGE);
		for (int length : new int[] { packed.length - 1, packed.length - 8, packed.length / 2 }) {
			byte[] part = Arrays.copyOf(packed, length);
			assertThat(stage.body(part, "?job_id=a").getMvcResult().getResolvedException()).isInstanceOfSatisfying(
					ProblemException.class, (problem) -> assertThat(problem.kind().status()).isEqualTo(400));
		}
		assertNothingIsLeftOf(before);
	}

	@Test
	void refusesAQuoteThatIsNeverClosed() {
		Set<Path> before = stage.files();
		problem(stage.body(bytes(LARGE.replace("K05000.01", "\"K05000.01")), "?job_id=a"), 400, "broken_quoting");
		assertNothingIsLeftOf(before);
	}

	@Test
	void tenAtOnceAllGetTheirAnswers() throws Exception {
		String expected = text(stage.body(bytes(LARGE), "?job_id=a&format=csv"));
		var answers = IntStream.range(0, 10).mapToObj((i) -> {
			var answer = new FutureTask<>(() -> text(stage.body(bytes(LARGE), "?job_id=a&format=csv")));
			new Thread(answer, "client " + i).start();
			return answer;
		}).toList();
		for (var answer : answers) {
			assertThat(answer.get(60, SECONDS)).isEqualTo(expected);
		}
	}

}
