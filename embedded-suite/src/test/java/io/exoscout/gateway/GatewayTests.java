package io.exoscout.gateway;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.Headers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The gateway's configuration in a real nginx, with stubs behind it. */
class GatewayTests {

	private static final Map<String, StubService> SERVICES = new LinkedHashMap<>();

	private static Gateway gateway;

	@BeforeAll
	static void start() throws IOException {
		Map<String, String> addresses = new HashMap<>();
		for (String name : new String[] { "orchestrator-service", "predictor-service", "transit-service",
				"jobs-service", "exoplanet-catalog-service", "series-service", "stream-service" }) {
			StubService service = new StubService(name);
			SERVICES.put(name, service);
			addresses.put(name, service.address());
		}
		gateway = Gateway.start(addresses);
	}

	@AfterAll
	static void stop() throws IOException {
		SERVICES.values().forEach(StubService::close);
		if (gateway != null) {
			gateway.close();
		}
	}

	@BeforeEach
	void allSayTheirNames() {
		SERVICES.values().forEach(StubService::tellsItsName);
	}

	@ParameterizedTest
	@CsvSource({ "/exo-scout-orchestrator, orchestrator-service",
			"/exo-scout-orchestrator/inspect, orchestrator-service", "/exo-scout-predictor?mode=job, predictor-service",
			"/exo-scout-predictor/models/1, predictor-service", "/exo-scout-lightcurves/inspect, transit-service",
			"/v3/api-docs/lightcurves, transit-service", "/v2/models/a/infer, predictor-service",
			"/exo-scout-jobs-api/jobs?limit=2, jobs-service", "/exo-scout-jobs-api/workers, jobs-service",
			"/health, jobs-service", "/docs, jobs-service", "/swagger-ui/index.html, jobs-service",
			"/ws/client, jobs-service", "/save-exoplanet, exoplanet-catalog-service",
			"/get-exoplanets/7?q=a%20b, exoplanet-catalog-service", "/v3/api-docs/orchestrator, orchestrator-service",
			"/v3/api-docs/catalog, exoplanet-catalog-service", "/exo-scout-series/train, series-service",
			"/v3/api-docs/series, series-service" })
	void pathGoesAsItIsToItsService(String path, String service) throws IOException {
		GatewayWire.WireAnswer answer = ask("POST " + path, "Host: localhost:8080");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo(service + " POST " + path);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/prometheus", "/exo-scout-jobs-api/../actuator/health",
			"/exo-scout-jobs-api/..%2factuator/health", "/exo-scout-jobs-api-2", "/v20", "/healthy",
			"/v3/api-docs/trainer" })
	void restOfTheServicesStaysInside(String path) throws IOException {
		expectProblem(ask("GET " + path, "Host: localhost"), 404, "not_found");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/exo-scout-jobs-api/..;/actuator/health", "/exo-scout-jobs-api/..%3b/actuator/health",
			"/%zz" })
	void ambiguousPathIsRefused(String path) throws IOException {
		expectProblem(ask("GET " + path, "Host: localhost"), 400, "malformed_request");
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost:8080", "127.0.0.1", "[::1]:8080", Gateway.NAME })
	void answersToItsNames(String host) throws IOException {
		assertThat(ask("GET /health", "Host: " + host).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "rebound.example", "10.0.0.1:8080", "localhost.rebound.example" })
	void foreignNameIsTurnedAway(String host) throws IOException {
		expectProblem(ask("GET /health", "Host: " + host), 421, "host_not_allowed");
	}

	@Test
	void addressBeyondAllLimitsIsRefused() throws IOException {
		expectProblem(ask("GET /health?" + "a".repeat(10_000), "Host: localhost"), 414, "uri_too_long");
	}

	@Test
	void bodyBeyondAllLimitsIsRefusedBeforeItComes() throws IOException {
		expectProblem(ask("POST /exo-scout-orchestrator", "Host: localhost", "Content-Length: 280000000"), 413,
				"too_large");
	}

	@Test
	void uploadArrivesWhileItIsStillSent() throws Exception {
		CompletableFuture<String> beginning = new CompletableFuture<>();
		SERVICES.get("orchestrator-service").replies((exchange) -> {
			beginning.complete(new String(exchange.getRequestBody().readNBytes(5)));
			StubService.answer(exchange, 202, "text/plain", new String(exchange.getRequestBody().readAllBytes()));
		});
		try (GatewayWire wire = gateway.connect()) {
			wire.send("POST /exo-scout-orchestrator HTTP/1.1", "Host: localhost", "Connection: close",
					"Content-Length: 10", "");
			wire.sendRaw("first");
			assertThat(beginning.get(30, TimeUnit.SECONDS)).isEqualTo("first");
			assertThat(wire.sendRaw("other").answer().body()).isEqualTo("other");
		}
	}

	@Test
	void eventArrivesWhileTheServiceHasMoreToSay() throws Exception {
		CountDownLatch heard = new CountDownLatch(1);
		SERVICES.get("jobs-service").replies((exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write("data: first\n\n".getBytes());
			exchange.getResponseBody().flush();
			assertThat(heard.await(30, TimeUnit.SECONDS)).isTrue();
			exchange.getResponseBody().write("data: last\n\n".getBytes());
		});
		try (GatewayWire wire = gateway.connect()) {
			wire.send("GET /exo-scout-jobs-api/jobs/1/events HTTP/1.1", "Host: localhost", "Connection: close", "");
			assertThat(lineWith(wire, "data: ")).isEqualTo("data: first");
			heard.countDown();
			assertThat(lineWith(wire, "data: ")).isEqualTo("data: last");
		}
	}

	@Test
	void absentServiceIsAProblemThatSaysWhenToTryAgain() throws IOException {
		SERVICES.get("predictor-service").replies((exchange) -> exchange.close());
		GatewayWire.WireAnswer answer = ask("GET /exo-scout-predictor/models", "Host: localhost");
		expectProblem(answer, 502, "service_unreachable");
		assertThat(answer.header("retry-after")).isEqualTo("5");
	}

	@Test
	void problemOfAServicePassesUnchanged() throws IOException {
		SERVICES.get("jobs-service")
			.replies((exchange) -> StubService.answer(exchange, 404, "application/problem+json", "{\"code\":\"own\"}"));
		GatewayWire.WireAnswer answer = ask("GET /exo-scout-jobs-api/jobs/1", "Host: localhost");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.body()).isEqualTo("{\"code\":\"own\"}");
	}

	@Test
	void namesOfRequestAndTraceAreHandedOn() throws IOException {
		String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
		Headers headers = headersSeen("X-Request-Id: mine.7", "traceparent: " + trace);
		assertThat(headers.getFirst("X-Request-Id")).isEqualTo("mine.7");
		assertThat(headers.getFirst("traceparent")).isEqualTo(trace);
		assertThat(headers.getFirst("Host")).isEqualTo("localhost:8080");
	}

	@ParameterizedTest
	@CsvSource({ "https, https", "http, http", "ftp, http", "'', http" })
	void schemeIsTheOneThatAProxyInFrontNames(String named, String handedOn) throws IOException {
		Headers headers = headersSeen("X-Forwarded-Proto: " + named, "X-Forwarded-Port: 1");
		assertThat(headers.get("X-Forwarded-Proto")).containsExactly(handedOn);
		assertThat(headers.get("X-Forwarded-Port")).containsExactly("8080");
	}

	@Test
	void requestWithoutUsableNamesGetsNewOnes() throws IOException {
		Headers headers = headersSeen("X-Request-Id: <b>", "traceparent: 1");
		String id = headers.getFirst("X-Request-Id");
		assertThat(id).matches("[0-9a-f]{32}");
		assertThat(headers.getFirst("traceparent")).matches("00-" + id + "-[0-9a-f]{16}-01");
	}

	@Test
	void upgradeToWebSocketIsHandedOn() throws IOException {
		Headers headers = headersSeen("Upgrade: websocket", "Connection: upgrade");
		assertThat(headers.getFirst("Upgrade")).isEqualTo("websocket");
		assertThat(headers.getFirst("Connection")).isEqualTo("upgrade");
	}

	@ParameterizedTest
	@MethodSource("io.exoscout.gateway.PageSources#addresses")
	void pageIsInTheServiceThatHasIt(String path) throws IOException {
		assertThat(ask("GET " + path, "Host: localhost", "Accept: text/html").body())
			.isEqualTo("jobs-service GET " + path);
	}

	@Test
	void peopleGetAPageThatSaysThatThereIsNothing() throws IOException {
		assertThat(ask("GET /nowhere/", "Host: localhost", "Accept: text/html,*/*;q=0.8").body())
			.isEqualTo("jobs-service GET /404.html");
	}

	@Test
	void docsListEachServiceWithDocuments() throws IOException {
		JsonNode urls = ask("GET /v3/api-docs/swagger-config", "Host: localhost").json().get("urls");
		assertThat(urls.size()).isEqualTo(SERVICES.size());
		for (JsonNode entry : urls) {
			assertThat(ask("GET " + entry.get("url").asString(), "Host: localhost").status()).isEqualTo(200);
		}
	}

	private static Headers headersSeen(String... headers) throws IOException {
		CompletableFuture<Headers> seen = new CompletableFuture<>();
		SERVICES.get("jobs-service").replies((exchange) -> {
			seen.complete(exchange.getRequestHeaders());
			StubService.answer(exchange, 200, "text/plain", "seen");
		});
		try (GatewayWire wire = gateway.connect()) {
			wire.send("GET /ws/1 HTTP/1.1", "Host: localhost:8080").send(headers).send("");
			wire.line();
		}
		return seen.join();
	}

	private static GatewayWire.WireAnswer ask(String request, String... headers) throws IOException {
		try (GatewayWire wire = gateway.connect()) {
			return wire.send(request + " HTTP/1.1", "Connection: close").send(headers).send("").answer();
		}
	}

	private static String lineWith(GatewayWire wire, String beginning) throws IOException {
		String line = wire.line();
		while (line != null && !line.startsWith(beginning)) {
			line = wire.line();
		}
		return line;
	}

	private static void expectProblem(GatewayWire.WireAnswer answer, int status, String code) {
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
		JsonNode problem = answer.json();
		assertThat(problem.get("status").asInt()).isEqualTo(status);
		assertThat(problem.get("code").asString()).isEqualTo(code);
		assertThat(problem.get("type").asString()).isEqualTo("urn:exoscout:problem:" + code);
		assertThat(problem.get("error")).isEqualTo(problem.get("detail"));
		assertThat(problem.get("trace_id").asString()).isEqualTo(answer.header("x-trace-id"));
	}

}
