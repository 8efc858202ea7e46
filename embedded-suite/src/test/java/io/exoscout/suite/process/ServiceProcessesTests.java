package io.exoscout.suite.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.servers.EmbeddedBrokerConfiguration;
import io.exoscout.servers.FreePort;
import io.exoscout.work.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each service in a process of its own, as in a cluster: they meet in the broker, the
 * database and the directory of blobs only.
 */
class ServiceProcessesTests {

	@TempDir
	Path dir;

	private final Map<ServiceProgram, ForkedJvm> running = new EnumMap<>(ServiceProgram.class);

	private final Map<ServiceProgram, Http> http = new EnumMap<>(ServiceProgram.class);

	@AfterEach
	void stop() {
		this.running.values().forEach(ForkedJvm::close);
	}

	@Test
	void tableGoesAllTheWayThroughFiveProcesses() throws Exception {
		for (ServiceProgram service : ServiceProgram.values()) {
			start(service);
		}
		List.of(ServiceProgram.values()).forEach(this::awaitHealthy);

		String table = ProcessTables.kepler(300);
		String jobId = this.http.get(ServiceProgram.ORCHESTRATOR).accepted(table, "{\"algorithm\": \"xgboost\"}");
		JsonNode job = this.http.get(ServiceProgram.JOBS).awaitEnd(jobId);
		assertThat(job.get("status").asString()).as("%s", job).isEqualTo("completed");
		assertThat(job.get("worker_id").asString())
			.contains("-" + this.running.get(ServiceProgram.TRAINER).pid() + "-");

		Http.HttpAnswer predicted = this.http.get(ServiceProgram.PREDICTOR).predict(table, jobId);
		assertThat(predicted.status()).isEqualTo(200);
		assertThat(predicted.body().get("predictions").size()).isEqualTo(300);

		assertThat(this.http.get(ServiceProgram.CATALOG).get("/get-exoplanets").status()).isEqualTo(200);
		assertThat(this.http.get(ServiceProgram.TRAINER).get("/exo-scout-jobs-api/jobs").status()).isEqualTo(404);
	}

	@Test
	void serviceWithANewDatabaseBesideTheBlobsOfAnotherDoesNotBegin() throws Exception {
		Path blob = this.dir.resolve("blobs").resolve("ab").resolve("0".repeat(62));
		Files.createDirectories(blob.getParent());
		Files.writeString(blob, "a table");
		start(ServiceProgram.JOBS);
		ForkedJvm jobs = this.running.get(ServiceProgram.JOBS);
		assertThat(jobs.awaitExit(SuiteProcess.START)).isEqualTo(1);
		assertThat(jobs.out()).contains("is new, but", "it holds 1 tables and models", "EXOSCOUT_BEGINANEW=true")
			.doesNotContain("\tat ");
		assertThat(blob).exists();
	}

	private void start(ServiceProgram service) throws Exception {
		Map<String, String> environment = new HashMap<>();
		TestServers.servers()
			.properties()
			.forEach((name, value) -> environment.put(name.toUpperCase().replace('.', '_'), value.toString()));
		// a database of this test's own, since no document of others names what is here
		environment.computeIfPresent("SPRING_MONGODB_URI", (name, uri) -> uri.replace("/exoscout",
				"/services" + Integer.toHexString(this.dir.toString().hashCode())));
		int port = FreePort.find();
		environment.put("SERVER_PORT", Integer.toString(port));
		environment.put("EXOSCOUT_HOME", this.dir.resolve(service.module()).toString());
		environment.put("EXOSCOUT_BLOBS_DIRECTORY", this.dir.resolve("blobs").toString());
		// the one thing that tells Qpid from RabbitMQ
		environment.put("SPRING_MAIN_SOURCES", EmbeddedBrokerConfiguration.class.getName());
		List<String> classPath = new ArrayList<>(service.classPath());
		classPath.add(ServiceProgram.suite());
		this.running.put(service, ForkedJvm.start(this.dir, classPath, service.main(), environment));
		this.http.put(service, new Http("http://localhost:" + port));
	}

	private void awaitHealthy(ServiceProgram service) {
		Http http = this.http.get(service);
		this.running.get(service)
			.awaitRunning(service + " healthy", SuiteProcess.START, () -> http.answers("/health", 200));
	}

}
