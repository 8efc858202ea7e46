package io.exoscout.suite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import io.exoscout.database.StartFailed;
import io.exoscout.job.JobState;
import io.exoscout.work.JobAnswer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small client of the HTTP contract. */
final class SuiteClient {

	private static final Duration POLL = Duration.ofMillis(100);

	private final HttpClient http = HttpClient.newHttpClient();

	private final JsonMapper json = JsonMapper.builder().build();

	private final String url;

	SuiteClient(String url) {
		this.url = url;
	}

	JsonNode upload(Path table, String params) throws IOException, InterruptedException {
		return post("/exo-scout-orchestrator", table.getFileName().toString(), Files.readAllBytes(table),
				Map.of("params", params));
	}

	JsonNode job(String jobId) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(this.url + JobAnswer.JOBS + "/" + jobId)).GET());
	}

	/** The card of the model of a job, with what its features mean. */
	JsonNode model(String jobId) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(this.url + "/exo-scout-predictor/models/" + jobId)).GET());
	}

	/** The first ranks of a job. */
	JsonNode candidates(String jobId, int limit) throws IOException, InterruptedException {
		return send(HttpRequest
			.newBuilder(URI.create(this.url + JobAnswer.JOBS + "/%s/candidates?limit=%s".formatted(jobId, limit)))
			.GET());
	}

	/** Waits until a job is completed, in error or cancelled. */
	JsonNode awaitEnd(String jobId) throws IOException, InterruptedException {
		while (true) {
			JsonNode job = job(jobId);
			if (JobState.of(job.get("status").asString()).filter((state) -> !state.isFinal()).isEmpty()) {
				return job;
			}
			LockSupport.parkNanos(POLL.toNanos());
		}
	}

	private JsonNode post(String path, String filename, byte[] file, Map<String, String> fields)
			throws IOException, InterruptedException {
		String boundary = UUID.randomUUID().toString();
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (Map.Entry<String, String> field : fields.entrySet()) {
			body.writeBytes(part(boundary, "name=\"%s\"".formatted(field.getKey())));
			body.writeBytes(field.getValue().getBytes(StandardCharsets.UTF_8));
			body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
		}
		body.writeBytes(part(boundary, "name=\"file\"; filename=\"%s\"".formatted(filename)));
		body.writeBytes(file);
		body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.US_ASCII));
		return send(HttpRequest.newBuilder(URI.create(this.url + path))
			.header("Content-Type", "multipart/form-data; boundary=" + boundary)
			.POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
	}

	private static byte[] part(String boundary, String disposition) {
		return "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(boundary, disposition)
			.getBytes(StandardCharsets.US_ASCII);
	}

	private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
		HttpResponse<String> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		JsonNode body = this.json.readTree(response.body());
		if (response.statusCode() >= 400) {
			throw new StartFailed("%d: %s".formatted(response.statusCode(), body.path("detail").asString()));
		}
		return body;
	}

}
