package io.exoscout.suite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Cancel and delete, with workers on the other side. */
@SuiteTest
class JobMoveTests {

	private final Client client;

	private final RunningSuite suite;

	JobMoveTests(Client client, RunningSuite suite) {
		this.client = client;
		this.suite = suite;
	}

	@AfterEach
	void leaveTheWorkerIdle() {
		this.client.leaveIdle();
	}

	private String running(long seed) {
		String jobId = this.client.upload(WrittenTable.large(seed), WrittenTable.SLOW)
			.json(202)
			.get("job_id")
			.asString();
		this.client.awaitStatus(jobId, "running");
		return jobId;
	}

	private Answer cancel(String jobId) {
		return this.client.post(Client.JOBS + "/" + jobId + "/cancel");
	}

	private Answer delete(String jobId) {
		return this.client.delete(Client.JOBS + "/" + jobId);
	}

	@ParameterizedTest
	@ValueSource(strings = { "random_forest", "gradient_boosting", "xgboost", "ensemble" })
	void stopsARunningFitWithinTwoSeconds(String algorithm) {
		String params = "{\"algorithm\": \"%s\", \"hyperparameters\": {\"n_estimators\": 1000}}".formatted(algorithm);
		String jobId = this.client.upload(WrittenTable.large(200), params).json(202).get("job_id").asString();
		await().atMost(Duration.ofMinutes(1))
			.until(() -> this.client.job(jobId).path("progress").path("phase").asString("").equals("cross_validation"));
		Answer cancelled = cancel(jobId);
		assertThat(cancelled.json(202).get("status").asString()).isEqualTo("running");
		await().atMost(Duration.ofSeconds(2))
			.pollInterval(Duration.ofMillis(50))
			.until(() -> this.client.status(jobId).equals("cancelled"));
		assertThat(this.client.get(Client.PREDICTIONS + "/models/" + jobId).problem(404, "model_not_found"))
			.contains(jobId);
		delete(jobId).json(200);
	}

	@Test
	void leavesNothingOfADeletedJob() {
		Set<Path> before = Home.bytes(this.suite);
		String jobId = this.client.trained(WrittenTable.kepler(203, 120), WrittenTable.QUICK).get("job_id").asString();
		assertThat(Home.bytes(this.suite)).hasSize(before.size() + 4);
		assertThat(delete(jobId).json(200).get("status").asString()).isEqualTo("deleted");
		assertGone(jobId);
		assertThat(Home.bytes(this.suite)).isEqualTo(before);
		assertThat(delete(jobId).problem(404, "job_not_found")).contains(jobId);
	}

	@Test
	void leavesNothingOfAJobThatIsDeletedWhileItRuns() {
		Set<Path> before = Home.bytes(this.suite);
		String jobId = running(204);
		delete(jobId).json(200);
		assertGone(jobId);
		this.client.awaitIdle();
		assertGone(jobId);
		assertThat(Home.bytes(this.suite)).isEqualTo(before);
	}

	@Test
	void leavesNothingOfAJobThatIsDeletedJustBeforeItCompletes() {
		Set<Path> before = Home.bytes(this.suite);
		String jobId = this.client.upload(WrittenTable.kepler(205, 3000), WrittenTable.QUICK)
			.json(202)
			.get("job_id")
			.asString();
		await().pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(5))
			.until(() -> this.client.job(jobId).path("progress").path("fraction").asDouble(0) > 0
					|| this.client.status(jobId).equals("completed"));
		delete(jobId).json(200);
		this.client.awaitIdle();
		assertGone(jobId);
		assertThat(Home.bytes(this.suite)).isEqualTo(before);
	}

	@Test
	void keepsTheTableThatAnotherJobStillNeeds() {
		byte[] table = WrittenTable.kepler(206, 120);
		JsonNode one = this.client.trained(table, WrittenTable.QUICK);
		JsonNode other = this.client.trained(table, "{\"seed\": 1, \"hyperparameters\": {\"n_estimators\": 20}}");
		String sha256 = one.get("dataset").get("sha256").asString();
		assertThat(other.get("dataset").get("sha256").asString()).isEqualTo(sha256);
		delete(one.get("job_id").asString()).json(200);
		assertThat(Home.blob(this.suite, sha256)).isPresent();
		assertThat(this.client.post(Client.PREDICTIONS, Form.of(table).with("job_id", other.get("job_id").asString()))
			.json(200)
			.get("predictions")
			.size()).isEqualTo(120);
		delete(other.get("job_id").asString()).json(200);
		assertThat(Home.blob(this.suite, sha256)).isEmpty();
	}

	private void assertGone(String jobId) {
		this.client.get(Client.JOBS + "/" + jobId).problem(404, "job_not_found");
		this.client.get(Client.PREDICTIONS + "/models/" + jobId).problem(404, "model_not_found");
		assertThat(this.client.get(Client.JOBS + "?limit=200").text()).doesNotContain(jobId);
	}

}
