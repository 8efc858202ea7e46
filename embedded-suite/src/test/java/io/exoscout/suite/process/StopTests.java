package io.exoscout.suite.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A suite that is asked to stop, by {@code kill} or by Ctrl-C. */
@DisabledOnOs(OS.WINDOWS)
class StopTests {

	/** What the services and the trainer are given for it. */
	private static final Duration GRACE = Duration.ofSeconds(20);

	private static final String LONG = "{\"algorithm\": \"random_forest\", \"hyperparameters\": {\"n_estimators\": 400}}";

	/** A stop that counted as a failed attempt would end the job. */
	private static final Map<String, String> ONE_ATTEMPT = Map.of("EXOSCOUT_WORK_MAXATTEMPTS", "1");

	@TempDir
	Path dir;

	@ParameterizedTest
	@CsvSource({ "TERM, 15", "INT, 2" })
	void stopsQuietlyAndHandsTheRunningJobBack(String signal, int number) {
		Path home = this.dir.resolve("home");
		String jobId;
		try (SuiteProcess suite = SuiteProcess.start(home, ONE_ATTEMPT)) {
			jobId = suite.http().accepted(ProcessTables.kepler(1500), LONG);
			suite.http().awaitInTheMiddle(jobId);
			suite.jvm().signal(signal);
			assertThat(suite.jvm().awaitExit(GRACE)).isEqualTo(128 + number);
			assertThat(suite.jvm().out()).endsWith("ExoScout has stopped.\n");
			assertThat(suite.jvm().err()).isEmpty();
		}
		try (SuiteProcess suite = SuiteProcess.start(home, ONE_ATTEMPT)) {
			JsonNode job = suite.http().awaitEnd(jobId);
			assertThat(job.get("status").asString()).as("%s", job).isEqualTo("completed");
			assertThat(job.get("attempts").asInt()).isEqualTo(2);
			assertThat(suite.http().models()).hasSize(1);
		}
	}

}
