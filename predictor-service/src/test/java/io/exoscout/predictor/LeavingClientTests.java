package io.exoscout.predictor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

import org.springframework.mock.web.MockHttpServletResponse;

import static io.exoscout.predictor.PredictorStage.HEADER;
import static io.exoscout.predictor.PredictorStage.TABLE;
import static io.exoscout.predictor.PredictorStage.text;
import static io.exoscout.predictor.SentBodyTests.bytes;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Clients that leave, or take their time, while a table or its answer is on its way. */
class LeavingClientTests {

	private static final String LARGE = SentBodyTests.LARGE;

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
