package io.exoscout.suite;

import java.io.IOException;
import java.net.URI;
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

/** Attacks on their way to a suite, and what became of them. */
final class AttackRun {

	private static final int EACH = Integer.getInteger("attack.each", 5);

	private static final int AT_ONCE = 4;

	private AttackRun() {
	}

	/**
	 * Sends every fifth of some attacks, or as many as {@code attack.each} says.
	 * @param report the file that says what became of each kind
	 */
	static List<AttackOutcome> send(List<Attack> all, Client client, String report) throws Exception {
		List<Attack> attacks = IntStream.range(0, all.size()).filter((i) -> i % EACH == 0).mapToObj(all::get).toList();
		int port = URI.create(client.url("/")).getPort();
		ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
		try {
			List<Callable<AttackOutcome>> tasks = attacks.stream()
				.map((attack) -> (Callable<AttackOutcome>) () -> AttackOutcome.of(attack, port))
				.toList();
			List<AttackOutcome> outcomes = new ArrayList<>();
			for (Future<AttackOutcome> outcome : threads.invokeAll(tasks)) {
				outcomes.add(outcome.get());
			}
			report(outcomes, report);
			return outcomes;
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static void report(List<AttackOutcome> outcomes, String name) throws IOException {
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
		Path file = Files.createDirectories(Path.of("target", "attack")).resolve(name);
		Files.writeString(file, report);
	}

	private static long count(List<AttackOutcome> sent, int from, int to) {
		return sent.stream().filter((one) -> one.status() >= from && one.status() < to).count();
	}

}
