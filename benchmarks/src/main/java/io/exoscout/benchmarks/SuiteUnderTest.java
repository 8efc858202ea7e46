package io.exoscout.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

import org.springframework.util.FileSystemUtils;

/**
 * The packaged suite, in a process and a data directory of its own, with the defaults
 * that every user has.
 */
record SuiteUnderTest(Process process, Path home, String url, Duration start) implements AutoCloseable {

	private static final String ADDRESS = "page  ";

	private static final Duration STOP = Duration.ofSeconds(60);

	private static final int KIB = 1024;

	/**
	 * Starts the suite and returns when it says that it is ready.
	 * @param jar the executable jar
	 * @return the running suite
	 * @throws IOException if it can not be started
	 */
	static SuiteUnderTest start(Path jar) throws IOException {
		Path home = Files.createTempDirectory("exoscout-benchmark");
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-jar", jar.toString())
			.redirectError(ProcessBuilder.Redirect.INHERIT);
		// a table of a million objects is larger than what is accepted by default
		builder.environment()
			.putAll(Map.of("EXOSCOUT_HOME", home.toString(), "SERVER_PORT", "0", "EXOSCOUT_UPLOAD_MAXSIZE", "1GB"));
		long began = System.nanoTime();
		Process process = builder.start();
		BufferedReader out = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		for (String line = out.readLine(); line != null; line = out.readLine()) {
			if (line.strip().startsWith(ADDRESS)) {
				Duration start = Duration.ofNanos(System.nanoTime() - began);
				String url = line.strip().substring(ADDRESS.length());
				return new SuiteUnderTest(process, home, url.substring(0, url.length() - 1), start);
			}
		}
		FileSystemUtils.deleteRecursively(home);
		throw new IOException("The suite did not start");
	}

	/** From the start of the process until the suite is ready. */
	Duration startTime() {
		return this.start;
	}

	/** Time of processors that it has taken; zero where the system does not tell. */
	Duration processor() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	/** Has the suite collect what is garbage, so that its heap is what it holds. */
	void collectGarbage() throws IOException {
		Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
				Long.toString(this.process.pid()), "GC.run")
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			if (jcmd.waitFor() != 0) {
				throw new IOException("The suite's garbage can not be collected");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted", ex);
		}
	}

	/**
	 * The most memory that the process ever had in use (resident set), in bytes; empty
	 * where the operating system does not tell.
	 */
	OptionalLong peakMemory() throws IOException {
		Path status = Path.of("/proc", Long.toString(this.process.pid()), "status");
		if (!Files.isReadable(status)) {
			return OptionalLong.empty();
		}
		return Files.readAllLines(status)
			.stream()
			.filter((line) -> line.startsWith("VmHWM:"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
			.findFirst();
	}

	@Override
	public void close() throws IOException {
		this.process.destroy();
		try {
			if (!this.process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
		FileSystemUtils.deleteRecursively(this.home);
	}

}
