package io.exoscout.suite;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A suite that was stopped in good order knows what it knew. */
class RestartTests {

	private static final byte[] TABLE = WrittenTable.kepler(800, 120);

	@TempDir
	private Path home;

	private RunningSuite start() {
		return RunningSuite.start("--exoscout.home=" + this.home, "--server.port=0");
	}

	private static String predictions(Client client, String jobId) {
		return client.post(Client.PREDICTIONS + "?explain=2", Form.of(TABLE).with("job_id", jobId)).text();
	}

	@Test
	void keepsJobsModelsAndPlanets() {
		JsonNode job;
		JsonNode card;
		JsonNode planets;
		String predictions;
		String waiting;
		try (RunningSuite suite = start()) {
			Client client = new Client(suite.url());
			job = client.trained(TABLE, WrittenTable.QUICK);
			card = client.get(Client.PREDICTIONS + "/models/" + job.get("job_id").asString()).json(200);
			client.post("/save-exoplanet", "{\"nombre\": \"Kepler-442 b\", \"distancia_ly\": 1206}").json(201);
			planets = client.get("/get-exoplanets").json(200);
			predictions = predictions(client, job.get("job_id").asString());
			client.upload(WrittenTable.large(801), WrittenTable.SLOW).json(202);
			waiting = client.upload(WrittenTable.kepler(802, 120), WrittenTable.QUICK)
				.json(202)
				.get("job_id")
				.asString();
		}
		try (RunningSuite suite = start()) {
			Client client = new Client(suite.url());
			String jobId = job.get("job_id").asString();
			assertThat(client.job(jobId)).isEqualTo(job);
			assertThat(client.get(Client.PREDICTIONS + "/models/" + jobId).json(200)).isEqualTo(card);
			assertThat(client.get("/get-exoplanets").json(200)).isEqualTo(planets);
			assertThat(predictions(client, jobId)).isEqualTo(predictions);
			assertThat(client.upload(TABLE, WrittenTable.QUICK).json(200).get("duplicate").asBoolean()).isTrue();
			client.get(Client.JOBS + "?status=running").json(200).forEach((running) -> cancel(client, running));
			client.get(Client.JOBS + "?algorithm=random_forest").json(200).forEach((slow) -> cancel(client, slow));
			assertThat(client.ended(waiting).get("status").asString()).isEqualTo("completed");
			assertThat(client.job(waiting).get("attempts").asInt()).isEqualTo(1);
		}
	}

	private static void cancel(Client client, JsonNode job) {
		client.delete(Client.JOBS + "/" + job.get("job_id").asString());
	}

}
