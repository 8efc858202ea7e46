package io.exoscout.suite.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.exoscout.servers.FreePort;
import io.exoscout.work.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Streams that are folded by processes of their own, which are killed meanwhile. */
@DisabledOnOs(OS.WINDOWS)
class StreamClusterTests {

	private static final int EVENTS = 30_000;

	private static final int PARTS = 3;

	@TempDir
	Path dir;

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
		PointStream stream = PointStream.define(http);
		send(stream, 0);
		stream.awaitLearned(1);
		taskManager.kill();
		send(stream, 1);
		start("taskmanager", FreePort.find());
		stream.awaitLearned(EVENTS / PARTS + 1);
		jobManager.kill();
		send(stream, 2);
		start("jobmanager", FreePort.find());
		stream.awaitLearned(EVENTS);
		PointStream whole = PointStream.define(http);
		IntStream.range(0, PARTS).forEach((part) -> send(whole, part));
		whole.awaitLearned(EVENTS);
		assertThat(stream.digest()).isEqualTo(whole.digest());
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

	private static void send(PointStream stream, int part) {
		stream.send(part * EVENTS / PARTS, (part + 1) * EVENTS / PARTS);
	}

	/** The JobManager's address where programs could be uploaded. */
	private int uploads() {
		return new Http("http://127.0.0.1:" + this.shared.get("EXOSCOUT_STREAMS_CLUSTER_RESTPORT")).get("/jars")
			.status();
	}

}
