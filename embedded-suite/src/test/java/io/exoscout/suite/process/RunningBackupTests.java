package io.exoscout.suite.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.exoscout.suite.SuiteConfiguration;
import io.exoscout.work.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A backup of services that go on working, on a database that is a process of its own;
 * restored into a data directory, on which everything goes on.
 */
@DisabledOnOs(OS.WINDOWS)
class RunningBackupTests {

	private static final Pattern URI = Pattern.compile("ready at (\\S+)");

	private static final String TABLE = ProcessTables.kepler(300);

	@TempDir
	Path dir;

	private ForkedJvm database;

	private String uri;

	@BeforeEach
	void startDatabase() {
		this.database = SuiteProcess.fork(this.dir.resolve("database"), Map.of(), "database");
		this.database.awaitRunning("database", SuiteProcess.START, () -> URI.matcher(this.database.out()).find());
		Matcher ready = URI.matcher(this.database.out());
		assertThat(ready.find()).isTrue();
		this.uri = ready.group(1);
	}

	@AfterEach
	void stopDatabase() {
		this.database.close();
	}

	@Test
	void backupOfRunningServicesIsWhole() throws Exception {
		String kind = "directory";
		Map<String, String> stores = Map.of("SPRING_MONGODB_URI", this.uri, "EXOSCOUT_BLOBS_KIND", kind,
				"EXOSCOUT_BLOBS_DIRECTORY", this.dir.resolve("blobs").toString());
		String archive = this.dir.resolve("backup.zip").toString();
		List<String> accepted = new ArrayList<>();
		byte[] predictions;
		try (ConfigurableApplicationContext services = services(stores)) {
			Http http = new Http("http://localhost:" + services.getEnvironment().getProperty("local.server.port"));
			accepted.add(http.accepted(TABLE, small(0)));
			http.awaitEnd(accepted.get(0));
			predictions = http.predictions(TABLE, accepted.get(0));
			for (int seed = 1; seed <= 12; seed++) {
				accepted.add(http.accepted(TABLE, small(seed)));
			}
			String deleted = http.accepted(ProcessTables.kepler(200), small(0));
			try (ForkedJvm backup = SuiteProcess.fork(this.dir.resolve("home"), stores, "backup", archive)) {
				http.awaitEnd(deleted);
				assertThat(http.delete("/exo-scout-jobs-api/jobs/" + deleted).status()).isEqualTo(200);
				accepted.forEach(http::awaitEnd);
				assertThat(backup.awaitExit(SuiteProcess.START)).as(backup.err()).isZero();
			}
			assertThat(http.jobs()).hasSize(accepted.size());
		}
		assertThat(SuiteProcess.run(this.dir.resolve("home"), Map.of("EXOSCOUT_BLOBS_KIND", kind), "restore", archive))
			.contains("are back");
		try (SuiteProcess suite = SuiteProcess.start(this.dir.resolve("home"), Map.of("EXOSCOUT_BLOBS_KIND", kind))) {
			assertThat(suite.http().predictions(TABLE, accepted.get(0))).isEqualTo(predictions);
			for (String jobId : accepted) {
				JsonNode job = suite.http().awaitEnd(jobId);
				assertThat(job.get("status").asString()).as("%s", job).isEqualTo("completed");
				assertThat(suite.http().predict(TABLE, jobId).status()).isEqualTo(200);
			}
		}
	}

	/** All services in this process, on the database and the broker of others. */
	private ConfigurableApplicationContext services(Map<String, String> stores) throws Exception {
		Map<String, Object> properties = new HashMap<>(TestServers.servers().properties());
		stores.forEach((name, value) -> properties.put(name.toLowerCase().replace('_', '.'), value));
		properties.put("exoscout.home", this.dir.resolve("services"));
		properties.put("exoscout.work.unsent-after", "1s");
		properties.put("server.port", 0);
		return SpringApplication.run(SuiteConfiguration.class,
				properties.entrySet()
					.stream()
					.map((property) -> "--%s=%s".formatted(property.getKey(), property.getValue()))
					.toArray(String[]::new));
	}

	private static String small(int seed) {
		return "{\"algorithm\": \"gradient_boosting\", \"seed\": %d, \"hyperparameters\": {\"n_estimators\": 200}}"
			.formatted(seed);
	}

}
