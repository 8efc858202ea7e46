package io.exoscout.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.suite.process.ForkedJvm;
import io.exoscout.suite.process.Http;
import io.exoscout.suite.process.InstalledPrograms;
import io.exoscout.suite.process.ServiceProgram;
import io.exoscout.web.Cable;

/**
 * One replica of a service: always the same port, directory and lines, now and then
 * another process.
 */
final class Service extends Player {

	static final Duration START = Duration.ofSeconds(120);

	private final ServiceProgram program;

	private final InstalledPrograms installation;

	private final Map<String, String> environment = new HashMap<>();

	private final Path logs;

	private final List<Cable> cables = new ArrayList<>();

	private final Http http;

	private volatile ForkedJvm jvm;

	Service(String name, ServiceProgram program, InstalledPrograms installation, Path directory, int port,
			Cable toDatabase, Cable toBroker) {
		super(name);
		this.program = program;
		this.installation = installation;
		this.cables.addAll(List.of(toDatabase, toBroker));
		this.http = new Http("http://127.0.0.1:" + port);
		Path home = directory.resolve("homes").resolve(name);
		this.logs = directory.resolve("logs").resolve(name);
		try {
			Files.createDirectories(this.logs);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.environment.put("SERVER_PORT", Integer.toString(port));
		this.environment.put("EXOSCOUT_HOME", home.toString());
		this.environment.put("SPRING_MONGODB_URI", "mongodb://127.0.0.1:" + toDatabase.port() + "/exoscout");
		this.environment.put("SPRING_RABBITMQ_ADDRESSES", "127.0.0.1:" + toBroker.port());
	}

	/** Changes settings from the next start on. */
	Service with(Map<String, String> settings) {
		this.environment.putAll(settings);
		return this;
	}

	/** Has one more line that can be cut. */
	Service with(Cable cable) {
		this.cables.add(cable);
		return this;
	}

	Http http() {
		return this.http;
	}

	List<Cable> cables() {
		return this.cables;
	}

	/** Whether a worker of this id is the process that runs here. */
	boolean is(String workerId) {
		ForkedJvm running = this.jvm;
		return running != null && workerId.contains("-" + running.pid() + "-");
	}

	@Override
	String kind() {
		return this.program.module();
	}

	@Override
	void start() {
		start(this.installation.options());
	}

	/** Starts, and notes which classes that takes. */
	void startRecording() {
		start(this.installation.recording());
	}

	private void start(List<String> options) {
		List<String> all = new ArrayList<>(List.of("-Xmx192m", "-Xss512k"));
		all.addAll(options);
		this.jvm = ForkedJvm.start(this.logs, all, this.installation.classPath(this.program), this.environment,
				this.program.main());
	}

	@Override
	void awaitReady() {
		this.jvm.awaitRunning(name() + " ready", START, () -> this.http.answers("/actuator/health/liveness", 200));
	}

	@Override
	void kill() {
		this.jvm.kill();
	}

	@Override
	void stop() {
		this.jvm.signal("TERM");
		this.jvm.awaitExit(Duration.ofSeconds(60));
	}

	void close() {
		if (this.jvm != null) {
			this.jvm.close();
		}
		cables().forEach(Cable::close);
	}

}
