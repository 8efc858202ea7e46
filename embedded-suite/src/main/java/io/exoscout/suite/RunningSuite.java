package io.exoscout.suite;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.database.StartFailed;
import io.exoscout.database.StartMode;
import io.exoscout.home.OwnerOnly;
import io.exoscout.servers.EmbeddedServers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertyResolver;
import org.springframework.util.FileSystemUtils;

/**
 * The suite while it runs. The servers inside start before the services and stop after
 * them.
 */
record RunningSuite(Path home, HomeLock lock, EmbeddedServers servers,
		ConfigurableApplicationContext services) implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(RunningSuite.class);

	private static final int USUAL_PORT = 8080;

	/**
	 * Starts the suite and returns when it is ready.
	 * @param args settings as {@code --name=value}; environment variables count as well
	 * @return the running suite
	 * @throws StartFailed when the port or the data directory is in use, or a setting is
	 * wrong
	 */
	static RunningSuite start(String... args) {
		PropertyResolver settings = LaunchSettings.settings(args);
		Path home = LaunchSettings.home(settings);
		ListenAddress.of(settings, USUAL_PORT).requireFree();
		HomeLock lock = HomeLock.acquire(home);
		try {
			// until the services have read how to log, the servers keep quiet
			LoggingSystem.get(RunningSuite.class.getClassLoader()).beforeInitialize();
			prepare(home);
			return start(home, lock, StartMode.of(settings), args);
		}
		// an error as well: threads that were started would keep the process from ending
		catch (RuntimeException | Error ex) {
			lock.close();
			throw StartFailure.because(ex, log(home));
		}
	}

	private static RunningSuite start(Path home, HomeLock lock, StartMode beginning, String[] args) {
		EmbeddedServers servers = servers(home, beginning);
		try {
			RunningSuite suite = new RunningSuite(home, lock, servers, services(home, servers, args));
			suite.leaveNote();
			servers.setAside()
				.ifPresent((files) -> log.warn(
						"The files of the embedded broker were damaged and are in {} now; jobs that wait are sent again",
						files));
			return suite;
		}
		catch (RuntimeException | Error ex) {
			servers.close();
			throw ex;
		}
	}

	private static EmbeddedServers servers(Path home, StartMode beginning) {
		try {
			return EmbeddedServers.start(home, beginning);
		}
		catch (RuntimeException ex) {
			note(ex, log(home));
			throw ex;
		}
	}

	/** Keeps the details of a failure that comes before there is a logger for them. */
	private static void note(RuntimeException failure, Path log) {
		try {
			Files.createDirectories(log.getParent());
			try (PrintWriter out = new PrintWriter(
					Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
				out.println(Instant.now() + " The embedded servers did not start");
				failure.printStackTrace(out);
			}
		}
		catch (IOException ex) {
			failure.addSuppressed(ex);
		}
	}

	private static Path log(Path home) {
		return home.resolve("logs/exoscout.log");
	}

	/**
	 * Nobody else uses the data directory now, so an upload or a temporary file that is
	 * there was left by a crash. Takes nothing away that a suite did not put there: the
	 * directory may have been chosen badly.
	 */
	private static void prepare(Path home) {
		try {
			remove(home.resolve("uploads"), "upload_*.tmp");
			remove(home.resolve("spool"), "{upload,exoscout-draft}-*");
			remove(home, SuiteConfiguration.WEB);
			new RunningNote(home).remove();
			for (Path own : List.of(log(home).getParent(), home.resolve("uploads"), home.resolve("broker"))) {
				OwnerOnly.make(own);
			}
			Path identity = home.resolve("identity");
			if (Files.exists(identity)) {
				OwnerOnly.file(identity);
				close(home);
			}
			if (!Files.exists(log(home))) {
				Files.createFile(log(home));
			}
			OwnerOnly.file(log(home));
		}
		catch (IOException ex) {
			throw new StartFailed("the data directory %s can not be written: %s".formatted(home, ex.getMessage()), ex);
		}
	}

	/** Earlier versions left open what they made; the directory itself is the user's. */
	private static void close(Path home) throws IOException {
		for (String own : List.of("logs", "uploads", "broker", "blobs", "spool", "set-aside")) {
			if (Files.isDirectory(home.resolve(own))) {
				OwnerOnly.directory(home.resolve(own));
			}
		}
	}

	private static void remove(Path directory, String names) throws IOException {
		if (Files.isDirectory(directory)) {
			try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, names)) {
				for (Path file : files) {
					FileSystemUtils.deleteRecursively(file);
				}
			}
		}
	}

	private static ConfigurableApplicationContext services(Path home, EmbeddedServers servers, String[] args) {
		Map<String, Object> own = new LinkedHashMap<>(servers.properties());
		own.put("exoscout.home", home);
		List<String> all = new ArrayList<>();
		// an argument that is there twice would be taken for a list
		Arrays.stream(args)
			.filter((arg) -> own.keySet().stream().noneMatch((name) -> arg.startsWith("--" + name + "=")))
			.forEach(all::add);
		// as arguments they count more than what is in any file
		own.forEach((name, value) -> all.add("--%s=%s".formatted(name, value)));
		SpringApplication application = new SpringApplication(SuiteConfiguration.class);
		// a hook of its own would stop the services and the servers at the same time
		application.setRegisterShutdownHook(false);
		return application.run(all.toArray(String[]::new));
	}

	int port() {
		return this.services.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	String url() {
		return "http://localhost:" + port();
	}

	Path log() {
		return log(this.home);
	}

	private void leaveNote() {
		try {
			new RunningNote(this.home).leave(this.services.getEnvironment());
		}
		catch (IOException ex) {
			log.warn("The command that backs up will not find this suite: {} can not be written", this.home, ex);
		}
	}

	@Override
	public void close() {
		try (this.lock; this.servers) {
			this.services.close();
			new RunningNote(this.home).remove();
		}
		catch (IOException ex) {
			log.warn("What this suite left for commands in {} can not be removed", this.home, ex);
		}
	}

}
