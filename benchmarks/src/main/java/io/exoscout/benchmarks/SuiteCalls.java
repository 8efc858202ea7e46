package io.exoscout.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls of the HTTP contract that are measured, and those needed around them. */
final class SuiteCalls {

	private static final Duration POLL = Duration.ofMillis(50);

	private static final String BOUNDARY = "a-boundary-that-no-table-contains";

	private final HttpClient http = HttpClient.newHttpClient();

	private final JsonMapper json = new JsonMapper();

	private final String url;

	SuiteCalls(String url) {
		this.url = url;
	}

	/**
	 * An answer.
	 *
	 * @param status the status code
	 * @param body as it came
	 * @param time from sending the first byte to receiving the last
	 */
	record TimedAnswer(int status, byte[] body, Duration time) {
	}

	TimedAnswer upload(byte[] table, String params) throws IOException {
		return post("/exo-scout-orchestrator", table, Map.of("params", params), "application/json");
	}

	TimedAnswer predict(byte[] table, String jobId, int explain, String accept) throws IOException {
		return post("/exo-scout-predictor?explain=" + explain, table, Map.of("job_id", jobId), accept);
	}

	/** Sends a table as the body, for CSV. */
	TimedAnswer predictBody(byte[] table, String jobId) throws IOException {
		return expect(200,
				send(request("/exo-scout-predictor?format=csv&job_id=" + jobId).header("Content-Type", "text/csv")
					.POST(HttpRequest.BodyPublishers.ofByteArray(table))));
	}

	/** The file of a model. */
	byte[] download(String jobId) throws IOException {
		return expect(200, send(request("/exo-scout-predictor/models/" + jobId + "/download").GET())).body();
	}

	JsonNode job(String jobId) throws IOException {
		return json(expect(200, send(request("/exo-scout-jobs-api/jobs/" + jobId).GET())));
	}

	/** Waits until a job is completed, in error or cancelled. */
	JsonNode awaitEnd(String jobId) throws IOException {
		JsonNode job = job(jobId);
		while (job.get("status").asString().matches("queued|running")) {
			LockSupport.parkNanos(POLL.toNanos());
			job = job(jobId);
		}
		return job;
	}

	/** Removes a job and waits until nobody works on it any more. */
	void remove(String jobId) throws IOException {
		expect(200, send(request("/exo-scout-jobs-api/jobs/" + jobId).DELETE()));
		while (busy()) {
			LockSupport.parkNanos(POLL.toNanos());
		}
	}

	private boolean busy() throws IOException {
		JsonNode workers = json(expect(200, send(request("/exo-scout-jobs-api/workers").GET()))).get("workers");
		return workers.valueStream().anyMatch((worker) -> worker.hasNonNull("current_job"));
	}

	/** Points an alias at a model, wherever it pointed before. */
	void point(String alias, String model) throws IOException {
		HttpRequest.Builder put = request("/exo-scout-predictor/models/aliases/" + alias)
			.header("Content-Type", "application/json")
			.PUT(HttpRequest.BodyPublishers.ofString("{\"model\": \"%s\"}".formatted(model)));
		TimedAnswer moved = send(put.copy().header("If-Match", "*"));
		// there is none to be moved at first
		if (moved.status() == 412) {
			expect(201, send(put));
			return;
		}
		expect(200, moved);
	}

	/** Bytes of heap in use right now. */
	double heap() throws IOException {
		String metrics = new String(expect(200, send(request("/actuator/prometheus").GET())).body(),
				StandardCharsets.UTF_8);
		return metrics.lines()
			.filter((line) -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
			.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.sum();
	}

	JsonNode json(TimedAnswer answer) {
		return this.json.readTree(answer.body());
	}

	/** The same answer, or an exception when it is not the one that was hoped for. */
	static TimedAnswer expect(int status, TimedAnswer answer) throws IOException {
		if (answer.status() != status) {
			throw new IOException("Status %d instead of %d: %s".formatted(answer.status(), status,
					new String(answer.body(), StandardCharsets.UTF_8)));
		}
		return answer;
	}

	private TimedAnswer post(String path, byte[] table, Map<String, String> fields, String accept) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream(table.length + 1000);
		fields.forEach((name, value) -> body.writeBytes(text(part("name=\"%s\"".formatted(name)) + value + "\r\n")));
		body.writeBytes(text(part("name=\"file\"; filename=\"table.csv\"")));
		body.writeBytes(table);
		body.writeBytes(text("\r\n--%s--\r\n".formatted(BOUNDARY)));
		return send(request(path).header("Accept", accept)
			.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
			.POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
	}

	private static String part(String disposition) {
		return "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(BOUNDARY, disposition);
	}

	private static byte[] text(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.url + path));
	}

	private TimedAnswer send(HttpRequest.Builder request) throws IOException {
		long began = System.nanoTime();
		try {
			HttpResponse<byte[]> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
			return new TimedAnswer(response.statusCode(), response.body(), Duration.ofNanos(System.nanoTime() - began));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted", ex);
		}
	}

}
