package io.exoscout.suite.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The log as programs read it. */
class JsonLogTests {

	private static final JsonMapper JSON = new JsonMapper();

	@TempDir
	Path dir;

	@Test
	void linesOfAJobNameItAndItsWorkerAndItsTrace() throws IOException {
		Path home = this.dir.resolve("home");
		try (SuiteProcess suite = SuiteProcess.start(home, Map.of("LOGGING_STRUCTURED_FORMAT_FILE", "ecs"))) {
			String jobId = suite.http().accepted(ProcessTables.kepler(300), "{\"algorithm\": \"xgboost\"}");
			JsonNode job = suite.http().awaitEnd(jobId);
			List<JsonNode> lines = Files.readAllLines(home.resolve("logs/exoscout.log"))
				.stream()
				.map(JSON::readTree)
				.toList();
			assertThat(lines).filteredOn((line) -> line.get("message").asString().startsWith("Working on job"))
				.singleElement()
				.satisfies((line) -> {
					assertThat(line.get("job_id").asString()).isEqualTo(jobId);
					assertThat(line.get("attempt").asString()).isEqualTo("1");
					assertThat(line.get("worker_id").asString()).isEqualTo(job.get("worker_id").asString());
					assertThat(line.get("trace_id").asString()).matches("[0-9a-f]{32}");
					assertThat(line.at("/log/level").asString()).isEqualTo("INFO");
				});
		}
	}

}
