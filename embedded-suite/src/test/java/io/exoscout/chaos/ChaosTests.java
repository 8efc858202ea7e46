package io.exoscout.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.exoscout.servers.RabbitMq;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A cluster of real processes under load, in which everything fails now and then. Its
 * short form is part of every build, {@code make chaos} is the long one.
 */
@EnabledOnOs(OS.LINUX)
class ChaosTests {

	private static final int CLIENTS = 4;

	private static final int SABOTEURS = 2;

	/** Within this time after the last fault no job may be left. */
	private static final Duration STUCK = Duration.ofMinutes(2);

	private static final Path DIRECTORY = Path.of("target/chaos").toAbsolutePath();

	private final ChaosPlan plan = ChaosPlan.fromSystemProperties();

	private final Ledger ledger = new Ledger();

	private final Report report = new Report();

	@Test
	void everyAcceptedJobEndsOnceWhateverFails() throws Exception {
		RabbitMq.requireNode();
		FileSystemUtils.deleteRecursively(DIRECTORY);
		Instant began = Instant.now();
		try (Stage stage = new Stage(DIRECTORY, this.plan)) {
			Runtime.getRuntime().addShutdownHook(new Thread(stage::close));
			stage.requireWhatCiHas();
			stage.open();
			this.report.add("seed", this.plan.seed());
			this.report.add("blobs in", this.plan.blobs());
			this.report.add("callers with keys and quotas", this.plan.callers());
			this.report.add("Java", Runtime.version().feature());
			this.report.add("trainers with wrong clocks", stage.wrongClocks());
			this.report.add("all processes started within", Duration.between(began, Instant.now()));
			try (Books books = new Books(stage.databaseUri())) {
				Forger forger = new Forger(stage.broker().port(), this.ledger);
				run(stage, books, forger);
				stage.beginTidying();
				List<String> findings = new Inspection(stage, books, this.ledger, forger).findings(this.report);
				this.report.addAll(this.ledger.counts(), "");
				this.report.add("findings", findings.size());
				keep(findings);
				assertThat(findings).isEmpty();
			}
		}
	}

	private void run(Stage stage, Books books, Forger forger) throws Exception {
		Instant began = Instant.now();
		Pace pace = new Pace(this.plan);
		Clients clients = new Clients(stage, this.plan, this.ledger, pace);
		Saboteur saboteur = new Saboteur(stage, this.plan, this.ledger, pace, forger);
		List<Callable<?>> parts = new ArrayList<>();
		for (int i = 0; i < CLIENTS; i++) {
			parts.add(clients::run);
		}
		for (int i = 0; i < SABOTEURS; i++) {
			parts.add(saboteur::run);
		}
		parts.add(new Poison(stage, clients, books, saboteur, Commission.poison(this.plan.seed())));
		together(parts, () -> pace.backlog(books.open()));
		Instant over = Instant.now();
		this.report.add("load and faults", Duration.between(began, over));
		await("the end of all jobs").atMost(STUCK).pollInterval(Duration.ofMillis(200)).until(() -> books.open() == 0);
		this.report.add("from the last fault to the last job's end", Duration.between(over, Instant.now()));
	}

	/** Runs everything at once, until all are done or one fails. */
	private static void together(List<Callable<?>> parts, Runnable meanwhile)
			throws ExecutionException, InterruptedException {
		ExecutorService threads = Executors.newCachedThreadPool();
		try {
			List<Future<?>> running = new ArrayList<>();
			parts.forEach((part) -> running.add(threads.submit(part)));
			while (!running.isEmpty()) {
				meanwhile.run();
				for (Future<?> part : List.copyOf(running)) {
					if (part.isDone()) {
						part.get();
						running.remove(part);
					}
				}
				Pause.between(300, 300);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private void keep(List<String> findings) throws IOException {
		Files.writeString(DIRECTORY.resolve("report.md"), this.report.text());
		Files.write(DIRECTORY.resolve("findings.txt"), findings);
	}

}
