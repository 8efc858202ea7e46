package io.exoscout.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Whatever goes wrong, and wherever: the answer is a problem. */
@ExtendWith(OutputCaptureExtension.class)
class ProblemsOverHttpTests {

	@TempDir
	static Path home;

	private static EdgeServer server;

	private final Wire wire = server.wire();

	@BeforeAll
	static void start() {
		server = EdgeServer.start(home, "exoscout.upload.max-size=100KB", "exoscout.upload.max-body-size=10KB",
				"logging.level.io.exoscout=debug");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void problemHasAllMembers() {
		JsonNode problem = problem(this.wire.get("/nowhere"), 404, "unknown_address");
		assertThat(problem.propertyNames()).containsExactly("type", "title", "status", "detail", "instance", "code",
				"error", "trace_id");
		assertThat(problem.get("type").asString()).isEqualTo("urn:exoscout:problem:unknown_address");
		assertThat(problem.get("instance").asString()).isEqualTo("/nowhere");
		assertThat(problem.get("error")).isEqualTo(problem.get("detail"));
	}

	@Test
	void traceIdOfTheCallerIsKept() {
		String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
		HttpResponse<String> response = this.wire.get("/nowhere", "traceparent",
				"00-" + trace + "-00f067aa0ba902b7-01");
		assertThat(response.headers().firstValue("X-Trace-Id")).contains(trace);
		assertThat(problem(response, 404, "unknown_address").get("trace_id").asString()).isEqualTo(trace);
	}

	@Test
	void browsersGetProblemsToo() {
		problem(this.wire.get("/nowhere", "Accept", "text/html"), 404, "unknown_address");
		problem(this.wire.get("/teapot", "Accept", "text/html,application/xhtml+xml"), 400, "malformed_request");
		problem(this.wire.get("/bug", "Accept", "text/html"), 500, "internal_error");
	}

	@Test
	void messageOfSendErrorIsNotShown() {
		assertThat(this.wire.get("/teapot").body()).doesNotContain("Secret");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/cut-short", "/cut-short-by-us" })
	void answerThatWasCutShortDoesNotLookComplete(String path) {
		assertThatThrownBy(() -> this.wire.get(path)).isInstanceOf(UncheckedIOException.class);
	}

	@Test
	void nothingStandsBehindAnAnswerThatWasCutShort() throws IOException {
		assertThat(this.wire.raw("GET /cut-short HTTP/1.1\r\nHost: localhost\r\n\r\n")).startsWith("HTTP/1.1 200")
			.doesNotContain("urn:exoscout:problem")
			.doesNotEndWith("0\r\n\r\n");
	}

	@Test
	void errorPageItselfIsNothing() {
		problem(this.wire.get("/error"), 404, "unknown_address");
	}

	@Test
	void wrongMethodNamesTheRightOne() {
		HttpResponse<String> response = this.wire.send("DELETE", "/order", null);
		problem(response, 405, "method_not_allowed");
		assertThat(response.headers().firstValue("Allow")).contains("POST");
	}

	@Test
	void traceMethodIsRefused() throws IOException {
		assertProblem(this.wire.raw("TRACE /fine HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), 405,
				"method_not_allowed");
	}

	@Test
	void unacceptableTypeIsRefused() {
		problem(this.wire.get("/json-only", "Accept", "image/png"), 406, "not_acceptable");
	}

	@Test
	void wrongContentTypeIsRefused() {
		problem(this.wire.send("POST", "/order", "a=b", "Content-Type", "application/x-www-form-urlencoded"), 415,
				"unsupported_media_type");
		problem(this.wire.send("POST", "/order", "{}", "Content-Type", "nonsense"), 415, "unsupported_media_type");
	}

	@Test
	void bodyMustBeThere() {
		problem(this.wire.post("/order", ""), 400, "missing_body");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "{\"model_name\":}", "{\"model_name\":\"a\",\"seed\":1} x",
			"{\"model_name\":\"a\",\"model_name\":\"b\"}", "[]", "\u0000", "{\"model_name\": NaN}", "nonsense" })
	void brokenJsonIsRefused(String json) {
		JsonNode problem = problem(this.wire.post("/order", json), 400, "malformed_json");
		assertThat(problem.get("detail").asString()).contains("line 1").doesNotContain("java", "jackson", "Stream");
	}

	@Test
	void deepJsonIsRefused() {
		problem(this.wire.post("/map", "{\"a\":".repeat(1000)), 400, "malformed_json");
	}

	@Test
	void fieldOfWrongTypeIsNamed() {
		JsonNode problem = problem(this.wire.post("/order", "{\"model_name\":\"a\",\"seed\":\"x\"}"), 400,
				"invalid_field");
		assertThat(problem.at("/errors/0/field").asString()).isEqualTo("seed");
		assertThat(problem.get("detail").asString()).contains("'seed'", "a whole number");
	}

	@Test
	void brokenRuleNamesTheFieldAsInJson() {
		JsonNode problem = problem(this.wire.post("/order", "{\"model_name\":\"\",\"seed\":1}"), 400, "invalid_input");
		assertThat(problem.at("/errors/0/field").asString()).isEqualTo("model_name");
	}

	@Test
	void parameterOfWrongTypeIsNamedWithItsValue() {
		JsonNode problem = problem(this.wire.get("/number?limit=abc"), 400, "invalid_parameter");
		assertThat(problem.get("detail").asString())
			.isEqualTo("Parameter 'limit' is 'abc'; accepted is a whole number.");
	}

	@Test
	void parameterOutOfRangeIsNamed() {
		JsonNode problem = problem(this.wire.get("/number?limit=201"), 400, "invalid_input");
		assertThat(problem.at("/errors/0/field").asString()).isEqualTo("limit");
	}

	@Test
	void missingParameterIsNamed() {
		problem(this.wire.get("/number"), 400, "missing_parameter");
	}

	@Test
	void missingPartIsNamed() {
		problem(this.wire.send("POST", "/upload", "--b--\r\n", "Content-Type", "multipart/form-data; boundary=b"), 400,
				"missing_part");
	}

	@Test
	void uploadWithoutBoundaryIsRefused() {
		problem(this.wire.send("POST", "/upload", "x", "Content-Type", "multipart/form-data"), 400, "malformed_upload");
	}

	@Test
	void truncatedUploadIsRefused() {
		problem(this.wire.send("POST", "/upload", "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nhal",
				"Content-Type", "multipart/form-data; boundary=b"), 400, "malformed_upload");
	}

	@Test
	void uploadWithinTheLimitIsTaken() {
		assertThat(upload("file", "x".repeat(100 * 1024)).body()).isEqualTo("102400");
		assertThat(home.resolve("uploads")).isEmptyDirectory();
	}

	@Test
	void uploadBeyondTheLimitIsRefused() {
		problem(upload("file", "x".repeat(100 * 1024 + 1)), 413, "upload_too_large");
	}

	@Test
	void clientThatSendsMuchTooMuchStillHearsWhy() {
		problem(upload("file", "x".repeat(30_000_000)), 413, "upload_too_large");
	}

	@Test
	void largeJsonIsRefused() {
		problem(this.wire.post("/map", "{\"a\":\"" + "x".repeat(10_240) + "\"}"), 413, "body_too_large");
	}

	@Test
	void largeJsonOfUnknownLengthIsRefused() throws IOException {
		String chunk = "{\"a\":\"" + "x".repeat(20_000) + "\"}";
		assertProblem(
				this.wire.raw("POST /map HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
						+ "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
						+ Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n0\r\n\r\n"),
				413, "body_too_large");
	}

	@Test
	void bugIsLoggedWithItsTraceIdAndNotShown(CapturedOutput output) {
		HttpResponse<String> response = this.wire.get("/bug");
		String trace = problem(response, 500, "internal_error").get("trace_id").asString();
		assertThat(response.body()).doesNotContain("secret", "IllegalState", "io.exoscout");
		assertThat(output.getAll().lines().filter((line) -> line.contains(trace))).isNotEmpty();
		assertThat(output).contains("jdbc:secret");
	}

	@Test
	void clientThatGoesAwayIsNoError(CapturedOutput output) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", server.port())) {
			socket.getOutputStream()
				.write("GET /endless HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			assertThat(socket.getInputStream().read()).isEqualTo('H');
		}
		await()
			.untilAsserted(() -> assertThat(server.context().getBean(EdgeApplication.Failures.class).broken).isTrue());
		this.wire.get("/fine");
		assertThat(output).doesNotContain(" ERROR ", " WARN ");
	}

	@Test
	void databaseOutageIsUnavailableForAWhile() {
		HttpResponse<String> response = this.wire.get("/database");
		problem(response, 503, "database_unavailable");
		assertThat(response.headers().firstValue("Retry-After")).contains("5");
		assertThat(response.body()).doesNotContain("secret");
	}

	@Test
	void ownOutageKeepsItsWords() {
		JsonNode problem = problem(this.wire.get("/outage"), 503, "storage_unavailable");
		assertThat(problem.get("detail").asString()).isEqualTo("The store can not be reached.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GARBAGE\r\n\r\n", "GET /a b HTTP/1.1\r\nHost: localhost\r\n\r\n",
			"G<T / HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET /x HTTP/1.1\r\n\r\n",
			"GET /x HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
			"GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
			"GET /a%2fb/%2e%2e HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
			"GET /a;x=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
			"GET /x\u0001 HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET /x HTTP/1.1\r\nHost: ex ample\r\n\r\n" })
	void requestsThatAreNoHttpGetProblems(String request) throws IOException {
		assertProblem(this.wire.raw(request), 400, "malformed_request");
	}

	@Test
	void unknownProtocolVersionIsRefused() throws IOException {
		assertProblem(this.wire.raw("GET / HTTP/9.9\r\nHost: localhost\r\n\r\n"), 505, "http_version_not_supported");
	}

	@Test
	void whatIsNotSpokenOfHttpIsRefused() throws IOException {
		String request = "POST /map HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
		assertProblem(this.wire.raw(request + "Expect: tea\r\n\r\n"), 417, "expectation_failed");
		assertProblem(this.wire.raw(request + "Transfer-Encoding: morse\r\n\r\n"), 501, "not_implemented");
	}

	@Test
	void hugeHeaderIsRefused() throws IOException {
		assertProblem(this.wire.raw("GET /fine HTTP/1.1\r\nHost: localhost\r\nX-A: " + "a".repeat(20_000) + "\r\n\r\n"),
				400, "malformed_request");
	}

	@Test
	void wronglyEncodedParameterIsRefused() throws IOException {
		assertProblem(this.wire.raw("GET /number?limit=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
				400, "malformed_parameters");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/fine", "/json-only", "/order", "/upload" })
	void moreAcceptedTypesThanAnybodyHasAreRefused(String path) {
		String accept = IntStream.range(0, 51).mapToObj((i) -> "a/b" + i).collect(Collectors.joining(","));
		HttpResponse<String> response = this.wire.get(path, "Accept", accept);
		assertThat(response.statusCode()).as(response.body()).isBetween(400, 499);
		assertThat(response.body()).doesNotContain("java", "internal_error");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v3/api-docs/anything", "/v3/api-docs/everything/more", "/v3/api-docs/%20" })
	void anUnknownApiDocumentIsNotThere(String path) {
		problem(this.wire.get(path), 404, "unknown_address");
	}

	@ParameterizedTest
	@ValueSource(strings = { "zz\r\n{}\r\n0\r\n\r\n", "2\r\n{}xx\r\n0\r\n\r\n", "-1\r\n{}\r\n0\r\n\r\n",
			"fffffffffffff\r\n{}\r\n0\r\n\r\n", "2\r\n{}\r\n0\r\nno trailer\r\n\r\n" })
	void aBodyInBrokenChunksIsTheCallersMistake(String chunks) throws IOException {
		for (String path : List.of("/order", "/map", "/upload")) {
			String answer = this.wire.raw("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
					+ (path.equals("/upload") ? "multipart/form-data; boundary=b" : "application/json")
					+ "\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
			assertThat(answer).as(path).startsWith("HTTP/1.1 4").doesNotContain("internal_error", "java");
		}
	}

	@Test
	void aBodyThatEndsTooEarlyIsTheCallersMistake() throws IOException {
		try (Socket socket = new Socket("127.0.0.1", server.port())) {
			socket.getOutputStream()
				.write("POST /order HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"
					.getBytes(StandardCharsets.US_ASCII));
			socket.shutdownOutput();
			assertProblem(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8), 400,
					"unreadable_body");
		}
	}

	@Test
	void answersDoNotNameTheServer() {
		assertThat(this.wire.get("/fine").headers().firstValue("Server")).isEmpty();
		assertThat(this.wire.get("/nowhere").headers().firstValue("Server")).isEmpty();
	}

	private HttpResponse<String> upload(String part, String content) {
		return this.wire.send(
				"POST", "/upload", "--b\r\nContent-Disposition: form-data; name=\"" + part
						+ "\"; filename=\"a.csv\"\r\n\r\n" + content + "\r\n--b--\r\n",
				"Content-Type", "multipart/form-data; boundary=b");
	}

	private static JsonNode problem(HttpResponse<String> response, int status, String code) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
		JsonNode problem = Wire.json(response);
		assertThat(problem.get("code").asString()).isEqualTo(code);
		assertThat(problem.get("status").asInt()).isEqualTo(status);
		assertThat(problem.get("trace_id").asString()).hasSize(32)
			.isEqualTo(response.headers().firstValue("X-Trace-Id").orElse(""));
		return problem;
	}

	private static void assertProblem(String response, int status, String code) {
		assertThat(response).startsWith("HTTP/1.1 " + status)
			.contains("Content-Type: application/problem+json", "\"code\":\"" + code + "\"")
			.doesNotContain("Tomcat", "java", "<html");
	}

}
