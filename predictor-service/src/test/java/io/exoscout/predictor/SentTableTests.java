package io.exoscout.predictor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import io.exoscout.explanation.ReasonLanguage;
import io.exoscout.prediction.PredictionAnswer;
import io.exoscout.predictor.shelf.ModelRequest;
import io.exoscout.problem.ProblemException;
import io.exoscout.web.WantedFormat;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.mock.web.MockHttpServletResponse;

import static io.exoscout.predictor.PredictorStage.HEADER;
import static io.exoscout.predictor.PredictorStage.TABLE;
import static io.exoscout.predictor.PredictorStage.json;
import static io.exoscout.predictor.PredictorStage.problem;
import static io.exoscout.predictor.PredictorStage.text;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Tables as the body of a request, and what becomes of them when something fails. */
class SentTableTests {

	/** A few parts of rows, so that several threads work on them. */
	private static final String LARGE = large();

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

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] packed(String text) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
			gzip.write(bytes(text));
		}
		return packed.toByteArray();
	}

	/** Bytes, and then the connection breaks. */
	private static InputStream broken(byte[] table, int after) {
		return new SequenceInputStream(new ByteArrayInputStream(table, 0, after), new InputStream() {
			@Override
			public int read() throws IOException {
				throw new IOException("Connection reset");
			}
		});
	}

	/** Takes so many bytes, and then nobody is there any more. */
	private static MockHttpServletResponse leaving(int after) {
		return new MockHttpServletResponse() {

			private int left = after;

			@Override
			public ServletOutputStream getOutputStream() {
				return taking((length) -> {
					this.left -= length;
					if (this.left < 0) {
						throw new IOException("Broken pipe");
					}
				});
			}

		};
	}

	/** Is told how many bytes come next. */
	private interface Taking {

		void take(int length) throws IOException;

	}

	private static ServletOutputStream taking(Taking taking) {
		return new ServletOutputStream() {

			@Override
			public void write(int b) throws IOException {
				taking.take(1);
			}

			@Override
			public void write(byte[] bytes, int offset, int length) throws IOException {
				taking.take(length);
			}

			@Override
			public boolean isReady() {
				return true;
			}

			@Override
			public void setWriteListener(WriteListener listener) {
				throw new UnsupportedOperationException();
			}

		};
	}

	private static void answer(InputStream table, MockHttpServletResponse response) throws IOException {
		stage.predictions()
			.ofTable(table, null, new ModelRequest("a", null),
					new PredictionAnswer(WantedFormat.of("csv", null), 0, ReasonLanguage.of(null), response));
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
	void aClientThatLeavesWhileItSendsLeavesNothingBehind() {
		Set<Path> before = stage.files();
		byte[] table = bytes(LARGE);
		for (int after = 0; after < table.length; after += 40_009) {
			InputStream sent = broken(table, after);
			assertThatExceptionOfType(ProblemException.class)
				.isThrownBy(() -> answer(sent, new MockHttpServletResponse()));
		}
		assertNothingIsLeftOf(before);
	}

	@Test
	void aClientThatLeavesAfterAnyByteItSendsLeavesNothingBehind() {
		Set<Path> before = stage.files();
		byte[] table = bytes(TABLE);
		for (int after = 0; after <= table.length; after++) {
			InputStream sent = broken(table, after);
			assertThatExceptionOfType(ProblemException.class).as("after %d bytes", after)
				.isThrownBy(() -> answer(sent, new MockHttpServletResponse()));
			assertThat(stage.files()).as("after %d bytes", after).isEqualTo(before);
		}
		assertNothingIsLeftOf(before);
	}

	@Test
	void aClientThatLeavesAfterAnyByteItReadsLeavesNothingBehind() throws IOException {
		Set<Path> before = stage.files();
		String table = HEADER + LARGE.lines().skip(1).limit(5).collect(Collectors.joining("\n"));
		MockHttpServletResponse whole = new MockHttpServletResponse();
		answer(new ByteArrayInputStream(bytes(table)), whole);
		int length = whole.getContentAsByteArray().length;
		for (int after = 0; after < length; after++) {
			MockHttpServletResponse response = leaving(after);
			assertThatExceptionOfType(IOException.class).as("after %d bytes", after)
				.isThrownBy(() -> answer(new ByteArrayInputStream(bytes(table)), response));
			assertThat(stage.files()).as("after %d bytes", after).isEqualTo(before);
		}
		assertNothingIsLeftOf(before);
	}

	@Test
	void aClientThatLeavesWhileItReadsLeavesNothingBehind() {
		Set<Path> before = stage.files();
		for (int after = 0; after < 200_000; after += 60_013) {
			MockHttpServletResponse response = leaving(after);
			assertThatExceptionOfType(IOException.class)
				.isThrownBy(() -> answer(new ByteArrayInputStream(bytes(LARGE)), response));
			assertNothingIsLeftOf(before);
		}
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

	/**
	 * Each takes what it gets slowly, so that all ten are there as long as they have to
	 * be.
	 */
	@Test
	void aSmallTableDoesNotWaitForTenLargeOnes() throws Exception {
		CountDownLatch begun = new CountDownLatch(10);
		CountDownLatch over = new CountDownLatch(1);
		var answers = IntStream.range(0, 10).mapToObj((i) -> {
			var answer = new FutureTask<>(() -> {
				answer(new ByteArrayInputStream(bytes(LARGE)), waiting(begun, over));
				return true;
			});
			new Thread(answer, "client " + i).start();
			return answer;
		}).toList();
		assertThat(begun.await(60, SECONDS)).isTrue();
		String small = text(stage.body(bytes(TABLE), "?job_id=a&format=csv"));
		assertThat(small.lines()).hasSize(21);
		assertThat(answers).noneMatch(FutureTask::isDone);
		over.countDown();
		for (var answer : answers) {
			assertThat(answer.get(60, SECONDS)).isTrue();
		}
	}

	/** Reads the beginning of an answer, and the rest when it is told to. */
	private static MockHttpServletResponse waiting(CountDownLatch begun, CountDownLatch over) {
		return new MockHttpServletResponse() {

			private final AtomicBoolean first = new AtomicBoolean(true);

			@Override
			public ServletOutputStream getOutputStream() {
				return taking((length) -> {
					if (this.first.getAndSet(false)) {
						begun.countDown();
						await().atMost(Duration.ofMinutes(1)).until(() -> over.getCount() == 0);
					}
				});
			}

		};
	}

}
