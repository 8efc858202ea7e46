package io.exoscout.suite.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.exoscout.suite.ExoplanetSuite;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The suite as its users start it. Killed and started again on the same directory it has
 * to go on where it was.
 */
final class SuiteProcess implements AutoCloseable {

	/** How long a worker that died keeps its job. */
	static final Duration LEASE = Duration.ofSeconds(3);

	/** How often the sweeper looks. */
	static final Duration SWEEP = Duration.ofMillis(500);

	/** A start takes 5 s on an idle machine; on a busy one this is still enough. */
	static final Duration START = Duration.ofSeconds(240);

	private static final Pattern PAGE = Pattern.compile("page +(http://localhost:\\d+)/");

	private final ForkedJvm jvm;

	private final Http http;

	private SuiteProcess(ForkedJvm jvm, Http http) {
		this.jvm = jvm;
		this.http = http;
	}

	/** Starts a suite and returns when it says that it is ready. */
	static SuiteProcess start(Path home, Map<String, String> settings) {
		InstalledPrograms programs = InstalledPrograms.suite();
		return start(home, settings, programs, programs.options());
	}

	/** Starts one with options of the JVM. */
	static SuiteProcess start(Path home, Map<String, String> settings, InstalledPrograms programs,
			List<String> options) {
		ForkedJvm jvm = fork(home, settings, programs, options);
		try {
			jvm.awaitRunning("ready", START, () -> jvm.out().contains("Stop with Ctrl-C."));
			Matcher page = PAGE.matcher(jvm.out());
			if (!page.find()) {
				throw new IllegalStateException("No address in " + jvm.out());
			}
			return new SuiteProcess(jvm, new Http(page.group(1)));
		}
		catch (RuntimeException | Error ex) {
			jvm.close();
			throw ex;
		}
	}

	static SuiteProcess start(Path home) {
		return start(home, Map.of());
	}

	/** Starts a suite of which nobody knows whether it will make it. */
	static ForkedJvm fork(Path home, Map<String, String> settings, String... words) {
		InstalledPrograms programs = InstalledPrograms.suite();
		return fork(home, settings, programs, programs.options(), words);
	}

	private static ForkedJvm fork(Path home, Map<String, String> settings, InstalledPrograms programs,
			List<String> options, String... words) {
		Map<String, String> environment = new HashMap<>(Map.of("EXOSCOUT_HOME", home.toString(), "SERVER_PORT", "0",
				"EXOSCOUT_WORK_LEASE", LEASE.toMillis() + "ms", "EXOSCOUT_WORK_HEARTBEAT", "200ms",
				"EXOSCOUT_WORK_SWEEP", SWEEP.toMillis() + "ms", "EXOSCOUT_WORK_UNSENTAFTER", "1s"));
		environment.putAll(settings);
		List<String> command = new ArrayList<>(List.of(ExoplanetSuite.class.getName()));
		command.addAll(List.of(words));
		List<String> all = new ArrayList<>(List.of("-Xmx512m"));
		all.addAll(options);
		return ForkedJvm.start(home.toAbsolutePath().getParent(), all, programs.libraries(), environment,
				command.toArray(String[]::new));
	}

	/** Runs a command that is to succeed, and gives what it printed. */
	static String run(Path home, Map<String, String> settings, String... words) {
		try (ForkedJvm jvm = fork(home, settings, words)) {
			assertThat(jvm.awaitExit(START)).as("exit code; it printed %s %s", jvm.out(), jvm.err()).isZero();
			assertThat(jvm.err()).isEmpty();
			return jvm.out();
		}
	}

	ForkedJvm jvm() {
		return this.jvm;
	}

	Http http() {
		return this.http;
	}

	void kill() {
		this.jvm.kill();
	}

	@Override
	public void close() {
		this.jvm.close();
	}

}
