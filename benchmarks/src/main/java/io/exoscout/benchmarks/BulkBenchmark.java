package io.exoscout.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Measures large tables end to end, over HTTP, and the same table by {@link RowByRow} in
 * turn. Client, suite and peer share the machine.
 */
public final class BulkBenchmark {

	private static final int ROWS = 200_000;

	private static final int ROUNDS = 3;

	/** So many times as long. */
	private static final int LONGER = 5;

	private static final String PARAMS = "{\"algorithm\": \"gradient_boosting\", \"hyperparameters\": {\"n_estimators\": 400, \"max_depth\": 5}}";

	private final SuiteCalls calls;

	private final String model;

	private final List<String> lines = new ArrayList<>();

	private BulkBenchmark(SuiteCalls calls, String model) {
		this.calls = calls;
		this.model = model;
	}

	/**
	 * Runs the benchmark and prints a table.
	 * @param arguments the suite's executable jar and, if the result is to be kept, a
	 * file with the two marks it goes between. {@code EXOSCOUT_DATA} names the folder of
	 * the archive's tables
	 */
	public static void main(String[] arguments) throws IOException {
		if (arguments.length < 1 || arguments.length > 2) {
			throw new IllegalArgumentException("usage: BulkBenchmark <suite.jar> [<file to keep the result in>]");
		}
		MeasuredTable table = MeasuredTable.find(System.getenv("EXOSCOUT_DATA"));
		String result;
		try (SuiteUnderTest suite = SuiteUnderTest.start(Path.of(arguments[0]))) {
			SuiteCalls calls = new SuiteCalls(suite.url());
			String job = calls.json(SuiteCalls.expect(202, calls.upload(table.bytes(), PARAMS)))
				.get("job_id")
				.asString();
			calls.awaitEnd(job);
			result = new BulkBenchmark(calls, job).run(table);
		}
		System.out.println(result);
		if (arguments.length == 2) {
			new KeptResult("bulk").keep(result, Path.of(arguments[1]));
		}
	}

	private String run(MeasuredTable table) throws IOException {
		byte[] stretched = StretchedTable.of(table.bytes(), ROWS);
		RowByRow peer = new RowByRow(this.calls.download(this.model));
		this.lines.add(text("Measured with %s made longer (%,d different objects, %.0f MB) on %d cores, Java %d.",
				table.name(), ROWS, stretched.length / 1e6, Runtime.getRuntime().availableProcessors(),
				Runtime.version().feature()));
		this.lines.add("");
		this.lines.add("| Measurement | Rows/s | Ratio |");
		this.lines.add("|---|---|---|");
		List<Double> ours = new ArrayList<>();
		List<Double> theirs = new ArrayList<>();
		for (int round = 0; round <= ROUNDS; round++) {
			double one = rate(ROWS, this.calls.predictBody(stretched, this.model).time());
			long began = System.nanoTime();
			peer.answer(stretched);
			double other = rate(ROWS, Duration.ofNanos(System.nanoTime() - began));
			if (round > 0) {
				ours.add(one);
				theirs.add(other);
			}
			System.err.println(text("round %d: %,.0f against %,.0f rows/s", round, one, other));
		}
		double usual = median(ours);
		add("ours, `text/csv` to CSV", usual, "–");
		add("Commons CSV and row by row, one thread, without checks and HTTP", median(theirs),
				text("ours is %.1f ×", usual / median(theirs)));
		byte[] longer = StretchedTable.of(table.bytes(), LONGER * ROWS);
		double many = rate(LONGER * ROWS, this.calls.predictBody(longer, this.model).time());
		add(text("ours, %,d different objects", LONGER * ROWS), many, text("%.2f × the shorter table", many / usual));
		return String.join(System.lineSeparator(), this.lines);
	}

	private void add(String what, double rate, String ratio) {
		this.lines.add(text("| %s | %,.0f | %s |", what, rate, ratio));
	}

	private static double rate(int rows, Duration time) {
		return rows / (time.toNanos() / 1e9);
	}

	private static double median(List<Double> rates) {
		List<Double> sorted = new ArrayList<>(rates);
		Collections.sort(sorted);
		return sorted.get(sorted.size() / 2);
	}

	private static String text(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

}
