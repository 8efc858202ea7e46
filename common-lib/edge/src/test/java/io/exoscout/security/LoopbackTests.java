package io.exoscout.security;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.exoscout.health.ProgramVersion;
import io.exoscout.web.EdgeServer;
import io.exoscout.web.Wire;

import org.springframework.security.core.userdetails.UserDetailsService;

import static org.assertj.core.api.Assertions.assertThat;

/** A service as it is out of the box: on loopback, asking nobody who they are. */
class LoopbackTests {

	@TempDir
	static Path home;

	private static EdgeServer server;

	private final Wire wire = server.wire();

	@BeforeAll
	static void start() {
		server = EdgeServer.start(home, "exoscout.security.allowed-hosts=vetting.example.org");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void asksForNoCredentials() {
		assertThat(this.wire.get("/fine").statusCode()).isEqualTo(200);
		assertThat(server.context().getBeanProvider(UserDetailsService.class).getIfAvailable()).isNull();
	}

	@Test
	void tasksOfOthersKeepTheirExecutor() {
		assertThat(server.context().containsBean("applicationTaskExecutor")).isTrue();
	}

	@Test
	void setsNoCookies() {
		assertThat(this.wire.get("/fine").headers().allValues("Set-Cookie")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "LOCALHOST:80", "127.0.0.1", "127.0.0.2:8080", "[::1]", "[::1]:8080",
			"vetting.example.org" })
	void answersToLoopbackNames(String host) throws IOException {
		assertThat(get(host)).startsWith("HTTP/1.1 200");
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example",
			"evil-localhost", "0.0.0.0", "192.168.0.1", "[::]", "localhost." })
	void doesNotAnswerToForeignNames(String host) throws IOException {
		assertThat(get(host)).startsWith("HTTP/1.1 403")
			.contains("Content-Type: application/problem+json", "\"code\":\"host_not_allowed\"")
			.doesNotContain("kept as it is");
	}

	@Test
	void actuatorIsGuardedFromForeignNamesToo() throws IOException {
		assertThat(
				this.wire.raw("GET /actuator/prometheus HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 403");
	}

	@Test
	void absoluteAddressDoesNotGetAroundTheGuard() throws IOException {
		assertThat(
				this.wire.raw("GET http://evil.example/fine HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
			.doesNotStartWith("HTTP/1.1 200");
	}

	@Test
	void ownPageMayPost() throws IOException {
		assertThat(post("http://localhost:8080", "localhost:8080")).startsWith("HTTP/1.1 200");
	}

	@Test
	void allowedOriginMayPostAndReadHeaders() throws IOException {
		assertThat(post("http://localhost:3000", "localhost:8080")).startsWith("HTTP/1.1 200")
			.contains("Access-Control-Allow-Origin: http://localhost:3000",
					"Access-Control-Expose-Headers: Location, Link, ETag, Retry-After, X-Trace-Id")
			.doesNotContain("Access-Control-Allow-Credentials");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "null", "http://localhost:3001", "https://localhost:8080", "x" })
	void otherOriginsMayNotPost(String origin) throws IOException {
		assertThat(post(origin, "localhost:8080")).startsWith("HTTP/1.1 403")
			.contains("\"code\":\"origin_not_allowed\"")
			.doesNotContain("Access-Control-Allow-Origin");
	}

	@Test
	void preflightOfAllowedOriginPasses() throws IOException {
		assertThat(this.wire.raw("OPTIONS /order HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost:3000\r\n"
				+ "Access-Control-Request-Method: DELETE\r\nAccess-Control-Request-Headers: content-type\r\n"
				+ "Connection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 200")
			.contains("Access-Control-Allow-Methods: GET,HEAD,POST,PUT,DELETE",
					"Access-Control-Allow-Headers: content-type");
	}

	@Test
	void answersCarrySecurityHeaders() {
		HttpResponse<String> response = this.wire.get("/fine");
		assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		assertThat(response.headers().firstValue("X-Frame-Options")).contains("DENY");
		assertThat(response.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'self'",
				"frame-ancestors 'none'");
	}

	@Test
	void mapKeysAreNotRenamed() {
		assertThat(this.wire.get("/fine").body()).isEqualTo("{\"modelName\":\"kept as it is\"}");
	}

	@Test
	void recordsAreSnakeCase() {
		assertThat(this.wire.post("/order", "{\"model_name\":\"a\",\"seed\":1}").body())
			.isEqualTo("{\"model_name\":\"a\",\"seed\":1}");
	}

	@Test
	void healthIsGood() {
		HttpResponse<String> response = this.wire.get("/health");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).startsWith("{\"status\":\"ok\",\"database\":\"up\",")
			.contains("\"version\":\"" + ProgramVersion.current().version() + "\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness" })
	void probesSayUpAndNoMore(String path) {
		HttpResponse<String> response = this.wire.get(path);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(Wire.json(response).get("status").asString()).isEqualTo("UP");
		assertThat(response.body()).doesNotContain("components", "mongo");
	}

	@Test
	void metricsAreThere() {
		assertThat(this.wire.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/loggers",
			"/actuator/mappings", "/actuator/configprops", "/actuator/threaddump" })
	void otherActuatorEndpointsAreNot(String path) {
		assertThat(this.wire.get(path).statusCode()).isEqualTo(404);
	}

	@Test
	void docsPageComesFromHere() {
		HttpResponse<String> redirect = this.wire.get("/docs");
		String page = redirect.headers().firstValue("Location").orElseThrow();
		HttpResponse<String> docs = this.wire.get(page);
		assertThat(docs.statusCode()).isEqualTo(200);
		assertThat(docs.body()).contains("swagger-ui-bundle.js").doesNotContain("https://", "<script>");
		String folder = page.substring(0, page.lastIndexOf('/'));
		assertThat(this.wire.get(folder + "/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
		assertThat(this.wire.get(folder + "/swagger-initializer.js").body()).contains("/v3/api-docs/swagger-config");
		assertThat(this.wire.get("/v3/api-docs/swagger-config").body()).contains("/v3/api-docs/everything",
				"\"validatorUrl\":\"\"");
	}

	@Test
	void documentMatchesTheJson() {
		JsonNode api = Wire.json(this.wire.get("/v3/api-docs/everything"));
		assertThat(api.get("openapi").asString()).startsWith("3.1");
		assertThat(api.at("/components/schemas/Order/properties").propertyNames())
			.containsExactlyInAnyOrder("model_name", "seed");
		assertThat(api.at("/components/schemas/Problem/properties").propertyNames()).contains("trace_id", "code",
				"errors");
		assertThat(api.at("/components/schemas/InputError/properties").propertyNames()).contains("message");
		assertThat(api.at("/paths/~1order/post/operationId").asString()).isEqualTo("order");
		assertThat(api.at("/paths/~1order/post/responses/default/content/application~1problem+json/schema/$ref")
			.asString()).isEqualTo("#/components/schemas/Problem");
		assertThat(api.at("/paths").propertyNames()).contains("/health").doesNotContain("/error");
	}

	private String get(String host) throws IOException {
		return this.wire.raw("GET /fine HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
	}

	private String post(String origin, String host) throws IOException {
		return this.wire.raw("POST /map HTTP/1.1\r\nHost: " + host + "\r\nOrigin: " + origin
				+ "\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
	}

}
