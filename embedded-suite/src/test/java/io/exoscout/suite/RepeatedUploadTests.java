package io.exoscout.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The same table, uploaded again and again. */
@SuiteTest
class RepeatedUploadTests {

	private final Client client;

	private final RunningSuite suite;

	RepeatedUploadTests(Client client, RunningSuite suite) {
		this.client = client;
		this.suite = suite;
	}

	@AfterEach
	void leaveTheWorkerIdle() {
		this.client.leaveIdle();
	}

	@Test
	void trainsOnceOnAHundredUploadsAtOnce() {
		this.client.awaitIdle();
		int before = this.client.worker().get("jobs_done").asInt();
		List<Answer> answers = this.client.uploads(100, WrittenTable.kepler(100, 600), WrittenTable.QUICK);
		assertThat(answers).extracting(Answer::status).containsOnly(200, 202).containsOnlyOnce(202);
		List<String> ids = answers.stream().map((answer) -> answer.json().get("job_id").asString()).distinct().toList();
		assertThat(ids).hasSize(1);
		JsonNode job = this.client.ended(ids.get(0));
		assertThat(job.get("status").asString()).isEqualTo("completed");
		assertThat(job.get("attempts").asInt()).isEqualTo(1);
		await().until(() -> this.client.worker().get("jobs_done").asInt() > before);
		assertThat(this.client.worker().get("jobs_done").asInt()).isEqualTo(before + 1);
		assertThat(this.client.get("/exo-scout-jobs-api/workers").json(200).get("queue_depth").asInt()).isZero();
	}

	@Test
	void showsSignsOfLifeWhileAJobIsRunning() {
		String jobId = keepTheWorkerBusy();
		String before = this.client.worker().get("last_heartbeat").asString();
		await().untilAsserted(
				() -> assertThat(this.client.worker().get("last_heartbeat").asString()).isGreaterThan(before));
		assertThat(this.client.worker().get("current_job").asString()).isEqualTo(jobId);
	}

	@Test
	void isTheSameJobWhileThatIsRunning() {
		byte[] table = WrittenTable.large(101);
		String jobId = this.client.upload(table, WrittenTable.SLOW).json(202).get("job_id").asString();
		this.client.awaitStatus(jobId, "running");
		JsonNode answer = this.client.upload(table, WrittenTable.SLOW).json(200);
		assertThat(answer.get("duplicate").asBoolean()).isTrue();
		assertThat(answer.get("job_id").asString()).isEqualTo(jobId);
		assertThat(answer.get("status").asString()).isEqualTo("running");
		this.client.delete(Client.JOBS + "/" + jobId).json(200);
	}

	@Test
	void learnsNumbersForLabelsOnlyWhenToldWhatTheyMean() {
		String numbers = new String(WrittenTable.kepler(150, 120), StandardCharsets.UTF_8).replace("CONFIRMED", "1")
			.replace("FALSE POSITIVE", "0");
		byte[] table = WrittenTable.bytes(numbers);
		assertThat(this.client.upload(table, WrittenTable.QUICK).problem(422, "unknown_labels")).contains("\"1\"",
				"\"0\"", "CONFIRMED");
		JsonNode job = this.client.trained(table, """
				{"hyperparameters": {"n_estimators": 20}, "labels": {"1": "CONFIRMED", "0": "false positive"}}""");
		assertThat(job.get("params").get("labels").get("0").asString()).isEqualTo("false positive");
		assertThat(job.get("report").get("labels").propertyNames()).containsExactlyInAnyOrder("CANDIDATE", "CONFIRMED",
				"FALSE POSITIVE");
	}

	@Test
	void isQueuedAgainAfterACancel() {
		byte[] table = WrittenTable.kepler(103, 120);
		String running = keepTheWorkerBusy();
		String jobId = this.client.upload(table, WrittenTable.QUICK).json(202).get("job_id").asString();
		assertThat(this.client.post(Client.JOBS + "/" + jobId + "/cancel").json(200).get("status").asString())
			.isEqualTo("cancelled");
		Answer again = this.client.upload(table, WrittenTable.QUICK);
		assertThat(again.json(202).get("job_id").asString()).isEqualTo(jobId);
		this.client.delete(Client.JOBS + "/" + running).json(200);
		assertThat(this.client.ended(jobId).get("status").asString()).isEqualTo("completed");
	}

	@Test
	void isQueuedAgainAfterAnError() throws IOException {
		byte[] table = WrittenTable.kepler(104, 120);
		String jobId = failed(table);
		assertThat(this.client.upload(table, WrittenTable.QUICK).json(202).get("job_id").asString()).isEqualTo(jobId);
		JsonNode job = this.client.ended(jobId);
		assertThat(job.get("status").asString()).isEqualTo("completed");
		assertThat(job.has("error")).isFalse();
	}

	@Test
	void saysWhyAJobFailedAndTriesItAgainOnRequest() throws IOException {
		byte[] table = WrittenTable.kepler(105, 120);
		String jobId = failed(table);
		JsonNode error = this.client.job(jobId).get("error");
		assertThat(error.get("code").asString()).isEqualTo("blob_not_found");
		assertThat(error.get("message").asString()).isNotBlank();
		assertThat(error.get("failed_at").asString()).endsWith("Z");
		Answer retried = this.client.post(Client.JOBS + "/" + jobId + "/retry");
		assertThat(retried.json(202).get("status").asString()).isEqualTo("queued");
		assertThat(retried.header("Location")).isEqualTo(Client.JOBS + "/" + jobId);
		// the table is still not there
		assertThat(this.client.ended(jobId).get("status").asString()).isEqualTo("error");
	}

	private String keepTheWorkerBusy() {
		String running = this.client.upload(WrittenTable.large(106), WrittenTable.SLOW)
			.json(202)
			.get("job_id")
			.asString();
		this.client.awaitStatus(running, "running");
		return running;
	}

	/** A job whose table somebody took from the data directory before its turn came. */
	private String failed(byte[] table) throws IOException {
		String running = keepTheWorkerBusy();
		JsonNode accepted = this.client.upload(table, WrittenTable.QUICK).json(202);
		Files.delete(Home.blob(this.suite, accepted.get("dataset").get("sha256").asString()).orElseThrow());
		this.client.delete(Client.JOBS + "/" + running).json(200);
		String jobId = accepted.get("job_id").asString();
		assertThat(this.client.ended(jobId).get("status").asString()).isEqualTo("error");
		return jobId;
	}

}
