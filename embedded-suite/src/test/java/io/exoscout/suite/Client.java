package io.exoscout.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Speaks to a suite as any program would. */
final class Client {

	static final String UPLOADS = "/exo-scout-orchestrator";

	static final String JOBS = "/exo-scout-jobs-api/jobs";

	static final String PREDICTIONS = "/exo-scout-predictor";

	/** Longer than any training here takes on a busy machine. */
	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final String url;

	Client(String url) {
		this.url = url;
	}

	String url(String path) {
		return this.url + path;
	}

	Answer get(String path, String... headers) {
		return send("GET", path, BodyPublishers.noBody(), headers);
	}

	Answer delete(String path) {
		return send("DELETE", path, BodyPublishers.noBody());
	}

	Answer post(String path) {
		return send("POST", path, BodyPublishers.noBody());
	}

	Answer post(String path, String json, String... headers) {
		HttpRequest.Builder request = request(path, headers).setHeader("Content-Type", "application/json");
		return send(request.POST(BodyPublishers.ofString(json)));
	}

	Answer post(String path, Form form, String... headers) {
		return send(form(path, form, headers));
	}

	Answer send(String method, String path, BodyPublisher body, String... headers) {
		return send(request(path, headers).method(method, body));
	}

	private Answer send(HttpRequest.Builder request) {
		try {
			return Answer.of(this.http.send(request.build(), BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while waiting for an answer", ex);
		}
	}

	private HttpRequest.Builder form(String path, Form form, String... headers) {
		return request(path, headers).setHeader("Content-Type", form.contentType()).POST(form.body());
	}

	private HttpRequest.Builder request(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.url + path));
		return (headers.length > 0) ? request.headers(headers) : request;
	}

	Answer upload(byte[] table, String params) {
		return post(UPLOADS, Form.of(table).with("params", params));
	}

	/** The same upload many times, all on their way at once. */
	List<Answer> uploads(int times, byte[] table, String params) {
		HttpRequest request = form(UPLOADS, Form.of(table).with("params", params)).build();
		List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, times)
			.mapToObj((i) -> this.http.sendAsync(request, BodyHandlers.ofString()))
			.toList();
		return answers.stream().map(CompletableFuture::join).map(Answer::of).toList();
	}

	/** Uploads, and waits for the end if the table is not trained on yet. */
	JsonNode trained(byte[] table, String params) {
		Answer answer = upload(table, params);
		assertThat(answer.status()).as(answer.text()).isIn(200, 202);
		JsonNode job = ended(answer.json().get("job_id").asString());
		assertThat(job.get("status").asString()).as(job.toString()).isEqualTo("completed");
		return job;
	}

	JsonNode job(String jobId) {
		return get(JOBS + "/" + jobId).json(200);
	}

	String status(String jobId) {
		return job(jobId).get("status").asString();
	}

	void awaitStatus(String jobId, String status) {
		await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(50))
			.untilAsserted(() -> assertThat(status(jobId)).isEqualTo(status));
	}

	JsonNode ended(String jobId) {
		await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(50))
			.until(() -> !List.of("queued", "running").contains(status(jobId)));
		return job(jobId);
	}

	/** The one worker of the suite that trains. */
	JsonNode worker() {
		List<JsonNode> trainers = workers().stream()
			.filter((worker) -> worker.get("type").asString().equals("training"))
			.toList();
		assertThat(trainers).hasSize(1);
		return trainers.get(0);
	}

	List<JsonNode> workers() {
		return get("/exo-scout-jobs-api/workers").json(200).get("workers").valueStream().toList();
	}

	/**
	 * Takes away what the workers have not done yet, and waits until they hold nothing.
	 */
	void leaveIdle() {
		for (String status : List.of("queued", "running")) {
			get(JOBS + "?status=" + status).json(200)
				.valueStream()
				.forEach((job) -> delete(JOBS + "/" + job.get("job_id").asString()));
		}
		awaitIdle();
	}

	/** Waits until the workers have put down whatever they held. */
	void awaitIdle() {
		await().atMost(PATIENCE).until(() -> workers().stream().noneMatch((worker) -> worker.has("current_job")));
	}

	void assertHealthy() {
		assertThat(get("/health").json(200).get("status").asString()).isEqualTo("ok");
	}

}
