package io.exoscout.suite.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.exoscout.servers.FreePort;
import io.exoscout.work.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Streams that are folded by processes of their own, which are killed meanwhile. */
@DisabledOnOs(OS.WINDOWS)
@EnabledIfSystemProperty(named = "streams.cluster", matches = "true", disabledReason = "part of make cluster")
class StreamClusterTests {

	private static final String STREAMS = "/exo-scout-streams";

	private static final String DEFINITION = """
			{"name": "points", "id": ["id"], "label": {"column": "above", "positive": ["1"]},
			 "features": [{"column": "x"}, {"column": "y"}]}""";

	private static final int EVENTS = 30_000;

	private static final int PARTS = 3;

	@TempDir
	Path dir;

	private final HttpClient client = HttpClient.newHttpClient();

	private final List<ForkedJvm> running = new ArrayList<>();

	private final Map<String, String> shared = new HashMap<>();

	@BeforeEach
	void choosePorts() throws Exception {
		TestServers.servers()
			.properties()
			.forEach((name, value) -> this.shared.put(name.toUpperCase().replace('.', '_'), value.toString()));
		this.shared.computeIfPresent("SPRING_MONGODB_URI", (name, uri) -> uri.replace("/exoscout",
				"/cluster" + Integer.toHexString(this.dir.toString().hashCode())));
		this.shared.put("EXOSCOUT_BLOBS_DIRECTORY", this.dir.resolve("blobs").toString());
		this.shared.put("EXOSCOUT_STREAMS_ENGINE", "cluster");
		this.shared.put("EXOSCOUT_STREAMS_CLUSTER_JOBMANAGER", "127.0.0.1");
		this.shared.put("EXOSCOUT_STREAMS_CLUSTER_BIND", "127.0.0.1");
		this.shared.put("EXOSCOUT_STREAMS_CLUSTER_CHECKPOINTS", this.dir.resolve("checkpoints").toString());
		for (String port : List.of("RPCPORT", "BLOBPORT", "RESTPORT")) {
			this.shared.put("EXOSCOUT_STREAMS_CLUSTER_" + port, Integer.toString(FreePort.find()));
		}
		this.shared.put("EXOSCOUT_STREAMS_CLUSTER_TASKPORT", "0");
		this.shared.put("EXOSCOUT_STREAMS_CLUSTER_DATAPORT", "0");
	}

	@AfterEach
	void stop() {
		this.running.forEach(ForkedJvm::close);
	}

	@Test
	void streamsGoOnBitByBitWhereKilledProcessesLeftThem() throws Exception {
		ForkedJvm jobManager = start("jobmanager", FreePort.find());
		ForkedJvm taskManager = start("taskmanager", FreePort.find());
		int port = FreePort.find();
		ForkedJvm service = start("service", port);
		Http http = new Http("http://localhost:" + port);
		service.awaitRunning("healthy", SuiteProcess.START, () -> http.answers("/health", 200));
		String id = define(http);
		send(http, id, 0);
		awaitSeq(http, id, 1);
		taskManager.kill();
		send(http, id, 1);
		start("taskmanager", FreePort.find());
		awaitSeq(http, id, EVENTS / PARTS + 1);
		jobManager.kill();
		send(http, id, 2);
		start("jobmanager", FreePort.find());
		awaitSeq(http, id, EVENTS);
		String whole = define(http);
		IntStream.range(0, PARTS).forEach((part) -> send(http, whole, part));
		awaitSeq(http, whole, EVENTS);
		assertThat(digest(http, id)).isEqualTo(digest(http, whole));
		assertThat(uploads()).as("what the engine answers besides jobs").isEqualTo(404);
	}

	private ForkedJvm start(String role, int port) {
		Map<String, String> environment = new HashMap<>(this.shared);
		environment.put("EXOSCOUT_STREAMS_ROLE", role);
		environment.put("SERVER_PORT", Integer.toString(port));
		environment.put("EXOSCOUT_HOME", this.dir.resolve(role + port).toString());
		ForkedJvm started = ForkedJvm.start(this.dir, ServiceProgram.STREAMS.classPath(), ServiceProgram.STREAMS.main(),
				environment);
		this.running.add(started);
		return started;
	}

	private String define(Http http) {
		return post(http, STREAMS, "application/json", DEFINITION, 201).get("id").asString();
	}

	private void send(Http http, String id, int part) {
		String rows = IntStream.range(part * EVENTS / PARTS, (part + 1) * EVENTS / PARTS)
			.mapToObj((i) -> "p%d,%s,%s,%d".formatted(i, Math.sin(i * 12.9898), Math.cos(i * 78.233),
					(Math.sin(i * 12.9898) > Math.cos(i * 78.233)) ? 1 : 0))
			.collect(Collectors.joining("\n", "id,x,y,above\n", "\n"));
		post(http, STREAMS + "/" + id + "/events", "text/csv", rows, 202);
	}

	private static void awaitSeq(Http http, String id, long seq) {
		await().atMost(Duration.ofMinutes(5))
			.pollInterval(Duration.ofMillis(200))
			.until(() -> http.get(STREAMS + "/" + id).body().get("seq").asLong() >= seq);
	}

	private String digest(Http http, String id) {
		return post(http, STREAMS + "/" + id + "/snapshot", "application/json", "", 201).get("sha256").asString();
	}

	/** The JobManager's address where programs could be uploaded. */
	private int uploads() {
		return new Http("http://127.0.0.1:" + this.shared.get("EXOSCOUT_STREAMS_CLUSTER_RESTPORT")).get("/jars")
			.status();
	}

	private JsonNode post(Http http, String path, String type, String body, int status) {
		HttpRequest request = HttpRequest.newBuilder(http.uri(path))
			.header("Content-Type", type)
			.timeout(Duration.ofMinutes(2))
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		try {
			HttpResponse<String> answer = this.client.send(request, HttpResponse.BodyHandlers.ofString());
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
			return JsonMapper.builder().build().readTree(answer.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
