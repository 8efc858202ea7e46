package io.exoscout.suite.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.exoscout.servers.EmbeddedServers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A suite whose database is not what it was, with a sweeper that would take every blob at
 * once: it does not start, and not one blob is gone.
 */
@DisabledOnOs(OS.WINDOWS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostDatabaseTests {

	private static final Map<String, String> EAGER = Map.of("EXOSCOUT_WORK_HOUSEKEEPING", "1s",
			"EXOSCOUT_WORK_BLOBGRACE", "1s");

	private static final String TABLE = ProcessTables.kepler(300);

	private Path dir;

	private Path kept;

	private Path other;

	private Path home;

	private List<String> blobs;

	private String job;

	@BeforeAll
	void fill(@TempDir Path dir) throws Exception {
		this.dir = dir;
		this.kept = this.dir.resolve("kept");
		this.other = this.dir.resolve("other");
		this.job = fill(this.kept, TABLE);
		fill(this.other, ProcessTables.kepler(200));
		this.blobs = SuiteHome.blobs(this.kept);
		assertThat(this.blobs).hasSize(4);
	}

	private static String fill(Path home, String table) throws Exception {
		try (SuiteProcess suite = SuiteProcess.start(home)) {
			String job = suite.http().accepted(table, "{\"hyperparameters\": {\"n_estimators\": 20}}");
			assertThat(suite.http().awaitEnd(job).get("status").asString()).isEqualTo("completed");
			// the file has to be as a kill leaves it, too
			suite.kill();
			return job;
		}
	}

	@BeforeEach
	void copy() throws IOException {
		this.home = this.dir.resolve("home");
		FileSystemUtils.deleteRecursively(this.home);
		FileSystemUtils.copyRecursively(this.kept, this.home);
	}

	private Path file() {
		return this.home.resolve("database/exoscout.mv");
	}

	@Test
	void fileThatIsMissingAndIsPutBack() throws Exception {
		Files.delete(file());
		refused("is missing", EAGER);
		Files.copy(this.kept.resolve("database/exoscout.mv"), file());
		assertEverythingIsThere(EAGER);
	}

	@Test
	void fileThatIsEmpty() throws IOException {
		Files.write(file(), new byte[0]);
		refused("is empty (0 bytes)", EAGER);
	}

	@ParameterizedTest
	@ValueSource(ints = { 3, 50, 97 })
	void fileThatIsCut(int percent) throws IOException {
		byte[] whole = Files.readAllBytes(file());
		Files.write(file(), Arrays.copyOf(whole, whole.length * percent / 100));
		refused("is cut", EAGER);
	}

	@Test
	void fileOfAnotherHome() throws IOException {
		Files.write(file(), Files.readAllBytes(this.other.resolve("database/exoscout.mv")));
		refused("is that of another data directory", EAGER);
	}

	@Test
	void blobsOfAnotherHome() {
		refused("belong to different installations",
				with(Map.of("EXOSCOUT_BLOBS_DIRECTORY", this.other.resolve("blobs").toString())));
		assertThat(SuiteHome.blobs(this.other)).hasSize(4);
	}

	@Test
	void blobsThatAreNotThere() throws IOException {
		Path nowhere = Files.createDirectories(this.dir.resolve("nowhere"));
		refused("holds no tables or models", with(Map.of("EXOSCOUT_BLOBS_DIRECTORY", nowhere.toString())));
		FileSystemUtils.deleteRecursively(nowhere);
	}

	@ParameterizedTest
	@ValueSource(strings = { "missing", "empty home" })
	void homeFromBeforeThereWereIdentities(String what) throws IOException {
		Files.delete(this.home.resolve("identity"));
		Files.delete(this.home.resolve("blobs/.identity"));
		FileSystemUtils.deleteRecursively(this.home.resolve("database"));
		if (what.equals("empty home")) {
			FileSystemUtils.deleteRecursively(this.home.resolve("broker"));
		}
		refused("the database exoscout is new", EAGER);
		// and not by being started often enough
		refused("the database exoscout is new", EAGER);
	}

	@Test
	void beginningAnewByAWordKeepsWhatWasThere() throws Exception {
		Files.delete(file());
		try (SuiteProcess suite = SuiteProcess.start(this.home, with(Map.of("EXOSCOUT_BEGINANEW", "true")))) {
			assertThat(suite.http().jobs()).isEmpty();
		}
		assertThat(SuiteHome.blobs(this.home)).isEmpty();
		try (Stream<Path> places = Files.list(this.home.resolve("blobs/set-aside"))) {
			assertThat(SuiteHome.blobsBelow(places.findFirst().orElseThrow())).isEqualTo(this.blobs);
		}
		SuiteProcess.start(this.home, EAGER).close();
	}

	@Test
	void whatASweepTookIsBackOnceItIsNeeded() throws Exception {
		forgetDocuments();
		try (SuiteProcess suite = SuiteProcess.start(this.home, EAGER)) {
			await().atMost(Duration.ofSeconds(60)).until(() -> SuiteHome.blobs(this.home).isEmpty());
			assertThat(suite.http().jobs()).isEmpty();
		}
		Files.write(file(), Files.readAllBytes(this.kept.resolve("database/exoscout.mv")));
		// a copy of a suite that was killed is not taken for whole
		try (ForkedJvm jvm = SuiteProcess.fork(this.home, EAGER)) {
			assertThat(jvm.awaitExit(SuiteProcess.START)).isEqualTo(1);
			assertThat(jvm.err()).contains("a copy made while it was in use", "EXOSCOUT_DATABASE_ASITIS");
		}
		assertEverythingIsThere(with(Map.of("EXOSCOUT_DATABASE_ASITIS", "true")));
	}

	/**
	 * As a fault in a database may do it; too few for the sweeper to become suspicious.
	 */
	private void forgetDocuments() {
		try (EmbeddedServers servers = EmbeddedServers.start(this.home);
				MongoClient client = MongoClients
					.create(String.valueOf(servers.properties().get("spring.mongodb.uri")))) {
			client.getDatabase("exoscout").getCollection("jobs").drop();
			client.getDatabase("exoscout").getCollection("models").drop();
		}
	}

	private void assertEverythingIsThere(Map<String, String> settings) throws Exception {
		try (SuiteProcess suite = SuiteProcess.start(this.home, settings)) {
			assertThat(suite.http().predict(TABLE, this.job).status()).isEqualTo(200);
			await().atMost(Duration.ofSeconds(60)).until(() -> SuiteHome.blobs(this.home).equals(this.blobs));
		}
	}

	private static Map<String, String> with(Map<String, String> settings) {
		Map<String, String> all = new HashMap<>(EAGER);
		all.putAll(settings);
		return all;
	}

	private void refused(String reason, Map<String, String> settings) {
		try (ForkedJvm jvm = SuiteProcess.fork(this.home, settings)) {
			assertThat(jvm.awaitExit(SuiteProcess.START)).as(jvm.out()).isEqualTo(1);
			assertThat(jvm.err().lines()).hasSize(1);
			assertThat(jvm.err()).startsWith("ExoScout did not start: ")
				.contains(reason)
				.doesNotContain("Exception", "\tat ");
		}
		assertThat(SuiteHome.blobs(this.home)).isEqualTo(this.blobs);
	}

}
