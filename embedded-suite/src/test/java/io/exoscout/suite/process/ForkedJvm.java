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
public final class ForkedJvm implements AutoCloseable {

	private static final int KILLED = 128 + 9;

	private final Process process;

	private final Path out;

	private final Path err;

	private ForkedJvm(Process process, Path out, Path err) {
		this.process = process;
		this.out = out;
		this.err = err;
	}

	static ForkedJvm start(Path dir, List<String> classPath, String main, Map<String, String> environment) {
		return start(dir, List.of("-Xmx512m"), classPath, environment, main);
	}

	/**
	 * Starts a program.
	 * @param dir where to keep what it prints
	 * @param options of the JVM, besides those for a quick start
	 * @param classPath what it is made of
	 * @param environment added to that of this process, from which nothing about ExoScout
	 * is passed on
	 * @param command its main class, and what to tell it
	 * @return the process, just begun
	 */
	public static ForkedJvm start(Path dir, List<String> options, List<String> classPath,
			Map<String, String> environment, String... command) {
		try {
			Path out = Files.createTempFile(dir, "out", ".txt");
			Path err = Files.createTempFile(dir, "err", ".txt");
			List<String> words = new ArrayList<>();
			if (OS.LINUX.isCurrentOs()) {
				// whoever runs the tests in the background has them ignore SIGINT, and
				// children inherit that
				words.addAll(List.of("env", "--default-signal=INT"));
			}
			words.addAll(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
					"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
			words.addAll(options);
			words.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
			words.addAll(List.of(command));
			ProcessBuilder builder = new ProcessBuilder(words);
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
	public static List<String> classPath() {
		String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		List<String> entries = new ArrayList<>(List.of(path.split(File.pathSeparator)));
		// the program is to be the one that ships
		entries.removeIf((entry) -> entry.endsWith("test-classes") || entry.endsWith("-tests.jar")
				|| entry.endsWith("-exec.jar"));
		return entries;
	}

	/** Waits for a condition that can only come true while the program runs. */
	public void awaitRunning(String what, Duration limit, BooleanSupplier condition) {
		await(what).atMost(limit).pollInterval(Duration.ofMillis(50)).until(() -> {
			assertThat(this.process.isAlive()).as("process alive; it printed %s %s", out(), err()).isTrue();
			return condition.getAsBoolean();
		});
	}

	/** Waits for the program to end by itself and gives its exit code. */
	public int awaitExit(Duration limit) {
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
	public void kill() {
		this.process.destroyForcibly();
		assertThat(awaitExit(Duration.ofSeconds(20))).as("exit code after SIGKILL").isEqualTo(KILLED);
	}

	/** Sends a signal by its name, such as {@code TERM} or {@code INT}. */
	public void signal(String name) {
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

	public long pid() {
		return this.process.pid();
	}

	public boolean isAlive() {
		return this.process.isAlive();
	}

	public String out() {
		return read(this.out);
	}

	/** What it printed to standard error, without what newer JVMs say of themselves. */
	public String err() {
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
