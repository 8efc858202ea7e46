package io.exoscout.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.exoscout.web.EdgeServer;
import io.exoscout.web.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Those who guess, and an issuer that does not answer. */
@ExtendWith(OutputCaptureExtension.class)
class WrongCredentialsTests {

	private static final String KEY = "first-key-0123456789";

	private static final String OTHER_KEY = "second-key-0123456789";

	@TempDir
	static Path home;

	@BeforeAll
	static void start() {
	}

	@AfterAll
	static void stop() {
	}

	private static EdgeServer server(String issuer) {
		return EdgeServer.start(home, "exoscout.security.api-keys=" + KEY + "," + OTHER_KEY,
				"exoscout.security.issuer=" + issuer, "exoscout.security.wrong-keys-per-minute=4");
	}

	@Test
	void whoGuessesIsNotListenedToForAWhile(CapturedOutput output) {
		try (EdgeServer server = server("http://127.0.0.1:1")) {
			Wire wire = server.wire();
			assertThat(wire.get("/fine", "X-API-Key", KEY).statusCode()).isEqualTo(200);
			for (int i = 0; i < 4; i++) {
				assertThat(wire.get("/fine", "X-API-Key", "guess-no-000000000" + i).statusCode()).isEqualTo(401);
			}
			HttpResponse<String> response = wire.get("/fine", "X-API-Key", "guess-no-0000000009");
			assertThat(response.statusCode()).isEqualTo(429);
			assertThat(response.headers().firstValue("Retry-After")).isPresent();
			assertThat(Wire.json(response).get("code").asString()).isEqualTo("too_many_failures");
			assertThat(wire.get("/fine", "X-API-Key", OTHER_KEY).statusCode()).as("a key guessed right").isEqualTo(429);
			assertThat(wire.get("/fine", "X-API-Key", KEY).statusCode()).as("the key of a colleague").isEqualTo(200);
			assertThat(output).containsOnlyOnce("127.0.0.1 has shown 4 wrong keys").doesNotContain("guess-no");
		}
	}

	@Test
	void tokensThatNameUnknownKeysDoNotEachReachTheIssuer() {
		try (Issuer issuer = new Issuer(); EdgeServer server = server(issuer.uri())) {
			List<String> tokens = IntStream.range(0, 10).mapToObj((i) -> issuer.forged("k" + i)).toList();
			assertThat(bearer(server, tokens.get(0)).statusCode()).isEqualTo(401);
			for (String token : tokens.subList(1, 10)) {
				assertThat(bearer(server, token).statusCode()).isEqualTo(503);
			}
			assertThat(issuer.asked()).isEqualTo(1);
		}
	}

	@Test
	void tokensByAKeyThatTheIssuerWasNotAskedForAreNoGuesses() {
		try (Issuer issuer = new Issuer(); EdgeServer server = server(issuer.uri())) {
			Instant later = Instant.now().plusSeconds(60);
			assertThat(bearer(server, issuer.token("exoscout", later)).statusCode()).isEqualTo(200);
			issuer.changeKey("2");
			for (int i = 0; i < 6; i++) {
				HttpResponse<String> response = bearer(server, issuer.token("exoscout", later));
				assertThat(response.statusCode()).isEqualTo(503);
				assertThat(Wire.json(response).get("code").asString()).isEqualTo("issuer_unavailable");
			}
			assertThat(server.wire().get("/fine", "X-API-Key", KEY).statusCode()).isEqualTo(200);
		}
	}

	private static HttpResponse<String> bearer(EdgeServer server, String token) {
		return server.wire().get("/fine", "Authorization", "Bearer " + token);
	}

	@Test
	void anIssuerThatHangsHoldsUpNobody() throws IOException {
		try (ServerSocket hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
				Issuer other = new Issuer();
				EdgeServer server = server("http://127.0.0.1:" + hanging.getLocalPort())) {
			String request = "GET /fine HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
				.formatted(other.forged());
			List<Socket> callers = new ArrayList<>();
			try {
				for (int i = 0; i < 250; i++) {
					Socket caller = new Socket("127.0.0.1", server.port());
					callers.add(caller);
					caller.setSoTimeout(20_000);
					caller.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
				}
				assertThat(server.wire().get("/fine", "X-API-Key", KEY).statusCode()).isEqualTo(200);
				assertThat(server.wire().get("/health").statusCode()).isEqualTo(200);
				assertThat(asking()).isLessThan(20);
				for (Socket caller : callers) {
					assertThat(new String(caller.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
						.isEqualTo("HTTP/1.1 503");
				}
			}
			finally {
				for (Socket caller : callers) {
					caller.close();
				}
			}
		}
	}

	/** How many threads wait for the issuer. */
	private static long asking() {
		return Thread.getAllStackTraces()
			.values()
			.stream()
			.filter((frames) -> List.of(frames)
				.stream()
				.anyMatch((frame) -> frame.getClassName().contains("IssuerKeys")))
			.count();
	}

}
