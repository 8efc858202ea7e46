package io.exoscout.suite;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

	private static final int EACH = Integer.getInteger("attack.each", 5);

	private static final int AT_ONCE = 4;

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
		List<AttackOutcome> outcomes = sent(
				IntStream.range(0, all.size()).filter((i) -> i % EACH == 0).mapToObj(all::get).toList());
		report(outcomes);
		assertThat(outcomes.stream().filter((one) -> one.fault() != null)).isEmpty();
		assertThat(errors().subList(logged, errors().size())).as("what the log takes for our fault").isEmpty();
		assertThat(outcomes.stream().filter((one) -> one.status() == 0).count()).as("closed without a word")
			.isLessThan(outcomes.size() / 20);
		this.client.leaveIdle();
		this.client.assertHealthy();
	}

	private List<AttackOutcome> sent(List<Attack> attacks) throws Exception {
		int port = URI.create(this.client.url("/")).getPort();
		ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
		try {
			List<Callable<AttackOutcome>> tasks = attacks.stream()
				.map((attack) -> (Callable<AttackOutcome>) () -> AttackOutcome.of(attack, port))
				.toList();
			List<AttackOutcome> outcomes = new ArrayList<>();
			for (Future<AttackOutcome> outcome : threads.invokeAll(tasks)) {
				outcomes.add(outcome.get());
			}
			return outcomes;
		}
		finally {
			threads.shutdownNow();
		}
	}

	private List<String> errors() throws IOException {
		Path log = this.suite.home().resolve("logs").resolve("exoscout.log");
		return Files.readAllLines(log).stream().filter((line) -> line.contains(" ERROR ")).toList();
	}

	private static void report(List<AttackOutcome> outcomes) throws IOException {
		Map<String, List<AttackOutcome>> kinds = outcomes.stream()
			.collect(Collectors.groupingBy((one) -> one.attack().kind(), TreeMap::new, Collectors.toList()));
		StringBuilder report = new StringBuilder(
				"| Kind | Sent | Refused | Let pass unharmed | Closed | Faults |\n|---|---|---|---|---|---|\n");
		kinds.forEach((kind,
				sent) -> report.append("| %s | %d | %d | %d | %d | %d |%n".formatted(kind, sent.size(),
						count(sent, 400, 600), count(sent, 100, 400), count(sent, 0, 1),
						sent.stream().filter((one) -> one.fault() != null).count())));
		report.append("%nIn all %d of %d kinds.%n%n".formatted(outcomes.size(), kinds.size()));
		outcomes.stream()
			.filter((one) -> one.fault() != null)
			.forEach((one) -> report.append("- %s: %s%n".formatted(one.attack(), one.fault())));
		Path file = Files.createDirectories(Path.of("target", "attack")).resolve("report.md");
		Files.writeString(file, report);
	}

	private static long count(List<AttackOutcome> sent, int from, int to) {
		return sent.stream().filter((one) -> one.status() >= from && one.status() < to).count();
	}

}
