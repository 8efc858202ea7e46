package io.exoscout.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.exoscout.suite.process.Http;
import io.exoscout.suite.process.Http.HttpAnswer;
import io.exoscout.suite.process.ProcessTables;
import io.exoscout.store.BlobSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import tools.jackson.databind.JsonNode;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Promises of a cluster of real processes, each with the figure that goes with it. In
 * short they are part of every build; {@code make cluster} is the long form.
 */
@EnabledOnOs(OS.LINUX)
class ClusterTests {

	private static final String JOBS = "/exo-scout-jobs-api/jobs/";

	private static final String QUICK = "{\"algorithm\": \"gradient_boosting\", \"hyperparameters\": {\"n_estimators\": 3}}";

	/** Some seconds of work. */
	private static final String SOME = "{\"algorithm\": \"random_forest\", \"hyperparameters\": {\"n_estimators\": 150}}";

	/** Half a minute of work if nobody stops it. */
	private static final String LONG = "{\"algorithm\": \"random_forest\", \"seed\": %d, \"hyperparameters\": {\"n_estimators\": 1000}}";

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final Path DIRECTORY = Path.of("target/cluster").toAbsolutePath();

	private static final Report REPORT = new Report();

	private static Stage stage;

	@BeforeAll
	static void open() throws IOException {
		FileSystemUtils.deleteRecursively(DIRECTORY);
		stage = new Stage(DIRECTORY, new ChaosPlan(100, 0, 1, 2, 1, 1, Duration.ZERO, BlobSettings.Kind.DIRECTORY, 0));
		// what a deployment has
		stage.trainers().forEach((trainer) -> trainer.with(Map.of("EXOSCOUT_WORK_HEARTBEAT", "1s")));
		stage.open();
	}

	@AfterAll
	static void close() throws IOException {
		if (stage != null) {
			stage.close();
			Files.writeString(DIRECTORY.resolve("report.md"), REPORT.text());
			System.out.println(REPORT.text());
		}
	}

	@Test
	void hundredIdenticalUploadsAtOnceThroughTwoOrchestratorsAreOneJob() throws Exception {
		int rounds = Integer.getInteger("cluster.rounds", 2);
		ExecutorService clients = Executors.newFixedThreadPool(100);
		try {
			for (int round = 0; round < rounds; round++) {
				String table = ProcessTables.kepler(80, 1_000_000 + round);
				List<Future<HttpAnswer>> answers = new ArrayList<>();
				for (int i = 0; i < 100; i++) {
					Http orchestrator = stage.orchestrators().get(i % 2).http();
					answers.add(clients.submit(() -> orchestrator.upload(table, QUICK)));
				}
				List<HttpAnswer> all = new ArrayList<>();
				for (Future<HttpAnswer> answer : answers) {
					all.add(answer.get());
				}
				assertThat(all).extracting(HttpAnswer::status).containsOnly(200, 202).containsOnlyOnce(202);
				assertThat(all).extracting((answer) -> answer.body().get("job_id").asString())
					.containsOnly(jobId(all.get(0)));
				assertThat(ended(jobId(all.get(0))).get("attempts").asInt()).isEqualTo(1);
			}
		}
		finally {
			clients.shutdownNow();
		}
		REPORT.add("rounds of 100 identical uploads at once, one job each", rounds);
	}

	@Test
	void uploadsWhileTheBrokerIsDownAreAcceptedAndTrainedWhenItIsBack() {
		int uploads = Integer.getInteger("cluster.uploads", 10);
		stage.broker().stop();
		List<String> accepted = new ArrayList<>();
		List<Long> took = new ArrayList<>();
		try {
			for (int i = 0; i < uploads; i++) {
				Instant began = Instant.now();
				HttpAnswer answer = orchestrator(i).upload(ProcessTables.kepler(80, 2_000_000 + i), QUICK);
				took.add(Duration.between(began, Instant.now()).toMillis());
				assertThat(answer.status()).as("%s", answer).isEqualTo(202);
				accepted.add(jobId(answer));
			}
		}
		finally {
			stage.broker().start();
		}
		Instant back = Instant.now();
		assertThat(accepted)
			.allSatisfy((jobId) -> assertThat(ended(jobId).get("status").asString()).isEqualTo("completed"));
		REPORT.add("uploads accepted while the broker was down, and trained after", accepted.size());
		report("their answers came after, p50 / p95", took, 95);
		REPORT.add("all trained after its return within", Duration.between(back, Instant.now()));
	}

	@Test
	void cancelStopsARunningFit() {
		int cancels = Integer.getInteger("cluster.cancels", 3);
		String table = ProcessTables.kepler(3000, 3_000_000);
		List<Long> took = new ArrayList<>();
		for (int i = 0; i < cancels; i++) {
			String jobId = jobId(orchestrator(i).upload(table, LONG.formatted(i)));
			await("the fit").atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(20))
				.until(() -> job(jobId).path("progress").path("fraction").asDouble(0) > 0);
			Instant asked = Instant.now();
			assertThat(jobs().post(JOBS + jobId + "/cancel").status()).isEqualTo(202);
			await("the end").atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(20))
				.until(() -> job(jobId).get("status").asString().equals("cancelled"));
			took.add(Duration.between(asked, Instant.now()).toMillis());
		}
		REPORT.add("cancels of a running fit", cancels);
		promise(report("until the job was cancelled, p50 / p99", took, 99), 2000);
	}

	@Test
	void streamOfAJobGoesOnWhenItsWorkerIsKilled() throws Exception {
		String events = JOBS + jobId(orchestrator(0).upload(ProcessTables.kepler(3000, 5_000_000), SOME)) + "/events";
		List<JsonNode> heard = new CopyOnWriteArrayList<>();
		CompletableFuture<Void> stream = CompletableFuture.runAsync(() -> jobs().listen(events, 0, heard::add));
		await("the middle").atMost(PATIENCE)
			.until(() -> heard.stream()
				.filter((event) -> event.path("attempt").asInt() == 1)
				.anyMatch((event) -> event.at("/progress/fraction").asDouble(0) > 0.1));
		Service trainer = stage.trainers().get(0);
		trainer.kill();
		trainer.start();
		stream.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		trainer.awaitReady();

		assertThat(ids(heard)).isSorted().doesNotHaveDuplicates();
		// who comes when it runs already is told so by the snapshot, not by a change of
		// state
		assertThat(heard).extracting((event) -> event.path("attempt").asInt()).contains(1, 2);
		assertThat(heard.get(heard.size() - 1).get("type").asString()).isEqualTo("completed");
		// nothing that is noted of the job was missed
		List<JsonNode> noted = new ArrayList<>();
		jobs().listen(events, ids(heard).get(0), noted::add);
		assertThat(noted).extracting((event) -> event.path("attempt").asInt()).contains(2);
		assertThat(ids(heard)).containsAll(ids(noted));
	}

	private static List<Long> ids(List<JsonNode> events) {
		return events.stream().map((event) -> event.get("id").asLong()).toList();
	}

	@Test
	void idleWorkerClaimsWhatIsPublished() {
		int uploads = Integer.getInteger("cluster.uploads", 10);
		List<Long> waited = new ArrayList<>();
		for (int i = 0; i < uploads; i++) {
			JsonNode job = ended(jobId(orchestrator(i).upload(ProcessTables.kepler(80, 4_000_000 + i), QUICK)));
			assertThat(job.get("attempts").asInt()).isEqualTo(1);
			waited.add(Duration.between(time(job, "created_at"), time(job, "started_at")).toMillis());
		}
		REPORT.add("uploads to an idle cluster", uploads);
		promise(report("from accepted (before it is stored and published) to claimed, p50 / p95", waited, 95), 50);
	}

	private static Http orchestrator(int number) {
		return stage.orchestrators().get(number % stage.orchestrators().size()).http();
	}

	private static Http jobs() {
		return stage.sweepers().get(0).http();
	}

	private static JsonNode job(String jobId) {
		return jobs().get(JOBS + jobId).body();
	}

	private static JsonNode ended(String jobId) {
		return await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(20))
			.until(() -> job(jobId), (job) -> Stream.of("completed", "error", "cancelled")
				.anyMatch(job.get("status").asString()::equals));
	}

	private static String jobId(HttpAnswer answer) {
		assertThat(answer.status()).as("%s", answer).isIn(200, 202);
		return answer.body().get("job_id").asString();
	}

	private static Instant time(JsonNode job, String field) {
		return Instant.parse(job.get(field).asString());
	}

	private static long report(String what, List<Long> millis, int percent) {
		long high = percentile(millis, percent);
		REPORT.add(what, "%d ms / %d ms".formatted(percentile(millis, 50), high));
		return high;
	}

	/** Times are promised only where the machine has nothing else to do. */
	private static void promise(long millis, long atMost) {
		if (Boolean.getBoolean("cluster.promised")) {
			assertThat(millis).as("ms").isLessThanOrEqualTo(atMost);
		}
	}

	/** By the nearest rank. */
	private static long percentile(List<Long> millis, int percent) {
		long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
		return sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1];
	}

}
