package io.exoscout.suite.process;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.catalog.CatalogApplication;
import io.exoscout.jobs.JobsApplication;
import io.exoscout.orchestrator.OrchestratorApplication;
import io.exoscout.predictor.PredictorApplication;
import io.exoscout.suite.EmbeddedBrokerConfiguration;
import io.exoscout.suite.TestServers;
import io.exoscout.trainer.TrainerApplication;
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

	private static final Map<String, Class<?>> SERVICES = Map.of("orchestrator-service", OrchestratorApplication.class,
			"trainer-service", TrainerApplication.class, "predictor-service", PredictorApplication.class,
			"jobs-service", JobsApplication.class, "exoplanet-catalog-service", CatalogApplication.class);

	@TempDir
	Path dir;

	private final Map<String, ForkedJvm> running = new LinkedHashMap<>();

	private final Map<String, Http> http = new HashMap<>();

	@AfterEach
	void stop() {
		this.running.values().forEach(ForkedJvm::close);
	}

	@Test
	void tableGoesAllTheWayThroughFiveProcesses() throws Exception {
		for (String service : SERVICES.keySet()) {
			start(service);
		}
		SERVICES.keySet().forEach(this::awaitHealthy);

		String table = Tables.kepler(300);
		String jobId = this.http.get("orchestrator-service").accepted(table, "{\"algorithm\": \"xgboost\"}");
		JsonNode job = this.http.get("jobs-service").awaitEnd(jobId);
		assertThat(job.get("status").asString()).as("%s", job).isEqualTo("completed");
		assertThat(job.get("worker_id").asString()).contains("-" + this.running.get("trainer-service").pid() + "-");

		Http.Answer predicted = this.http.get("predictor-service").predict(table, jobId);
		assertThat(predicted.status()).isEqualTo(200);
		assertThat(predicted.body().get("predictions").size()).isEqualTo(300);

		assertThat(this.http.get("exoplanet-catalog-service").get("/get-exoplanets").status()).isEqualTo(200);
		assertThat(this.http.get("trainer-service").get("/exo-scout-jobs-api/jobs").status()).isEqualTo(404);
	}

	private void start(String service) throws Exception {
		Map<String, String> environment = new HashMap<>();
		TestServers.servers()
			.properties()
			.forEach((name, value) -> environment.put(name.toUpperCase().replace('.', '_'), value.toString()));
		int port = freePort();
		environment.put("SERVER_PORT", Integer.toString(port));
		environment.put("EXOSCOUT_HOME", this.dir.resolve(service).toString());
		environment.put("EXOSCOUT_BLOBS_DIRECTORY", this.dir.resolve("blobs").toString());
		// the one thing that tells Qpid from RabbitMQ
		environment.put("SPRING_MAIN_SOURCES", EmbeddedBrokerConfiguration.class.getName());
		this.running.put(service,
				ForkedJvm.start(this.dir, classPath(service), SERVICES.get(service).getName(), environment));
		this.http.put(service, new Http("http://localhost:" + port));
	}

	/** Its own classes and settings first, those of the other services not at all. */
	private static List<String> classPath(String service) {
		List<String> own = new ArrayList<>();
		List<String> libraries = new ArrayList<>();
		String suite = null;
		for (String entry : ForkedJvm.classPath()) {
			String module = module(entry);
			if (module.equals(service)) {
				own.add(entry);
			}
			else if (module.equals("embedded-suite")) {
				suite = entry;
			}
			else if (!SERVICES.containsKey(module)) {
				libraries.add(entry);
			}
		}
		assertThat(own).as("classes of " + service).hasSize(1);
		own.addAll(libraries);
		own.add(suite);
		return own;
	}

	/** The module that an entry {@code module/target/…} of the class path comes from. */
	private static String module(String entry) {
		Path target = Path.of(entry).getParent();
		boolean ours = target != null && target.endsWith("target");
		return ours ? target.getParent().getFileName().toString() : "";
	}

	private void awaitHealthy(String service) {
		Http http = this.http.get(service);
		this.running.get(service)
			.awaitRunning(service + " healthy", SuiteProcess.START, () -> http.answers("/health", 200));
	}

	private static int freePort() throws Exception {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
