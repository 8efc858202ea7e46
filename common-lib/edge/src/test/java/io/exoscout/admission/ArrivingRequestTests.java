package io.exoscout.admission;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import io.exoscout.web.EdgeServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Requests that come in pieces, byte for byte over one connection. */
class ArrivingRequestTests {

	private static final String ORDER = "{\"model_name\": \"m\", \"seed\": 1}";

	@TempDir
	static Path home;

	private static EdgeServer server;

	private final byte[] buffer = new byte[4096];

	@BeforeAll
	static void start() {
		server = EdgeServer.start(home, "exoscout.limits.body-window=1s", "exoscout.limits.uploads=1",
				"server.tomcat.connection-timeout=5s", "server.tomcat.threads.max=4",
				"spring.threads.virtual.enabled=false");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	private static Socket connected() throws IOException {
		Socket socket = new Socket("127.0.0.1", server.port());
		socket.setTcpNoDelay(true);
		socket.setSoTimeout(20_000);
		return socket;
	}

	private static void send(Socket socket, String text) throws IOException {
		socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
		socket.getOutputStream().flush();
	}

	private static int waiting() {
		return server.context().getBean(WaitingRequests.class).count();
	}

	private static String post(String path, String length) {
		return "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n%s\r\n\r\n".formatted(path,
				length);
	}

	private static String length(int bytes) {
		return "Content-Length: " + bytes;
	}

	/** Reads until something stands in an answer. */
	private String until(InputStream in, String end) throws IOException {
		StringBuilder answer = new StringBuilder();
		while (answer.indexOf(end) < 0) {
			int count = in.read(this.buffer);
			assertThat(count).as("more than %s", answer).isPositive();
			answer.append(new String(this.buffer, 0, count, StandardCharsets.UTF_8));
		}
		return answer.toString();
	}

	@Test
	void aBodyThatComesInTwoPiecesIsOneBody() throws IOException {
		try (Socket socket = connected()) {
			send(socket, post("/order", length(ORDER.length())) + ORDER.substring(0, 9));
			await().until(() -> waiting() == 1);
			send(socket, ORDER.substring(9));
			assertThat(until(socket.getInputStream(), "}")).startsWith("HTTP/1.1 200").contains("\"seed\":1");
		}
	}

	@Test
	void whatStandsBehindABodyIsTheNextRequest() throws IOException {
		try (Socket socket = connected()) {
			send(socket, post("/order", length(ORDER.length())) + ORDER.substring(0, 9));
			await().until(() -> waiting() == 1);
			send(socket, ORDER.substring(9)
					+ "GET /number?limit=7 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
			String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(3);
			assertThat(answers).contains("\"seed\":1").endsWith("7");
		}
	}

	@Test
	void chunksComeAsTheyLike() throws IOException {
		try (Socket socket = connected()) {
			send(socket, post("/order", "Transfer-Encoding: chunked") + "9\r\n" + ORDER.substring(0, 9));
			await().until(() -> waiting() == 1);
			send(socket, "\r\n%x\r\n%s\r\n0\r\n\r\n".formatted(ORDER.length() - 9, ORDER.substring(9))
					+ "GET /number?limit=7 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
			String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(3);
		}
	}

	@Test
	void whoAsksFirstWhetherToSendIsTold() throws IOException {
		try (Socket socket = connected()) {
			send(socket, post("/order", "Expect: 100-continue\r\n" + length(ORDER.length())));
			assertThat(until(socket.getInputStream(), "\r\n\r\n")).startsWith("HTTP/1.1 100");
			send(socket, ORDER);
			assertThat(until(socket.getInputStream(), "}")).startsWith("HTTP/1.1 200");
		}
	}

	@Test
	void whoAsksFirstAndIsRefusedNeedNotSend() throws IOException {
		try (Socket socket = connected()) {
			send(socket, post("/order", "Origin: https://evil.example\r\nExpect: 100-continue\r\n" + length(9)));
			assertThat(until(socket.getInputStream(), "}")).startsWith("HTTP/1.1 403").doesNotContain("HTTP/1.1 100");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{" })
	void aBodyThatDoesNotComeIsNotWaitedFor(String begun) throws IOException {
		try (Socket socket = connected()) {
			send(socket, post("/order", length(9)) + begun);
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
				.startsWith("HTTP/1.1 408")
				.contains("Connection: close", "\"code\":\"request_timeout\"");
		}
		await().until(() -> waiting() == 0);
	}

	@Test
	void longBodiesAreReadInTurnAndThatOfOneWhoStopsEnds() throws IOException {
		String begun = "{\"text\": \"" + "x".repeat(100_000);
		try (Socket first = connected(); Socket second = connected()) {
			send(first, post("/map", length(begun.length() + 2)) + begun);
			send(second, post("/map", length(begun.length() + 2)) + begun);
			send(second, "\"}");
			assertThat(until(first.getInputStream(), "}")).startsWith("HTTP/1.1 408");
			assertThat(until(second.getInputStream(), "x\"}")).startsWith("HTTP/1.1 200");
		}
	}

	@Test
	void whoIsAnsweredEarlyIsHeardOutForAWhile() throws IOException {
		try (Socket socket = connected()) {
			String some = "x".repeat(100_000);
			send(socket, post("/nowhere", length(10 * some.length())));
			for (int i = 0; i < 10; i++) {
				send(socket, some);
			}
			assertThat(until(socket.getInputStream(), "}")).startsWith("HTTP/1.1 404");
		}
	}

	@Test
	void healthIsToldWhenAllThreadsAreAtWork() throws IOException {
		try (Socket one = connected(); Socket two = connected(); Socket waiting = connected()) {
			for (Socket socket : new Socket[] { one, two }) {
				send(socket, "GET /endless HTTP/1.1\r\nHost: localhost\r\n\r\n");
				assertThat(until(socket.getInputStream(), "\r\n\r\n")).startsWith("HTTP/1.1 200");
			}
			send(waiting, "GET /number?limit=7 HTTP/1.1\r\nHost: localhost\r\n\r\n");
			await().until(() -> waiting() == 1);
			assertThat(server.wire().get("/actuator/health/liveness").statusCode()).isEqualTo(200);
			one.close();
			assertThat(until(waiting.getInputStream(), "7")).startsWith("HTTP/1.1 200");
		}
	}

}
