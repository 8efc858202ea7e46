package io.exoscout.suite.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Back up, wipe, restore, and go on: with the commands as people type them. */
@DisabledOnOs(OS.WINDOWS)
class BackupProcessTests {

	private static final String TABLE = ProcessTables.kepler(400);

	private static final String LONG = "{\"algorithm\": \"random_forest\", \"hyperparameters\": {\"n_estimators\": 1000}}";

	@TempDir
	Path dir;

	private Path home;

	private String archive;

	@Test
	void afterAKillAWipeAndARestoreNothingIsMissing() throws Exception {
		this.home = this.dir.resolve("home");
		this.archive = this.dir.resolve("backup.zip").toString();
		Map<String, String> settings = Map.of("EXOSCOUT_BLOBS_KIND", "gridfs");
		List<JsonNode> ended;
		List<JsonNode> models;
		JsonNode planets;
		byte[] predictions;
		String model;
		String running;
		String queued;
		try (SuiteProcess suite = SuiteProcess.start(this.home, settings)) {
			Http http = suite.http();
			model = http.accepted(TABLE, "{\"algorithm\": \"xgboost\", \"hyperparameters\": {\"n_estimators\": 50}}");
			http.awaitEnd(http.accepted(TABLE, "{\"hyperparameters\": {\"n_estimators\": 50}}"));
			http.awaitEnd(model);
			http.save("{\"nombre\": \"Kepler-90 i\", \"distancia_ly\": 2545}");
			http.save("{\"nombre\": \"Größe\", \"habitable\": true}");
			ended = http.jobs().stream().map((job) -> http.job(job.get("job_id").asString())).toList();
			models = http.models();
			planets = http.get("/get-exoplanets").body();
			predictions = http.predictions(TABLE, model);
			running = http.accepted(ProcessTables.kepler(1500), LONG);
			queued = http.accepted(ProcessTables.kepler(300), "{\"hyperparameters\": {\"n_estimators\": 20}}");
			http.awaitInTheMiddle(running);
			suite.kill();
		}

		assertThat(SuiteProcess.run(this.home, settings, "backup", this.archive))
			.contains("4 jobs, 0 aliases, 2 models, 2 planets");
		FileSystemUtils.deleteRecursively(this.home);
		assertThat(SuiteProcess.run(this.home, settings, "restore", this.archive)).contains("1 jobs were running",
				"4 jobs, 0 aliases, 2 models, 2 planets");

		try (SuiteProcess suite = SuiteProcess.start(this.home, settings)) {
			Http http = suite.http();
			assertThat(http.predictions(TABLE, model)).isEqualTo(predictions);
			assertThat(http.models()).isEqualTo(models);
			assertThat(http.get("/get-exoplanets").body()).isEqualTo(planets);
			for (JsonNode job : ended) {
				assertThat(http.job(job.get("job_id").asString())).isEqualTo(job);
			}
			assertThat(http.awaitEnd(queued).get("status").asString()).isEqualTo("completed");
			assertThat(http.job(queued).get("attempts").asInt()).isEqualTo(1);
			assertThat(http.awaitEnd(running).get("status").asString()).isEqualTo("completed");
			assertThat(http.jobs()).hasSize(4);
			assertThat(http.models()).hasSize(4);
		}
		assertThat(this.home.resolve("blobs")).doesNotExist();
	}

	@Test
	void nothingToBackUpIsToldWithTheSettingThatMayBeWrong() {
		this.home = this.dir.resolve("home");
		assertThat(refusal(Map.of(), "backup", "x.zip")).contains(this.home.toString(), "EXOSCOUT_HOME");
		assertThat(Files.exists(this.home)).isFalse();
	}

	@Test
	void whatIsNotThereIsNotRestoredAndNothingIsMadeForIt() {
		this.home = this.dir.resolve("home");
		assertThat(refusal(Map.of(), "restore", "none.zip")).contains("none.zip", "no such file");
		assertThat(this.home).doesNotExist();
	}

	@Test
	void deploymentNeedsToSayWhereItsBlobsAre() throws IOException {
		this.home = this.dir.resolve("home");
		String file = Files.createFile(this.dir.resolve("x.zip")).toString();
		String uri = "mongodb://somebody:secret@127.0.0.1:1/exoscout";
		assertThat(refusal(Map.of("SPRING_MONGODB_URI", uri), "restore", file))
			.contains("EXOSCOUT_BLOBS_DIRECTORY", "EXOSCOUT_BLOBS_KIND")
			.doesNotContain("secret");
		assertThat(refusal(Map.of("SPRING_MONGODB_URI", uri, "EXOSCOUT_BLOBS_DIRECTORY", "/nowhere/at/all"), "backup",
				"x.zip"))
			.contains("/nowhere/at/all");
		assertThat(refusal(Map.of("SPRING_MONGODB_URI", uri, "EXOSCOUT_BLOBS_KIND", "gridfs",
				"EXOSCOUT_DATABASE_TIMEOUT", "200ms"), "backup", this.dir.resolve("y.zip").toString()))
			.contains("the database can not be reached")
			.doesNotContain("secret");
	}

	@Test
	void commandWithoutAFileSaysSoAndHowItIsTyped() {
		this.home = this.dir.resolve("home");
		try (ForkedJvm jvm = SuiteProcess.fork(this.home, Map.of(), "restore", "a.zip", "b.zip")) {
			assertThat(jvm.awaitExit(SuiteProcess.START)).isEqualTo(2);
			assertThat(jvm.err())
				.startsWith("ExoScout did not start: restore needs one file, but was given [a.zip, b.zip]")
				.contains("restore FILE")
				.doesNotContain("Exception", "\tat ");
		}
		assertThat(this.home).doesNotExist();
	}

	private String refusal(Map<String, String> settings, String... words) {
		try (ForkedJvm jvm = SuiteProcess.fork(this.home, settings, words)) {
			assertThat(jvm.awaitExit(SuiteProcess.START)).as(jvm.out()).isEqualTo(1);
			assertThat(jvm.err().lines()).hasSize(1);
			assertThat(jvm.err()).startsWith("The %s failed: ".formatted(words[0]))
				.doesNotContain("Exception", "\tat ", "org.springframework");
			return jvm.err();
		}
	}

}
