package io.exoscout.suite.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import io.exoscout.k8s.Tools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A whole suite on a disk of 200 MB that fills up under it: nothing but a warning, and
 * nothing to do but make room.
 */
class SmallDiskTests {

	private static final int MEGABYTES = 200;

	/** So that less than the reserve is left, and more than the broker needs. */
	private static final long ALMOST_ALL = 120 << 20;

	private static final Duration RESUMED = Duration.ofSeconds(30);

	private static final String QUICK = "{\"algorithm\": \"gradient_boosting\", \"seed\": %d, "
			+ "\"hyperparameters\": {\"n_estimators\": 20}}";

	private static final String LONG = "{\"algorithm\": \"random_forest\", \"hyperparameters\": {\"n_estimators\": 1000}}";

	private static final String TABLE = ProcessTables.kepler(300);

	@TempDir
	private Path dir;

	private Volume disk;

	private Path home;

	@BeforeEach
	void mount() {
		this.disk = Volume.mount(this.dir.resolve("disk"), MEGABYTES);
		Tools.need(this.disk.canBeFilled(), "only root may mount a disk of its own, and not in every container");
		this.home = this.disk.directory().resolve("home");
	}

	@AfterEach
	void unmount() {
		this.disk.close();
	}

	@Test
	void saysInOneLineWhatItLacks() {
		this.disk.fill((MEGABYTES - 40) << 20);
		try (ForkedJvm jvm = SuiteProcess.fork(this.home, Map.of())) {
			assertThat(jvm.awaitExit(SuiteProcess.START)).isEqualTo(1);
			assertThat(jvm.out()).isEmpty();
			assertThat(jvm.err().lines()).hasSize(1);
			assertThat(jvm.err()).contains(this.home.toString(), "39 MB free", "64 MB are needed");
		}
	}

	@Test
	void goesOnByItselfOnceThereIsRoom() throws IOException {
		try (SuiteProcess suite = SuiteProcess.start(this.home)) {
			Http http = suite.http();
			String first = http.accepted(TABLE, QUICK.formatted(1));
			assertThat(http.awaitEnd(first).get("status").asString()).isEqualTo("completed");
			assertOnlyItsOwnerReads();
			String running = http.accepted(ProcessTables.kepler(1500), LONG);
			http.awaitInTheMiddle(running);
			// the log is on that disk, too: what is said of it is said before nothing
			// fits any more
			this.disk.fill(ALMOST_ALL);
			await("the disk counts as full").atMost(RESUMED).until(() -> health(http, "disk").equals("full"));
			this.disk.fill();
			await("the broker stops").atMost(RESUMED).until(() -> health(http, "queue").equals("down"));
			assertThat(http.get("/health").status()).isEqualTo(200);
			assertThat(Stream.of("status", "database", "disk").map((part) -> health(http, part)))
				.containsExactly("degraded", "read_only", "full");
			assertRefused(http.upload(TABLE, QUICK.formatted(2)));
			assertRefused(http.upload(ProcessTables.kepler(2000), QUICK.formatted(2)));
			assertRefused(http.planet("{\"nombre\": \"Kepler-22 b\"}"));
			assertThat(http.job(first).get("status").asString()).isEqualTo("completed");
			assertThat(http.get("/get-exoplanets").status()).isEqualTo(200);
			assertThat(http.models()).hasSize(1);
			this.disk.drain();
			await("all is well").atMost(RESUMED).until(() -> health(http, "status").equals("ok"));
			http.save("{\"nombre\": \"Kepler-22 b\"}");
			String second = http.accepted(TABLE, QUICK.formatted(2));
			assertThat(http.awaitEnd(running).get("status").asString()).isEqualTo("completed");
			assertThat(http.awaitEnd(second).get("status").asString()).isEqualTo("completed");
			assertThat(Files.readString(this.home.resolve("logs/exoscout.log"))).containsOnlyOnce("A disk is full")
				.contains("There is room on all disks again")
				.doesNotContain("internal_error", "com.sleepycat", "org.h2");
		}
	}

	private static String health(Http http, String part) {
		return http.get("/health").body().get(part).asString();
	}

	private static void assertRefused(Http.HttpAnswer answer) {
		JsonNode problem = answer.body();
		assertThat(answer.status()).as("%s", problem).isEqualTo(503);
		assertThat(problem.get("code").asString()).isIn("disk_full", "storage_unavailable");
	}

	private void assertOnlyItsOwnerReads() throws IOException {
		for (String directory : new String[] { "", "database", "broker", "logs", "uploads" }) {
			assertThat(permissions(directory)).as(directory).isEqualTo("rwx------");
		}
		assertThat(permissions("database/exoscout.mv")).isEqualTo("rw-------");
		assertThat(permissions("logs/exoscout.log")).isEqualTo("rw-------");
	}

	private String permissions(String name) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(this.home.resolve(name)));
	}

}
