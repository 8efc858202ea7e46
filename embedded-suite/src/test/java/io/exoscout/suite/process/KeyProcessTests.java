package io.exoscout.suite.process;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Keys that are made and revoked while a suite runs. */
class KeyProcessTests {

	private static final Pattern KEY = Pattern.compile("xsk_[A-Za-z0-9_-]{43}");

	private static final String JOBS = "/exo-scout-jobs-api/jobs";

	@TempDir
	Path dir;

	@Test
	void aKeyOfTheCommandOpensARunningSuiteUntilItIsRevoked() {
		Path home = this.dir.resolve("home");
		try (SuiteProcess suite = SuiteProcess.start(home)) {
			assertThat(suite.http().get(JOBS).status()).as("nobody is asked yet").isEqualTo(200);
			Matcher shown = KEY.matcher(SuiteProcess.run(home, Map.of(), "keys", "add", "ada", "--role", "analyst"));
			assertThat(shown.find()).isTrue();
			await().until(() -> suite.http().answers(JOBS, 401));
			assertThat(suite.http().get(JOBS, "X-API-Key", shown.group()).status()).isEqualTo(200);
			SuiteProcess.run(home, Map.of(), "keys", "revoke", "ada");
			await().until(() -> suite.http().get(JOBS, "X-API-Key", shown.group()).status() == 401);
		}
	}

}
