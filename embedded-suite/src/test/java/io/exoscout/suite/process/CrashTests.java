package io.exoscout.suite.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.exoscout.dataset.RealTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** {@code kill -9} of the whole suite, and a start on what it left. */
@DisabledOnOs(OS.WINDOWS)
class CrashTests {

	/** Some seconds of work, so that there is a middle. */
	private static final String LONG = "{\"algorithm\": \"random_forest\", \"hyperparameters\": {\"n_estimators\": 1000}}";

	private static final String TABLE = ProcessTables.kepler(1500);

	@TempDir
	Path dir;

	@Test
	void trainingOfTheKeplerTableKilledInTheMiddleIsTakenUpWithinTheLeaseAndCompletesOnce() throws IOException {
		String table = Files.readString(RealTables.path(RealTables.KEPLER));
		Path home = this.dir.resolve("home");
		String jobId;
		Instant killed;
		try (SuiteProcess suite = SuiteProcess.start(home)) {
			jobId = suite.http().accepted(table, "{\"algorithm\": \"random_forest\"}");
			suite.http().awaitInTheMiddle(jobId);
			suite.kill();
			killed = Instant.now();
		}
		try (SuiteProcess suite = SuiteProcess.start(home)) {
			Instant ready = Instant.now();
			JsonNode job = suite.http().awaitEnd(jobId);
			assertThat(job.get("status").asString()).as("%s", job).isEqualTo("completed");
			assertThat(job.get("attempts").asInt()).isEqualTo(2);
			// the lease counts from the sweeper's first look
			Instant due = ready.plus(SuiteProcess.LEASE);
			assertThat(Instant.parse(job.get("started_at").asString())).isAfter(killed)
				.isBefore(due.plus(SuiteProcess.SWEEP).plusSeconds(3));
			assertOneModelEach(suite, home, List.of(jobId));
		}
	}

	@Test
	void predictionKilledInTheMiddleIsTakenUpAndLeavesOneResult() {
		Path home = this.dir.resolve("home");
		String table = ProcessTables.kepler(6000);
		String model;
		String jobId;
		try (SuiteProcess suite = SuiteProcess.start(home)) {
			model = suite.http().accepted(TABLE, small(1));
			assertThat(suite.http().awaitEnd(model).get("status").asString()).isEqualTo("completed");
			jobId = suite.http().predicting(table, model);
			suite.http().awaitInTheMiddle(jobId);
			suite.kill();
		}
		try (SuiteProcess suite = SuiteProcess.start(home)) {
			JsonNode job = suite.http().awaitEnd(jobId);
			assertThat(job.get("status").asString()).as("%s", job).isEqualTo("completed");
			assertThat(job.get("attempts").asInt()).isEqualTo(2);
			JsonNode result = suite.http().get("/exo-scout-jobs-api/jobs/" + jobId + "/result").body();
			assertThat(result.get("predictions").size()).isEqualTo(6000);
			JsonNode kept = job.get("results").get("result");
			JsonNode card = suite.http().models().get(0);
			assertThat(SuiteHome.blobs(home)).containsExactlyInAnyOrder(kept.get("sha256").asString(),
					job.get("dataset").get("sha256").asString(), card.get("file").get("sha256").asString(),
					card.get("candidates").get("file").get("sha256").asString(),
					card.get("candidates").get("decided").get("file").get("sha256").asString(),
					suite.http().job(model).get("dataset").get("sha256").asString());
			assertThat(SuiteHome.leftovers(home)).isEmpty();
		}
	}

	@Test
	void crashCostsAnAttempt() {
		Path home = this.dir.resolve("home");
		Map<String, String> oneAttempt = Map.of("EXOSCOUT_WORK_MAXATTEMPTS", "1");
		String jobId;
		try (SuiteProcess suite = SuiteProcess.start(home, oneAttempt)) {
			jobId = suite.http().accepted(TABLE, LONG);
			suite.http().awaitInTheMiddle(jobId);
			suite.kill();
		}
		try (SuiteProcess suite = SuiteProcess.start(home, oneAttempt)) {
			JsonNode job = suite.http().awaitEnd(jobId);
			assertThat(job.get("status").asString()).isEqualTo("error");
			assertThat(job.get("attempts").asInt()).isEqualTo(1);
			assertThat(job.get("error").get("code").asString()).isEqualTo("too_many_attempts");
			assertThat(suite.http().models()).isEmpty();
		}
	}

	@Test
	void jobKilledRightAfterItWasAcceptedCompletes() {
		Path home = this.dir.resolve("home");
		String jobId;
		try (SuiteProcess suite = SuiteProcess.start(home)) {
			jobId = suite.http().accepted(ProcessTables.kepler(300), small(1));
			suite.kill();
		}
		try (SuiteProcess suite = SuiteProcess.start(home)) {
			assertThat(suite.http().awaitEnd(jobId).get("status").asString()).isEqualTo("completed");
			assertOneModelEach(suite, home, List.of(jobId));
		}
	}

	@Test
	void jobThatWasNotedButNotSentCompletes() {
		Path home = this.dir.resolve("home");
		String first;
		String second;
		try (SuiteProcess suite = SuiteProcess.start(home)) {
			first = suite.http().accepted(TABLE, small(0));
			second = suite.http().accepted(ProcessTables.kepler(300), small(1));
			suite.kill();
		}
		UnsentJobs.forgetMessages(home);
		try (SuiteProcess suite = SuiteProcess.start(home)) {
			assertThat(suite.http().awaitEnd(first).get("status").asString()).isEqualTo("completed");
			assertThat(suite.http().awaitEnd(second).get("status").asString()).isEqualTo("completed");
			assertThat(suite.http().job(second).get("attempts").asInt()).isEqualTo(1);
		}
	}

	@Test
	void whateverWasAcceptedBetweenManyKillsCompletesOnce() {
		Path home = this.dir.resolve("home");
		Map<String, String> settings = Map.of("EXOSCOUT_WORK_MAXATTEMPTS", "10", "EXOSCOUT_WORK_HOUSEKEEPING", "1s",
				"EXOSCOUT_WORK_BLOBGRACE", "1s");
		String table = ProcessTables.kepler(300);
		List<String> accepted = new ArrayList<>();
		Random random = new Random(20251004);
		int kills = 3;
		for (int i = 0; i < kills; i++) {
			try (SuiteProcess suite = SuiteProcess.start(home, settings)) {
				accepted.add(suite.http().accepted(table, small(2 * i)));
				accepted.add(suite.http().accepted(table, small(2 * i + 1)));
				CompletableFuture
					.runAsync(suite::kill,
							CompletableFuture.delayedExecutor(random.nextInt(2500), TimeUnit.MILLISECONDS))
					.join();
			}
		}
		try (SuiteProcess suite = SuiteProcess.start(home, settings)) {
			for (String jobId : accepted) {
				JsonNode job = suite.http().awaitEnd(jobId);
				assertThat(job.get("status").asString()).as("%s", job).isEqualTo("completed");
				assertThat(job.get("attempts").asInt()).isBetween(1, kills + 1);
			}
			assertThat(suite.http().jobs()).hasSameSizeAs(accepted);
			// a model stored just before a kill may have left bytes of no use
			await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertOneModelEach(suite, home, accepted));
		}
	}

	private static String small(int seed) {
		return "{\"algorithm\": \"gradient_boosting\", \"seed\": %d, \"hyperparameters\": {\"n_estimators\": 200}}"
			.formatted(seed);
	}

	/** One card for each job, and no bytes but the table and what the cards name. */
	private static void assertOneModelEach(SuiteProcess suite, Path home, List<String> jobIds) {
		List<JsonNode> models = suite.http().models();
		assertThat(models).extracting((model) -> model.get("model_id").asString())
			.containsExactlyInAnyOrderElementsOf(jobIds);
		List<String> needed = new ArrayList<>();
		for (JsonNode model : models) {
			JsonNode job = suite.http().job(model.get("model_id").asString());
			String sha256 = model.get("file").get("sha256").asString();
			assertThat(job.get("results").get("model").get("sha256").asString()).isEqualTo(sha256);
			needed.add(sha256);
			needed.add(model.get("candidates").get("file").get("sha256").asString());
			needed.add(model.get("candidates").get("decided").get("file").get("sha256").asString());
			needed.add(job.get("dataset").get("sha256").asString());
		}
		assertThat(SuiteHome.blobs(home)).containsExactlyElementsOf(needed.stream().distinct().sorted().toList());
		assertThat(SuiteHome.leftovers(home)).isEmpty();
	}

}
