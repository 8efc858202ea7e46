package io.exoscout.security;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.exoscout.web.EdgeServer;
import io.exoscout.web.Wire;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A service that others can reach and that takes keys and tokens. */
@ExtendWith(OutputCaptureExtension.class)
class CredentialsTests {

	private static final String FIRST = "first-key-0123456789";

	private static final String SECOND = "second-key-0123456789";

	@TempDir
	static Path home;

	private static Issuer issuer;

	private static EdgeServer server;

	private final Wire wire = server.wire();

	@BeforeAll
	static void start() {
		issuer = new Issuer();
		server = EdgeServer.start(home, "server.address=0.0.0.0", "exoscout.security.api-keys=" + FIRST + "," + SECOND,
				"exoscout.security.issuer=" + issuer.uri(), "exoscout.security.audience=exoscout",
				"exoscout.upload.max-body-size=1KB");
	}

	@AfterAll
	static void stop() {
		server.close();
		issuer.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { FIRST, SECOND })
	void everyKeyOpens(String key) {
		assertThat(this.wire.get("/fine", "X-API-Key", key).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ApiKey ", "apikey " })
	void keyMayStandInTheAuthorization(String scheme) {
		assertThat(this.wire.get("/fine", "Authorization", scheme + SECOND).statusCode()).isEqualTo(200);
		assertRefused(this.wire.get("/fine", "Authorization", scheme + "another-key-0123456789"), "unauthorized");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "first-key-012345678", "first-key-01234567890", "FIRST-KEY-0123456789",
			FIRST + "," + SECOND })
	void wrongKeysDoNot(String key) {
		assertRefused(this.wire.get("/fine", "X-API-Key", key), "unauthorized");
	}

	@Test
	void wrongKeyIsRefusedEvenWithGoodToken() {
		assertRefused(this.wire.get("/fine", "X-API-Key", "wrong", "Authorization", "Bearer " + goodToken()),
				"unauthorized");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/fine", "/nowhere", "/docs/", "/page/", "/actuator/prometheus", "/actuator/info",
			"/error", "/health/", "/HEALTH", "/actuator/health/mongo" })
	void nothingIsToldToStrangers(String path) {
		assertRefused(this.wire.get(path), "unauthorized");
	}

	@Test
	void thePageThatAsksForAKeyIsForEverybody() {
		assertThat(this.wire.get("/page").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "/docs, 302", "/swagger-ui/index.html, 200", "/v3/api-docs, 200", "/v3/api-docs/everything, 200",
			"/v3/api-docs/swagger-config, 200" })
	void whatTheApiIsMayBeReadByEverybody(String path, int status) {
		assertThat(this.wire.get(path).statusCode()).isEqualTo(status);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/health", "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness" })
	void probesAreForEverybody(String path) {
		assertThat(this.wire.get(path).statusCode()).isEqualTo(200);
	}

	@Test
	void strangersCanNotSendBodiesEither() {
		assertRefused(this.wire.post("/map", "x".repeat(5000)), "unauthorized");
	}

	@Test
	void goodTokenOpens() {
		assertThat(token(goodToken()).statusCode()).isEqualTo(200);
	}

	@Test
	void otherTokensDoNot() {
		assertRefused(token(issuer.token("exoscout", Instant.now().minusSeconds(600))), "invalid_token");
		assertRefused(token(issuer.token("another-service", Instant.now().plusSeconds(60))), "invalid_token");
		assertRefused(token(issuer.forged()), "invalid_token");
		assertRefused(token(issuer.endless()), "invalid_token");
		assertRefused(token("nonsense"), "invalid_token");
		assertRefused(token("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ."), "invalid_token");
	}

	@Test
	void tokenInTheAddressIsNotLookedAt() {
		assertRefused(this.wire.get("/fine?access_token=" + goodToken()), "unauthorized");
	}

	@Test
	void refusalNamesBothWays() {
		HttpResponse<String> response = this.wire.get("/fine");
		assertThat(response.headers().allValues("WWW-Authenticate")).hasSize(2)
			.anyMatch((value) -> value.startsWith("ApiKey "))
			.anyMatch((value) -> value.startsWith("Bearer "));
	}

	@Test
	void anyHostNameIsFineBecauseCredentialsAreNeeded() throws IOException {
		assertThat(this.wire.raw("GET /fine HTTP/1.1\r\nHost: vetting.example.org\r\nX-API-Key: " + FIRST
				+ "\r\nConnection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 200");
	}

	@Test
	void preflightNeedsNoCredentials() throws IOException {
		assertThat(this.wire.raw("OPTIONS /order HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost:3000\r\n"
				+ "Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: x-api-key\r\n"
				+ "Connection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 200");
	}

	@Test
	void keysAreNotLogged(CapturedOutput output) {
		this.wire.get("/bug", "X-API-Key", FIRST);
		assertThat(output).contains("jdbc:secret").doesNotContain(FIRST);
	}

	@Test
	void issuerOutOfReachIsNotTheCallersFault() {
		try (EdgeServer lonely = EdgeServer.start(home, "exoscout.security.issuer=http://127.0.0.1:1")) {
			HttpResponse<String> response = lonely.wire().get("/fine", "Authorization", "Bearer " + goodToken());
			assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
			assertThat(response.headers().firstValue("Retry-After")).isPresent();
			assertThat(Wire.json(response).get("code").asString()).isEqualTo("issuer_unavailable");
		}
	}

	private static String goodToken() {
		return issuer.token("exoscout", Instant.now().plusSeconds(60));
	}

	private HttpResponse<String> token(String token) {
		return this.wire.get("/fine", "Authorization", "Bearer " + token);
	}

	private static void assertRefused(HttpResponse<String> response, String code) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(401);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
		assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		assertThat(Wire.json(response).get("code").asString()).isEqualTo(code);
	}

}
