package io.exoscout.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Every call of the original backend, as its clients make it. */
@SuiteTest
class OldClientTests {

	private static final String PARAMS = """
			{"algorithm": "random_forest", "model_name": "my_model", "hyperparameters": {"n_estimators": 10}}""";

	private final Client client;

	@TempDir
	private Path directory;

	private Path table;

	OldClientTests(Client client) {
		this.client = client;
	}

	@BeforeEach
	void writeTable() throws IOException {
		this.table = Files.write(this.directory.resolve("koi.csv"), WrittenTable.kepler(300, 150));
	}

	private JsonNode upload(int expected) {
		return Curl
			.run("-F", "file=@" + this.table, "-F", "params=" + PARAMS, this.client.url("/exo-scout-orchestrator"))
			.json(expected);
	}

	private String completed() {
		String jobId = this.client.trained(WrittenTable.kepler(300, 150), PARAMS).get("job_id").asString();
		return this.client.url("/exo-scout-jobs-api/jobs/") + jobId;
	}

	private String idOf(String job) {
		return job.substring(job.lastIndexOf('/') + 1);
	}

	@Test
	void uploadsListsGetsAndDeletes() {
		Curl.run("-X", "DELETE", completed()).json(200);
		JsonNode accepted = upload(202);
		assertThat(accepted.get("status").asString()).isEqualTo("processing");
		String jobId = accepted.get("job_id").asString();
		assertThat(jobId).matches("[0-9a-f]{64}");
		assertThat(accepted.get("model_name").asString()).isEqualTo("my_model");
		this.client.ended(jobId);

		JsonNode known = upload(200);
		assertThat(known.get("job_id").asString()).isEqualTo(jobId);
		assertThat(known.get("duplicate").asBoolean()).isTrue();

		JsonNode jobs = Curl.run(this.client.url("/exo-scout-jobs-api/jobs")).json(200);
		assertThat(jobs.isArray()).isTrue();
		assertThat(jobs.get(0).get("job_id").asString()).isEqualTo(jobId);

		String url = this.client.url("/exo-scout-jobs-api/jobs/" + jobId);
		JsonNode job = Curl.run(url).json(200);
		assertThat(job.get("status").asString()).isEqualTo("completed");
		assertThat(job.propertyNames()).contains("job_id", "type", "status", "model_name", "created_at", "started_at",
				"completed_at", "attempts", "worker_id", "progress", "params", "dataset", "results");
		assertThat(job.get("params").propertyNames()).contains("data_source", "algorithm", "target", "hyperparameters",
				"seed");
		assertThat(job.get("dataset").propertyNames()).contains("sha256", "filename", "bytes", "rows", "columns");
		assertThat(job.get("dataset").get("filename").asString()).isEqualTo("koi.csv");

		assertThat(Curl.run("-X", "DELETE", url).json(200).get("status").asString()).isEqualTo("deleted");
		assertThat(Curl.run(url).json(404).get("error").asString()).contains(jobId);
		assertThat(Curl.run("-X", "DELETE", url).json(404).get("error").asString()).contains(jobId);
	}

	@Test
	void predicts() {
		String jobId = idOf(completed());
		JsonNode answer = Curl
			.run("-F", "file=@" + this.table, "-F", "job_id=" + jobId, this.client.url("/exo-scout-predictor"))
			.json(200);
		assertThat(answer.get("job_id").asString()).isEqualTo(jobId);
		assertThat(answer.get("model").asString()).isEqualTo("my_model");
		assertThat(answer.get("predictions").size()).isEqualTo(150);
		assertThat(answer.get("predictions").get(0).get("probabilities").propertyNames())
			.containsExactlyInAnyOrder("CONFIRMED", "FALSE POSITIVE");
	}

	@Test
	void refusesAnUploadWithoutAFile() {
		assertThat(Curl.run("-F", "params={}", this.client.url("/exo-scout-orchestrator"))
			.json(400)
			.get("error")
			.asString()).contains("file");
		assertThat(
				Curl.run("-F", "job_id=x", this.client.url("/exo-scout-predictor")).json(400).get("error").asString())
			.contains("file");
	}

	@Test
	void savesListsAndGetsPlanets() {
		JsonNode saved = Curl.run("-H", "Content-Type: application/json", "-d",
				"{\"nombre\": \"Kepler-442 b\", \"tipo\": \"super-Tierra\", \"distancia_ly\": 1206, \"nota\": \"ñ\"}",
				this.client.url("/save-exoplanet"))
			.json(201);
		assertThat(saved.get("status").asString()).isEqualTo("éxito");
		assertThat(saved.get("data").get("nombre").asString()).isEqualTo("Kepler-442 b");
		String id = saved.get("id").asString();

		JsonNode planets = Curl.run(this.client.url("/get-exoplanets")).json(200);
		assertThat(planets.isArray()).isTrue();
		assertThat(planets.valueStream().map((planet) -> planet.get("id").asString())).contains(id);

		JsonNode planet = Curl.run(this.client.url("/get-exoplanets/" + id)).json(200);
		assertThat(planet.get("nombre").asString()).isEqualTo("Kepler-442 b");
		assertThat(planet.get("distancia_ly").asDouble()).isEqualTo(1206);
		assertThat(planet.get("nota").asString()).isEqualTo("ñ");

		Curl.run("-X", "DELETE", this.client.url("/get-exoplanets/" + id)).json(200);
		assertThat(Curl.run(this.client.url("/get-exoplanets/" + id)).json(404).get("error").asString()).contains(id);
	}

}
