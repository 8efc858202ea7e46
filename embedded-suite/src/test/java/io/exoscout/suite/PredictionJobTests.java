package io.exoscout.suite;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Predictions that nobody waits for. */
@SuiteTest
class PredictionJobTests {

	private static final String AS_JOB = Client.PREDICTIONS + "?mode=job";

	private static final byte[] TABLE = WrittenTable.kepler(500, 240);

	private static final String ROWS = """
			{"job_id": "%s", "rows": [
			  {"kepoi_name": "mine", "koi_period": 14.40, "koi_duration": "4.1", "koi_depth": 3.1e2, "koi_prad": null},
			  {"kepoi_name": "yours", "koi_period": 2, "koi_duration": 2.5, "koi_depth": 9000, "koi_prad": 11.5}]}""";

	/** Takes a second to train, and milliseconds to explain a row. */
	private static final String MANY_TREES = """
			{"algorithm": "random_forest", "hyperparameters": {"n_estimators": 500}}""";

	private final Client client;

	private final RunningSuite suite;

	private String model = "";

	PredictionJobTests(Client client, RunningSuite suite) {
		this.client = client;
		this.suite = suite;
	}

	@BeforeEach
	void train() {
		this.model = this.client.trained(TABLE, WrittenTable.QUICK).get("job_id").asString();
	}

	@AfterEach
	void leaveTheWorkersIdle() {
		this.client.leaveIdle();
	}

	private Form form(byte[] table, int explain) {
		return form(this.model, table, explain);
	}

	private static Form form(String model, byte[] table, int explain) {
		return Form.of(table).with("job_id", model).with("explain", String.valueOf(explain));
	}

	private String accepted(byte[] table, int explain) {
		return accepted(form(table, explain));
	}

	private String accepted(Form form) {
		return this.client.post(AS_JOB, form).json(202).get("job_id").asString();
	}

	/** Explained predictions that take minutes. */
	private Form slow(long seed) {
		String model = this.client.trained(TABLE, MANY_TREES).get("job_id").asString();
		return form(model, WrittenTable.large(seed), 100);
	}

	/** A job of some minutes, being worked on. */
	private String running(Form slow) {
		String jobId = accepted(slow);
		await().atMost(Duration.ofMinutes(1))
			.until(() -> this.client.job(jobId).path("progress").path("fraction").asDouble(0) > 0);
		return jobId;
	}

	private String rows(String rows) {
		return "{\"job_id\": \"%s\", \"rows\": [%s]}".formatted(this.model, rows);
	}

	private Answer result(String jobId, String... headers) {
		return this.client.get(Client.JOBS + "/" + jobId + "/result", headers);
	}

	private void delete(String jobId) {
		this.client.delete(Client.JOBS + "/" + jobId).json(200);
	}

	@Test
	void tellsWhereToLookAndThenWhatCameOut() {
		Answer answer = this.client.post(AS_JOB, form(WrittenTable.kepler(501, 130), 0));
		JsonNode accepted = answer.json(202);
		String jobId = accepted.get("job_id").asString();
		assertThat(answer.header("Location")).isEqualTo(Client.JOBS + "/" + jobId);
		assertThat(accepted.get("status").asString()).isEqualTo("processing");
		JsonNode job = this.client.ended(jobId);
		assertThat(job.get("type").asString()).isEqualTo("prediction");
		assertThat(job.get("status").asString()).as(job.toString()).isEqualTo("completed");
		assertThat(job.get("params").get("model_id").asString()).isEqualTo(this.model);
		assertThat(job.get("params").get("data_source").asString()).isEqualTo("kepler");
		assertThat(job.get("params").has("algorithm")).isFalse();
		assertThat(job.get("results").get("ignored_columns").valueStream().map(JsonNode::asString)).contains("note");
		JsonNode kept = job.get("results").get("result");
		assertThat(kept.get("rows").asInt()).isEqualTo(130);
		assertThat(Home.blob(this.suite, kept.get("sha256").asString())).isPresent();
		assertThat(this.client.get(Client.JOBS + "?type=prediction").text()).contains(jobId)
			.doesNotContain("algorithm");
		delete(jobId);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/x-ndjson", "text/csv" })
	void resultIsTheDirectAnswerByteForByte(String form) {
		String jobId = accepted(TABLE, 3);
		assertThat(this.client.ended(jobId).get("status").asString()).isEqualTo("completed");
		Answer direct = this.client.post(Client.PREDICTIONS, form(TABLE, 3), "Accept", form);
		Answer result = result(jobId, "Accept", form);
		assertThat(result.status()).isEqualTo(200);
		assertThat(result.text()).isEqualTo(direct.text());
		assertThat(result.header("Content-Type")).isEqualTo(direct.header("Content-Type"));
		assertThat(result.header("X-Partial-Table")).isEqualTo(direct.header("X-Partial-Table")).isNotEmpty();
		assertThat(result(jobId, "Accept", form, "If-None-Match", result.header("ETag")).status()).isEqualTo(304);
		delete(jobId);
	}

	@ParameterizedTest
	@CsvSource({ "precision,application/json", "recall,application/json", "recall,text/csv" })
	void selectsTheRowsThatADirectAnswerSelects(String by, String form) {
		String jobId = accepted(form(TABLE, 0).with(by, "0.6"));
		assertThat(this.client.ended(jobId).get("status").asString()).isEqualTo("completed");
		Answer direct = this.client.post(Client.PREDICTIONS, form(TABLE, 0).with(by, "0.6"), "Accept", form);
		Answer result = result(jobId, "Accept", form);
		assertThat(result.text()).isEqualTo(direct.text()).contains("selected");
		assertThat(result.header("X-Threshold")).isEqualTo(direct.header("X-Threshold")).isNotEmpty();
		delete(jobId);
	}

	@Test
	void itsRequestAndItsEndAreRecorded() {
		String jobId = accepted(form(WrittenTable.kepler(504, 131), 0));
		assertThat(this.client.ended(jobId).get("status").asString()).isEqualTo("completed");
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			List<JsonNode> records = this.client.get(Client.PREDICTIONS + "/audit?model=" + this.model + "&limit=200")
				.json(200)
				.valueStream()
				.filter((record) -> record.path("job_id").asString("").equals(jobId))
				.toList();
			assertThat(records).extracting((record) -> record.get("outcome").asString())
				.containsExactly("answered", "accepted");
			assertThat(records.get(0).has("status")).isFalse();
			assertThat(records.get(0).get("rows").asInt()).isEqualTo(131);
			assertThat(records.get(0).get("milliseconds").asDouble()).isPositive();
			assertThat(records.get(0).get("table_sha256")).isEqualTo(records.get(1).get("table_sha256"));
		});
		delete(jobId);
	}

	@Test
	void rowsAreScoredAsInADirectAnswer() {
		String rows = ROWS.formatted(this.model);
		String jobId = this.client.post(AS_JOB + "&explain=2", rows).json(202).get("job_id").asString();
		assertThat(this.client.ended(jobId).get("status").asString()).isEqualTo("completed");
		assertThat(result(jobId).text()).isEqualTo(this.client.post(Client.PREDICTIONS + "?explain=2", rows).text());
		assertThat(this.client.post(AS_JOB + "&explain=2", rows).json(200).get("duplicate").asBoolean()).isTrue();
		delete(jobId);
	}

	@Test
	void stopsWithinTwoSecondsAndMayBeAskedForAgain() {
		Form slow = slow(502);
		String jobId = running(slow);
		this.client.post(Client.JOBS + "/" + jobId + "/cancel").json(202);
		await().atMost(Duration.ofSeconds(2))
			.pollInterval(Duration.ofMillis(50))
			.until(() -> this.client.status(jobId).equals("cancelled"));
		assertThat(result(jobId).problem(409, "job_not_completed")).contains("cancelled");
		assertThat(accepted(slow)).isEqualTo(jobId);
		delete(jobId);
	}

	@Test
	void leavesNothingOfADeletedJob() {
		Set<Path> before = Home.bytesAtRest(this.suite);
		String jobId = accepted(WrittenTable.kepler(503, 150), 0);
		this.client.awaitStatus(jobId, "completed");
		this.client.awaitIdle();
		assertThat(Home.bytesAtRest(this.suite)).hasSize(before.size() + 2);
		delete(jobId);
		result(jobId).problem(404, "job_not_found");
		assertThat(Home.bytesAtRest(this.suite)).isEqualTo(before);
	}

	@Test
	void leavesNothingOfAJobThatIsDeletedWhileItRuns() {
		Form slow = slow(504);
		Set<Path> before = Home.bytesAtRest(this.suite);
		String jobId = running(slow);
		delete(jobId);
		this.client.awaitIdle();
		assertThat(Home.bytesAtRest(this.suite)).isEqualTo(before);
	}

	@Test
	void keepsAResultThatAnotherJobHas() {
		String table = new String(WrittenTable.kepler(505, 90), StandardCharsets.UTF_8);
		String one = accepted(WrittenTable.bytes(table), 0);
		String other = accepted(WrittenTable.bytes(table.replace(",seen", ",unseen")), 0);
		this.client.awaitStatus(one, "completed");
		this.client.awaitStatus(other, "completed");
		String predictions = result(one).text();
		assertThat(result(other).text()).isEqualTo(predictions);
		delete(one);
		assertThat(result(other).text()).isEqualTo(predictions);
		delete(other);
	}

	@Test
	void endsInErrorWhenTheModelIsGone() {
		byte[] table = WrittenTable.kepler(506, 240);
		String shortLived = this.client.trained(table, WrittenTable.QUICK).get("job_id").asString();
		String busy = running(slow(507));
		String jobId = accepted(form(shortLived, table, 0));
		delete(shortLived);
		delete(busy);
		JsonNode job = this.client.ended(jobId);
		assertThat(job.get("error").get("code").asString()).isEqualTo("model_not_found");
		assertThat(job.get("error").get("message").asString()).contains(shortLived);
		assertThat(job.get("attempts").asInt()).isEqualTo(1);
		delete(jobId);
	}

	@Test
	void refusesValuesThatCanNotBeInTheWordsOfADirectAnswer() {
		String negative = "{\"koi_period\": -2.5, \"koi_duration\": 3, \"koi_depth\": 600, \"koi_prad\": 2.2}";
		assertThat(this.client.post(AS_JOB, rows(negative)).problem(422, "impossible_values"))
			.isEqualTo(this.client.post(Client.PREDICTIONS, rows(negative)).problem(422, "impossible_values"))
			.contains("koi_period", "-2.5");
	}

	@Test
	void predictionsDoNotWaitForATraining() {
		String training = this.client.upload(WrittenTable.large(508), WrittenTable.SLOW)
			.json(202)
			.get("job_id")
			.asString();
		this.client.awaitStatus(training, "running");
		String jobId = accepted(WrittenTable.kepler(509, 60), 0);
		this.client.awaitStatus(jobId, "completed");
		assertThat(this.client.status(training)).isEqualTo("running");
		assertThat(this.client.workers()).extracting((worker) -> worker.get("type").asString())
			.containsOnly("training", "prediction", "transit_search")
			.containsOnlyOnce("training", "prediction");
		JsonNode queues = this.client.get("/exo-scout-jobs-api/workers").json(200).get("queues");
		assertThat(queues.propertyNames()).containsExactlyInAnyOrder("training", "prediction", "transit_search");
		delete(jobId);
	}

}
