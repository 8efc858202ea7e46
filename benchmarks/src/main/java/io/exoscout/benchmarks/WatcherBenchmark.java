package io.exoscout.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What it costs a suite that many clients listen to all of its jobs, as every open page
 * does: trainings in turn without and with them, and the memory that they take.
 */
public final class WatcherBenchmark {

	private static final int CLIENTS = 1000;

	private static final int ROUNDS = 10;

	private static final String PARAMS = "{\"algorithm\": \"random_forest\", \"seed\": %d}";

	private final MeasuredTable table;

	private final SuiteUnderTest suite;

	private final SuiteCalls calls;

	/** Another seed, or the job is known. */
	private int seed = 1000;

	private WatcherBenchmark(MeasuredTable table, SuiteUnderTest suite) {
		this.table = table;
		this.suite = suite;
		this.calls = new SuiteCalls(suite.url());
	}

	/**
	 * Runs the benchmark and prints a table.
	 * @param arguments the suite's executable jar, then, if wanted, a file with the two
	 * marks that the result goes between. {@code EXOSCOUT_DATA} names the folder of the
	 * archive's tables
	 */
	public static void main(String[] arguments) throws IOException {
		if (arguments.length < 1 || arguments.length > 2) {
			throw new IllegalArgumentException("usage: WatcherBenchmark <suite.jar> [<file to keep the result in>]");
		}
		MeasuredTable table = MeasuredTable.find(System.getenv("EXOSCOUT_DATA"));
		String result;
		try (SuiteUnderTest suite = SuiteUnderTest.start(Path.of(arguments[0]))) {
			result = new WatcherBenchmark(table, suite).run();
		}
		System.out.println(result);
		if (arguments.length == 2) {
			new KeptResult("watchers").keep(result, Path.of(arguments[1]));
		}
	}

	private String run() throws IOException {
		for (int i = 0; i < ROUNDS / 2; i++) {
			train();
		}
		long before = memory();
		long with;
		List<Cost> alone = new ArrayList<>();
		List<Cost> watched = new ArrayList<>();
		try (Watchers first = watch()) {
			with = memory();
			first.requireAll();
		}
		for (int i = 0; i < ROUNDS; i++) {
			alone.add(train());
			try (Watchers watchers = watch()) {
				Cost cost = train();
				watchers.requireAll();
				watched.add(cost);
				System.err.println(text("alone %d ms, watched %d ms, %,d bytes heard", alone.get(i).time().toMillis(),
						cost.time().toMillis(), watchers.heard()));
			}
		}
		return String.join(System.lineSeparator(),
				text("Measured with random forests on %s, %d trainings each way, on %d cores, Java %d.",
						this.table.name(), ROUNDS, Runtime.getRuntime().availableProcessors(),
						Runtime.version().feature()),
				"", text("| %,d clients | Value | wanted |", CLIENTS), "|---|---|---|",
				text("| training, watched / alone | %s | ≤ 1.02 |", ratio(watched, alone, Cost::time)),
				text("| processor of the suite for it, watched / alone | %s | |",
						ratio(watched, alone, Cost::processor)),
				text("| heap that they hold | %.1f MB | ≤ 100 MB |", (with - before) / 1e6));
	}

	private Watchers watch() throws IOException {
		return Watchers.connect(URI.create(this.suite.url() + "/exo-scout-jobs-api/jobs/events"), CLIENTS);
	}

	/** What is in use once nothing else is collectable. */
	private long memory() throws IOException {
		this.suite.collectGarbage();
		return Math.round(this.calls.heap());
	}

	private Cost train() throws IOException {
		Duration processor = this.suite.processor();
		long began = System.nanoTime();
		SuiteCalls.TimedAnswer answer = SuiteCalls.expect(202,
				this.calls.upload(this.table.bytes(), PARAMS.formatted(this.seed++)));
		String status = this.calls.awaitEnd(this.calls.json(answer).get("job_id").asString()).get("status").asString();
		if (!status.equals("completed")) {
			throw new IOException("A training ended as " + status);
		}
		return new Cost(Duration.ofNanos(System.nanoTime() - began), this.suite.processor().minus(processor));
	}

	/** The median of the ratios of neighbours, with the least and the greatest. */
	private static String ratio(List<Cost> watched, List<Cost> alone, Quantity quantity) {
		double[] ratios = new double[watched.size()];
		for (int i = 0; i < ratios.length; i++) {
			ratios[i] = (double) quantity.of(watched.get(i)).toNanos() / quantity.of(alone.get(i)).toNanos();
		}
		Arrays.sort(ratios);
		return text("%.3f (%.3f to %.3f)", (ratios[(ratios.length - 1) / 2] + ratios[ratios.length / 2]) / 2, ratios[0],
				ratios[ratios.length - 1]);
	}

	private static String text(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

	/**
	 * What a training took.
	 *
	 * @param time from the upload until it is seen completed
	 * @param processor of the suite, all threads
	 */
	private record Cost(Duration time, Duration processor) {
	}

	private interface Quantity {

		Duration of(Cost cost);

	}

}
