package io.exoscout.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A stored table that somebody has altered. */
@SuiteTest
class DamagedTableTests {

	private final Client client;

	private final RunningSuite suite;

	DamagedTableTests(Client client, RunningSuite suite) {
		this.client = client;
		this.suite = suite;
	}

	@Test
	void endsTheJobThatReadsItAndIsLearntFromByNobody() throws IOException {
		byte[] table = WrittenTable.kepler(4711, 120);
		JsonNode whole = this.client.trained(table, WrittenTable.QUICK);
		Path file = Home.blob(this.suite, whole.at("/dataset/sha256").asString()).orElseThrow();
		byte[] stored = Files.readAllBytes(file);
		try {
			Files.writeString(file, new String(stored, StandardCharsets.UTF_8).replaceFirst("CONFIRMED", "CANDIDATE"));
			String jobId = this.client.upload(table, "{\"algorithm\": \"gradient_boosting\", \"seed\": 4711}")
				.json()
				.get("job_id")
				.asString();
			JsonNode job = this.client.ended(jobId);
			assertThat(job.get("status").asString()).isEqualTo("error");
			assertThat(job.at("/error/code").asString()).isEqualTo("stored_bytes_damaged");
			assertThat(this.client.get("/exo-scout-predictor/models/" + jobId).status()).isEqualTo(404);
		}
		finally {
			Files.write(file, stored);
		}
	}

}
