package io.exoscout.admission;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import io.exoscout.web.EdgeServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Somebody elsewhere who begins more than he may, behind a proxy on this machine. */
class CrowdedAddressTests {

	private static final String ADA = "203.0.113.1";

	private static final String BOB = "203.0.113.2";

	private static final String TEXT = "{\"text\": \"" + "x".repeat(100_000);

	@TempDir
	static Path home;

	private static EdgeServer server;

	@BeforeAll
	static void start() {
		server = EdgeServer.start(home, "server.forward-headers-strategy=native", "exoscout.limits.uploads=4",
				"exoscout.limits.upload-patience=2s", "exoscout.limits.bodies-per-address=2",
				"exoscout.upload.max-size=1MB");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	/** Sends the head of a request, and so much of its body. */
	private static Socket begun(String address, int length, String some) throws IOException {
		Socket socket = new Socket("127.0.0.1", server.port());
		socket.setTcpNoDelay(true);
		socket.setSoTimeout(20_000);
		send(socket,
				"POST /map HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: %s\r\nConnection: close\r\n"
					.formatted(address)
						+ "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n".formatted(length) + some);
		return socket;
	}

	private static void send(Socket socket, String text) throws IOException {
		socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
	}

	private static String answer(Socket socket) throws IOException {
		return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}

	private static int waiting() {
		return server.context().getBean(WaitingRequests.class).count();
	}

	@Test
	void whoHasItsShareOfUploadsHoldsUpNobodyElse() throws IOException {
		try (Socket first = begun(ADA, TEXT.length() + 2, TEXT)) {
			await().until(() -> waiting() == 0);
			try (Socket second = begun(ADA, TEXT.length() + 2, TEXT + "\"}");
					Socket others = begun(BOB, TEXT.length() + 2, TEXT + "\"}")) {
				assertThat(answer(others)).startsWith("HTTP/1.1 200");
				assertThat(waiting()).as("the second waits").isEqualTo(1);
				send(first, "\"}");
				assertThat(answer(first)).startsWith("HTTP/1.1 200");
				assertThat(answer(second)).startsWith("HTTP/1.1 200");
			}
		}
	}

	@Test
	void whoWaitsInVainIsToldToComeAgain() throws IOException {
		try (Socket first = begun(ADA, TEXT.length() + 2, TEXT)) {
			await().until(() -> waiting() == 0);
			try (Socket second = begun(ADA, TEXT.length() + 2, TEXT)) {
				assertThat(answer(second)).startsWith("HTTP/1.1 503")
					.contains("Retry-After: ", "\"code\":\"service_unavailable\"", "for 2 s");
			}
			send(first, "\"}");
			assertThat(answer(first)).startsWith("HTTP/1.1 200");
		}
	}

	@Test
	void whoBeginsTooManyIsToldSoAndMayGoOnOnceTheyAreDone() throws IOException {
		try (Socket first = begun(ADA, 2, "{"); Socket second = begun(ADA, 2, "{")) {
			await().until(() -> waiting() == 2);
			try (Socket third = begun(ADA, 2, "{"); Socket others = begun(BOB, 2, "{}")) {
				assertThat(answer(others)).startsWith("HTTP/1.1 200");
				send(third, "}");
				assertThat(answer(third)).startsWith("HTTP/1.1 429")
					.contains("Retry-After: ", "\"code\":\"too_many_requests\"");
			}
			send(first, "}");
			send(second, "}");
			assertThat(answer(first)).startsWith("HTTP/1.1 200");
			assertThat(answer(second)).startsWith("HTTP/1.1 200");
		}
		try (Socket again = begun(ADA, 2, "{")) {
			send(again, "}");
			assertThat(answer(again)).startsWith("HTTP/1.1 200");
		}
	}

	@Test
	void nobodyIsThisMachineBecauseHeSaysSo() throws IOException {
		try (Socket first = begun("127.0.0.1", 2, "{"); Socket second = begun("127.0.0.1", 2, "{")) {
			await().until(() -> waiting() == 2);
			try (Socket third = begun("127.0.0.1", 3, "{")) {
				assertThat(answer(third)).startsWith("HTTP/1.1 429");
			}
		}
		await().until(() -> waiting() == 0);
	}

	@Test
	void whoAsksFirstWhetherToSendTooMuchNeedNotSend() throws IOException {
		try (Socket socket = new Socket("127.0.0.1", server.port())) {
			socket.setSoTimeout(20_000);
			send(socket, "POST /map HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
					+ "Expect: 100-continue\r\nContent-Length: 3000000000\r\n\r\n");
			assertThat(answer(socket)).startsWith("HTTP/1.1 413");
		}
	}

}
