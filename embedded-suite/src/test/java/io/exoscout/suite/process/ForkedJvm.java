package io.exoscout.suite.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A Java program in a process of its own, with what it prints. */
final class ForkedJvm implements AutoCloseable {

	private static final int KILLED = 128 + 9;

	private final Process process;

	private final Path out;

	private final Path err;

	private ForkedJvm(Process process, Path out, Path err) {
		this.process = process;
		this.out = out;
		this.err = err;
	}

	/**
	 * Starts a program.
	 * @param dir where to keep what it prints
	 * @param classPath what it is made of
	 * @param main its main class
	 * @param environment added to that of this process, from which nothing about ExoScout
	 * is passed on
	 */
	static ForkedJvm start(Path dir, List<String> classPath, String main, Map<String, String> environment) {
		try {
			Path out = Files.createTempFile(dir, "out", ".txt");
			Path err = Files.createTempFile(dir, "err", ".txt");
			List<String> command = new ArrayList<>();
			if (OS.LINUX.isCurrentOs()) {
				// whoever runs the tests in the background has them ignore SIGINT, and
				// children inherit that
				command.addAll(List.of("env", "--default-signal=INT"));
			}
			command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx512m",
					"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", String.join(File.pathSeparator, classPath),
					main));
			ProcessBuilder builder = new ProcessBuilder(command);
			builder.environment()
				.keySet()
				.removeIf((name) -> name
					.matches("(EXOSCOUT|SERVER|SPRING|LOGGING)_.*|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS"));
			builder.environment().putAll(environment);
			return new ForkedJvm(builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The class path of the test that runs. */
	static List<String> classPath() {
		String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		List<String> entries = new ArrayList<>(List.of(path.split(File.pathSeparator)));
		// the program is to be the one that ships
		entries.removeIf((entry) -> entry.endsWith("test-classes") || entry.endsWith("-tests.jar"));
		return entries;
	}

	/** Waits for a condition that can only come true while the program runs. */
	void awaitRunning(String what, Duration limit, BooleanSupplier condition) {
		await(what).atMost(limit).pollInterval(Duration.ofMillis(50)).until(() -> {
			assertThat(this.process.isAlive()).as("process alive; it printed %s %s", out(), err()).isTrue();
			return condition.getAsBoolean();
		});
	}

	/** Waits for the program to end by itself and gives its exit code. */
	int awaitExit(Duration limit) {
		try {
			boolean ended = this.process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
			assertThat(ended).as("ended within %s; it printed %s %s", limit, out(), err()).isTrue();
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** The power cut: nothing in the program gets to run any more. */
	void kill() {
		this.process.destroyForcibly();
		assertThat(awaitExit(Duration.ofSeconds(20))).as("exit code after SIGKILL").isEqualTo(KILLED);
	}

	/** Sends a signal by its name, such as {@code TERM} or {@code INT}. */
	void signal(String name) {
		try {
			Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).inheritIO().start();
			assertThat(kill.waitFor()).as("exit code of kill").isZero();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	long pid() {
		return this.process.pid();
	}

	String out() {
		return read(this.out);
	}

	/** What it printed to standard error, without what newer JVMs say of themselves. */
	String err() {
		return read(this.err).lines()
			.filter((line) -> !line.startsWith("WARNING: "))
			.map((line) -> line + "\n")
			.collect(Collectors.joining());
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
		awaitExit(Duration.ofSeconds(20));
	}

}
