package io.exoscout.suite.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A suite that can not start says why, in one line, and ends. */
class FailedStartTests {

	@TempDir
	Path dir;

	@Test
	void portInUse() throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			assertThat(refusal(Map.of("SERVER_PORT", Integer.toString(taken.getLocalPort()))))
				.contains("port " + taken.getLocalPort(), "in use", "SERVER_PORT");
		}
	}

	@Test
	void dataDirectoryInUse() {
		Path home = this.dir.resolve("home");
		try (SuiteProcess first = SuiteProcess.start(home)) {
			assertThat(refusal(Map.of("EXOSCOUT_HOME", home.toString()))).contains(home.toString(),
					"in use by another ExoScout", "EXOSCOUT_HOME");
			assertThat(first.http().get("/health").status()).isEqualTo(200);
		}
	}

	@Test
	void dataDirectoryThatIsAFile() throws IOException {
		Path file = Files.createFile(this.dir.resolve("file"));
		assertThat(refusal(Map.of("EXOSCOUT_HOME", file.toString()))).contains(file.toString(), "can not be written");
	}

	@Test
	void dataDirectoryWhereNothingCanBeMade() throws IOException {
		Path file = Files.createFile(this.dir.resolve("file"));
		assertThat(refusal(Map.of("EXOSCOUT_HOME", file + "/below"))).contains(file + "/below", "can not be written");
	}

	@ParameterizedTest
	@ValueSource(strings = { "eighty", "-1", "65536", "80 80", "99999999999" })
	void nonsenseAsPort(String port) {
		assertThat(refusal(Map.of("SERVER_PORT", port))).contains("'%s'".formatted(port), "SERVER_PORT");
	}

	@ParameterizedTest
	@ValueSource(strings = { "no.such.host.invalid", "192.0.2.1" })
	void addressOfSomewhereElse(String address) {
		assertThat(refusal(Map.of("SERVER_ADDRESS", address))).contains(address, "SERVER_ADDRESS");
	}

	@Test
	void reachableFromElsewhereWithoutKeys() {
		assertThat(refusal(Map.of("SERVER_ADDRESS", "0.0.0.0"))).contains("0.0.0.0", "exoscout.security.api-keys");
	}

	@Test
	void settingOfTheWrongKind() {
		assertThat(refusal(Map.of("EXOSCOUT_WORK_LEASE", "a while"))).contains("exoscout.work.lease", "'a while'");
	}

	@Test
	void settingOutOfRange() {
		assertThat(refusal(Map.of("EXOSCOUT_WORK_MAXATTEMPTS", "0"))).contains("exoscout.work", "maxAttempts", "0");
	}

	@Test
	void damagedDatabase() throws IOException {
		Path home = Files.createDirectories(this.dir.resolve("home/database")).getParent();
		Files.writeString(home.resolve("database/exoscout.mv"), "no database ".repeat(10_000));
		assertThat(refusal(Map.of())).contains(home.resolve("database/exoscout.mv").toString(), "damaged");
		assertThat(Files.readString(home.resolve("logs/exoscout.log"))).contains("Caused by", "exoscout.mv");
	}

	@Test
	void reachableFromElsewhereWithKeysWantsThem() {
		String key = "a-key-of-sufficient-length";
		try (SuiteProcess suite = SuiteProcess.start(this.dir.resolve("home"),
				Map.of("SERVER_ADDRESS", "0.0.0.0", "EXOSCOUT_SECURITY_API_KEYS", key))) {
			assertThat(suite.http().get("/exo-scout-jobs-api/jobs").status()).isEqualTo(401);
			assertThat(suite.http().get("/exo-scout-jobs-api/jobs", "X-API-Key", key).status()).isEqualTo(200);
		}
	}

	/** Starts a suite that is to fail, and gives the one line it says. */
	private String refusal(Map<String, String> settings) {
		try (ForkedJvm jvm = SuiteProcess.fork(this.dir.resolve("home"), settings)) {
			assertThat(jvm.awaitExit(SuiteProcess.START)).isEqualTo(1);
			assertThat(jvm.out()).isEmpty();
			assertThat(jvm.err().lines()).hasSize(1);
			assertThat(jvm.err()).startsWith("ExoScout did not start: ")
				.doesNotContain("Exception", "\tat ", "org.springframework");
			return jvm.err();
		}
	}

}
