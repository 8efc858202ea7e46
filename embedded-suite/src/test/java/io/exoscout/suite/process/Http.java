package io.exoscout.suite.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The calls of the HTTP contract that these tests need. */
public final class Http {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String BOUNDARY = "a-boundary-that-no-table-contains";

	private final HttpClient client;

	private final String url;

	/** Headers of every request: names and values. */
	private final Map<String, String> headers;

	public Http(String url) {
		this(HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build(), url, Map.of());
	}

	private Http(HttpClient client, String url, Map<String, String> headers) {
		this.client = client;
		this.url = url;
		this.headers = headers;
	}

	/** The same calls by a caller who has this key. */
	public Http as(String key) {
		return new Http(this.client, this.url, Map.of("X-API-Key", key));
	}

	/**
	 * An answer.
	 *
	 * @param status the status code
	 * @param body the JSON
	 */
	public record HttpAnswer(int status, JsonNode body) {
	}

	URI uri(String path) {
		return URI.create(this.url + path);
	}

	public HttpAnswer get(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(60));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request.GET());
	}

	public HttpAnswer post(String path) {
		return send(HttpRequest.newBuilder(uri(path))
			.timeout(Duration.ofSeconds(60))
			.POST(HttpRequest.BodyPublishers.noBody()));
	}

	public HttpAnswer delete(String path) {
		return send(HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(60)).DELETE());
	}

	/** Whether somebody is there and gives an answer of this status. */
	public boolean answers(String path, int status) {
		try {
			return get(path).status() == status;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

	public HttpAnswer upload(String table, String params) {
		return post("/exo-scout-orchestrator", table, Map.of("params", params));
	}

	/**
	 * Listens to an event stream until it ends.
	 * @param path where it is
	 * @param after the id of the last event that was heard before; 0 to begin
	 * @param listener is told what each event says
	 */
	public void listen(String path, long after, Consumer<JsonNode> listener) {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).header("Accept", "text/event-stream");
		if (after > 0) {
			request.header("Last-Event-ID", Long.toString(after));
		}
		try (Stream<String> lines = exchange(request, HttpResponse.BodyHandlers.ofLines()).body()) {
			lines.filter((line) -> line.startsWith("data: "))
				.forEach((line) -> listener.accept(JSON.readTree(line.substring("data: ".length()))));
		}
	}

	/** Uploads a table and insists on a new job, whose id is returned. */
	String accepted(String table, String params) {
		HttpAnswer answer = upload(table, params);
		assertThat(answer.status()).as("status of the upload: %s", answer.body()).isEqualTo(202);
		return answer.body().get("job_id").asString();
	}

	HttpAnswer predict(String table, String jobId) {
		return post("/exo-scout-predictor", table, Map.of("job_id", jobId));
	}

	/** Sends a table as the body. */
	HttpAnswer body(String path, String table) {
		return post(path, "text/csv", table);
	}

	/** Sends a body of some type, and insists on the status of the answer. */
	JsonNode post(String path, String type, String body, int status) {
		HttpAnswer answer = post(path, type, body);
		assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(status);
		return answer.body();
	}

	private HttpAnswer post(String path, String type, String body) {
		return send(HttpRequest.newBuilder(uri(path))
			.timeout(Duration.ofSeconds(120))
			.header("Content-Type", type)
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	/** Asks for a prediction job with long explanations, whose id is returned. */
	String predicting(String table, String jobId) {
		HttpAnswer answer = post("/exo-scout-predictor?mode=job", table, Map.of("job_id", jobId, "explain", "100"));
		assertThat(answer.status()).as("status of the request: %s", answer.body()).isEqualTo(202);
		return answer.body().get("job_id").asString();
	}

	JsonNode job(String id) {
		return get("/exo-scout-jobs-api/jobs/" + id).body();
	}

	List<JsonNode> jobs() {
		return List.copyOf(get("/exo-scout-jobs-api/jobs").body().asArray().values());
	}

	List<JsonNode> models() {
		return List.copyOf(get("/exo-scout-predictor/models").body().asArray().values());
	}

	/** Waits until a job shows progress. */
	void awaitInTheMiddle(String jobId) {
		await("in the middle").atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).until(() -> {
			JsonNode job = job(jobId);
			assertThat(job.get("status").asString()).isIn("queued", "running");
			return job.path("progress").path("fraction").asDouble(0) > 0.1;
		});
	}

	/** Waits until a job has ended, and gives it. */
	JsonNode awaitEnd(String jobId) {
		return await("the end of the job").atMost(Duration.ofSeconds(180))
			.pollInterval(Duration.ofMillis(100))
			.until(() -> job(jobId), (job) -> !List.of("queued", "running").contains(job.get("status").asString()));
	}

	private HttpAnswer post(String path, String table, Map<String, String> fields) {
		return send(form(path, table, fields));
	}

	private HttpRequest.Builder form(String path, String table, Map<String, String> fields) {
		Map<String, String> parts = new LinkedHashMap<>();
		fields.forEach((name, value) -> parts.put("name=\"%s\"".formatted(name), value));
		parts.put("name=\"file\"; filename=\"table.csv\"", table);
		StringBuilder body = new StringBuilder();
		parts.forEach((disposition, content) -> body.append(head(disposition)).append(content).append("\r\n"));
		body.append("--%s--\r\n".formatted(BOUNDARY));
		return HttpRequest.newBuilder(uri(path))
			.timeout(Duration.ofSeconds(60))
			.header("Content-Type", contentType())
			.POST(HttpRequest.BodyPublishers.ofString(body.toString()));
	}

	static String contentType() {
		return "multipart/form-data; boundary=" + BOUNDARY;
	}

	/** What stands before the content of a part. */
	static String head(String disposition) {
		return "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(BOUNDARY, disposition);
	}

	/** Asks for predictions as a job. */
	public HttpAnswer predictLater(String table, String jobId) {
		return post("/exo-scout-predictor?mode=job", table, Map.of("job_id", jobId));
	}

	/** Predictions as CSV, byte for byte. */
	byte[] predictions(String table, String jobId) {
		HttpRequest.Builder request = form("/exo-scout-predictor", table, Map.of("job_id", jobId)).header("Accept",
				"text/csv");
		return exchange(request, HttpResponse.BodyHandlers.ofByteArray()).body();
	}

	/** What is no JSON. */
	String text(String path) {
		return exchange(HttpRequest.newBuilder(uri(path)).GET(), HttpResponse.BodyHandlers.ofString()).body();
	}

	/** Saves a planet. */
	void save(String planet) {
		assertThat(planet(planet).status()).isEqualTo(201);
	}

	/** Asks to save a planet. */
	HttpAnswer planet(String planet) {
		return post("/save-exoplanet", "application/json", planet);
	}

	private HttpAnswer send(HttpRequest.Builder request) {
		HttpResponse<String> response = exchange(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
		return new HttpAnswer(response.statusCode(), JSON.readTree(response.body()));
	}

	private <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
		this.headers.forEach(request::header);
		try {
			return this.client.send(request.build(), body);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
