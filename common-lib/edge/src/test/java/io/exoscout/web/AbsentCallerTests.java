package io.exoscout.web;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Work that takes long, for somebody who may not wait for it. */
class AbsentCallerTests {

	private static final String HEAD = "POST /lasting HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

	private static final String NEXT = "GET /number?limit=7 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

	@TempDir
	static Path home;

	private static EdgeServer server;

	@BeforeAll
	static void start() {
		server = EdgeServer.start(home);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	private static Socket asked(boolean chunked, int seconds) throws IOException {
		String body = "{\"seconds\":%3d}".formatted(seconds);
		Socket socket = new Socket("127.0.0.1", server.port());
		socket.setSoTimeout(20_000);
		send(socket, HEAD + (chunked ? "Transfer-Encoding: chunked\r\n\r\nf\r\n" + body + "\r\n0\r\n\r\n"
				: "Content-Length: 15\r\n\r\n" + body));
		await().until(AbsentCallerTests::working);
		return socket;
	}

	private static void send(Socket socket, String text) throws IOException {
		socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
	}

	private static boolean working() {
		return server.context().getBean(EdgeApplication.Failures.class).working;
	}

	@ParameterizedTest
	@CsvSource({ "false", "true" })
	void isGivenUpOnceTheCallerIsGone(boolean chunked) throws IOException {
		asked(chunked, 600).close();
		await().atMost(Duration.ofSeconds(10)).until(() -> !working());
	}

	@ParameterizedTest
	@CsvSource({ "false,1", "false,40", "true,1", "true,40" })
	void goesOnForACallerWhoHasBegunTheNextRequest(boolean chunked, int begun) throws IOException {
		try (Socket socket = asked(chunked, 2)) {
			send(socket, NEXT.substring(0, begun));
			await().until(() -> !working());
			send(socket, NEXT.substring(begun));
			assertBothAreAnswered(socket);
		}
	}

	@Test
	void goesOnForACallerWhoSaysNothingMore() throws IOException {
		try (Socket socket = asked(false, 2)) {
			await().until(() -> !working());
			send(socket, NEXT);
			assertBothAreAnswered(socket);
		}
	}

	private static void assertBothAreAnswered(Socket socket) throws IOException {
		String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(3);
		assertThat(answers).contains("lasted").endsWith("7");
	}

}
