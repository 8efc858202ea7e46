package io.exoscout.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.exoscout.attack.Attack;
import io.exoscout.attack.AttackOutcome;
import io.exoscout.attack.Attacks;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What strangers send. In short every fifth attack; {@code make attack} sends all. What
 * became of each kind stands in {@code target/attack/report.md}.
 */
@SuiteTest
class AttackTests {

	private final Client client;

	private final RunningSuite suite;

	AttackTests(Client client, RunningSuite suite) {
		this.client = client;
		this.suite = suite;
	}

	@Test
	void noneGetsInAndNoneIsAnsweredAsIfItWereOurFault() throws Exception {
		byte[] table = WrittenTable.kepler(640, 120);
		String job = this.client.trained(table, "{\"algorithm\": \"xgboost\"}").get("job_id").asString();
		List<Attack> all = Attacks.at(job, new String(table, StandardCharsets.UTF_8));
		assertThat(all).hasSizeGreaterThanOrEqualTo(5000);
		assertThat(all.stream().map(Attack::kind).distinct()).hasSizeGreaterThanOrEqualTo(40);
		int logged = errors().size();
		List<AttackOutcome> outcomes = AttackRun.send(all, this.client, "report.md");
		assertThat(outcomes.stream().filter((one) -> one.fault() != null)).isEmpty();
		assertThat(errors().subList(logged, errors().size())).as("what the log takes for our fault").isEmpty();
		assertThat(outcomes.stream().filter((one) -> one.status() == 0).count()).as("closed without a word")
			.isLessThan(outcomes.size() / 20);
		this.client.leaveIdle();
		this.client.assertHealthy();
	}

	private List<String> errors() throws IOException {
		Path log = this.suite.home().resolve("logs").resolve("exoscout.log");
		return Files.readAllLines(log).stream().filter((line) -> line.contains(" ERROR ")).toList();
	}

}
