package io.exoscout.suite.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.exoscout.s3.S3Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A suite that is backed up while it works, into a bucket; restored into another whose
 * tables and models lie in a bucket, and which makes backups of itself.
 */
@DisabledOnOs(OS.WINDOWS)
class WorkingSuiteBackupTests {

	private static final String TABLE = ProcessTables.kepler(300);

	private static final String SMALL = "{\"hyperparameters\": {\"n_estimators\": 50}}";

	private final String prefix = UUID.randomUUID().toString();

	private final String archive = "s3://%s/%s/backup.zip".formatted(S3Server.BUCKET, this.prefix);

	private final Map<String, String> bucket = S3Server.shared().settings(this.prefix + "/suite");

	@TempDir
	Path dir;

	@Test
	void everyAcceptedJobIsInTheBackupOfASuiteAtWorkAndComesBackElsewhere() throws Exception {
		Path home = this.dir.resolve("home");
		List<String> accepted = new ArrayList<>();
		byte[] predictions;
		try (SuiteProcess suite = SuiteProcess.start(home, Map.of())) {
			Http http = suite.http();
			accepted.add(http.accepted(TABLE, SMALL));
			http.awaitEnd(accepted.get(0));
			predictions = http.predictions(TABLE, accepted.get(0));
			for (int rows = 301; rows < 306; rows++) {
				accepted.add(http.accepted(ProcessTables.kepler(rows), SMALL));
			}
			Map<String, String> access = new HashMap<>(this.bucket);
			access.keySet().removeIf((name) -> name.startsWith("EXOSCOUT_BLOBS"));
			assertThat(SuiteProcess.run(home, access, "backup", this.archive)).contains("6 jobs", "is at work");
			try (ForkedJvm restore = SuiteProcess.fork(home, access, "restore", this.archive)) {
				assertThat(restore.awaitExit(SuiteProcess.START)).isEqualTo(1);
				assertThat(restore.err()).contains(home.toString(), "in use by another ExoScout");
			}
			accepted.forEach(http::awaitEnd);
		}
		goesOnInABucket(accepted, predictions);
	}

	private void goesOnInABucket(List<String> accepted, byte[] predictions) throws Exception {
		Path home = this.dir.resolve("elsewhere");
		Path kept = this.dir.resolve("kept");
		assertThat(SuiteProcess.run(home, this.bucket, "restore", this.archive)).contains("6 jobs", "are back");
		Map<String, String> settings = new HashMap<>(this.bucket);
		settings.putAll(Map.of("EXOSCOUT_BACKUP_EVERY", "1s", "EXOSCOUT_BACKUP_TO", kept.toString(),
				"EXOSCOUT_BACKUP_KEEP", "2"));
		try (SuiteProcess suite = SuiteProcess.start(home, settings)) {
			assertThat(suite.http().predictions(TABLE, accepted.get(0))).isEqualTo(predictions);
			for (String jobId : accepted) {
				JsonNode job = suite.http().awaitEnd(jobId);
				assertThat(job.get("status").asString()).as("%s", job).isEqualTo("completed");
			}
			await().atMost(Duration.ofMinutes(1)).until(() -> backups(kept) == 2);
			assertThat(suite.http().text("/actuator/prometheus"))
				.containsPattern("(?m)^exoscout_backup_age_seconds\\S* \\d");
			suite.kill();
		}
		assertThat(home.resolve("blobs")).doesNotExist();
		try (SuiteProcess suite = SuiteProcess.start(home, this.bucket)) {
			assertThat(suite.http().predictions(TABLE, accepted.get(0))).isEqualTo(predictions);
			assertThat(suite.http()
				.awaitEnd(suite.http().accepted(ProcessTables.kepler(310), SMALL))
				.get("status")
				.asString()).isEqualTo("completed");
		}
	}

	private static long backups(Path directory) throws Exception {
		if (!Files.exists(directory)) {
			return 0;
		}
		try (Stream<Path> files = Files.list(directory)) {
			return files.filter((file) -> file.getFileName().toString().matches("exoscout-.*\\.zip")).count();
		}
	}

}
