package io.exoscout.suite.process;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No room for a table while it comes in: 503, and nothing of it stays. The system lets
 * the process write no file beyond a size for a while, which anybody may ask for, and
 * which to a program is a disk that is full.
 */
@EnabledOnOs(OS.LINUX)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullDiskTests {

	private static final String UNLIMITED = "unlimited";

	/** Larger than the room, so that it is full in the middle. */
	private static final String LARGE = ProcessTables.kepler(100_000);

	private static final int ROOM = 3_000_000;

	private Path home;

	private SuiteProcess suite;

	private String model;

	@BeforeAll
	void train(@TempDir Path dir) {
		this.home = dir.resolve("home");
		this.suite = SuiteProcess.start(this.home);
		this.model = this.suite.http()
			.accepted(ProcessTables.kepler(300),
					"{\"algorithm\": \"gradient_boosting\", \"hyperparameters\": {\"n_estimators\": 20}}");
		assertThat(this.suite.http().awaitEnd(this.model).get("status").asString()).isEqualTo("completed");
	}

	@AfterAll
	void stop() {
		this.suite.close();
	}

	/** How large a file of the suite may become. */
	private void room(String bytes) throws IOException {
		try {
			Process limit = new ProcessBuilder("prlimit", "--pid", Long.toString(this.suite.jvm().pid()),
					"--fsize=" + bytes + ":" + UNLIMITED)
				.inheritIO()
				.start();
			assertThat(limit.waitFor()).isZero();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private interface Request {

		Http.HttpAnswer send();

	}

	private void assertNoRoomFor(Request request) throws IOException {
		assertThat(LARGE.length()).isGreaterThan(2 * ROOM);
		room(Integer.toString(ROOM));
		try {
			JsonNode problem = request.send().body();
			assertThat(problem.path("status").asInt()).as("%s", problem).isEqualTo(503);
			assertThat(problem.path("code").asString()).isEqualTo("storage_unavailable");
		}
		finally {
			room(UNLIMITED);
		}
		assertThat(SuiteHome.leftovers(this.home)).isEmpty();
		assertThat(this.suite.http().predict(ProcessTables.kepler(10), this.model).status()).isEqualTo(200);
	}

	@Test
	void aBodyThatFindsNoRoomIs503AndNothingStays() throws IOException {
		assertNoRoomFor(() -> this.suite.http().body("/exo-scout-predictor?job_id=" + this.model, LARGE));
	}

	@Test
	void aFileOfAFormThatFindsNoRoomIs503AndNothingStays() throws IOException {
		assertNoRoomFor(() -> this.suite.http().predict(LARGE, this.model));
	}

	@Test
	void aJobWhoseTableFindsNoRoomIs503AndIsNoJob() throws IOException {
		int jobs = this.suite.http().jobs().size();
		assertNoRoomFor(() -> this.suite.http().body("/exo-scout-predictor?mode=job&job_id=" + this.model, LARGE));
		assertThat(this.suite.http().jobs()).hasSize(jobs);
	}

	@Test
	void anUploadThatFindsNoRoomIs503AndNothingStays() throws IOException {
		assertNoRoomFor(() -> this.suite.http().upload(LARGE, "{}"));
	}

}
