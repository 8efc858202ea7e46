package io.exoscout.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.exoscout.suite.ExoplanetSuite;
import io.exoscout.suite.process.ForkedJvm;
import io.exoscout.suite.process.InstalledPrograms;

/** The database as a process of its own. */
final class ChaosDatabase extends Player implements AutoCloseable {

	private final InstalledPrograms installation;

	private final Path home;

	private final Path logs;

	private final int port;

	private ForkedJvm jvm;

	ChaosDatabase(InstalledPrograms installation, Path directory, int port) {
		super("database");
		this.installation = installation;
		this.home = directory.resolve("homes/database");
		this.logs = directory.resolve("logs/database");
		this.port = port;
		try {
			Files.createDirectories(this.logs);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	String kind() {
		return "database";
	}

	@Override
	void start() {
		this.jvm = ForkedJvm.start(this.logs, List.of("-Xmx1g"), this.installation.databaseClassPath(),
				Map.of("EXOSCOUT_HOME", this.home.toString(), "SERVER_PORT", Integer.toString(this.port)),
				ExoplanetSuite.class.getName(), "database");
	}

	@Override
	void awaitReady() {
		this.jvm.awaitRunning("database ready", Service.START, () -> this.jvm.out().contains("The database is ready"));
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

	@Override
	public void close() {
		if (this.jvm != null) {
			this.jvm.close();
		}
	}

}
