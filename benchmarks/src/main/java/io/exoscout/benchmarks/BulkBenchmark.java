package io.exoscout.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Measures large tables end to end, over HTTP, and the same table by {@link RowByRow} and
 * {@link PandasPeer} in turn. Client, suite and peers share the machine.
 */
public final class BulkBenchmark {

	private static final int ROWS = 200_000;

	private static final int ROUNDS = 3;

	/** So many times as long. */
	private static final int LONGER = 5;

	private static final String PARAMS = "{\"algorithm\": \"gradient_boosting\", \"hyperparameters\": {\"n_estimators\": 400, \"max_depth\": 5}}";

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private final SuiteUnderTest suite;

	private final SuiteCalls calls;

	private final String model;

	private final List<String> lines = new ArrayList<>();

	private BulkBenchmark(SuiteUnderTest suite, SuiteCalls calls, String model) {
		this.suite = suite;
		this.calls = calls;
		this.model = model;
	}

	/**
	 * Runs the benchmark and prints a table.
	 * @param arguments the suite's executable jar, a Python that has pandas and XGBoost,
	 * the script that asks them, and if the result is to be kept, a file with the two
	 * marks it goes between. {@code EXOSCOUT_DATA} names the folder of the archive's
	 * tables
	 */
	public static void main(String[] arguments) throws IOException {
		if (arguments.length < 3 || arguments.length > 4) {
			throw new IllegalArgumentException(
					"usage: BulkBenchmark <suite.jar> <python> <bulk.py> [<file to keep the result in>]");
		}
		MeasuredTable table = MeasuredTable.find(System.getenv("EXOSCOUT_DATA"));
		String result;
		try (SuiteUnderTest suite = SuiteUnderTest.start(Path.of(arguments[0]));
				PandasPeer pandas = PandasPeer.start(arguments[1], Path.of(arguments[2]), table.bytes())) {
			SuiteCalls calls = new SuiteCalls(suite.url());
			String job = calls.json(SuiteCalls.expect(202, calls.upload(table.bytes(), PARAMS)))
				.get("job_id")
				.asString();
			calls.awaitEnd(job);
			result = new BulkBenchmark(suite, calls, job).run(table, pandas);
		}
		System.out.println(result);
		if (arguments.length == 4) {
			new KeptResult("bulk").keep(result, Path.of(arguments[3]));
		}
	}

	private String run(MeasuredTable table, PandasPeer pandas) throws IOException {
		byte[] stretched = StretchedTable.of(table.bytes(), ROWS);
		RowByRow peer = new RowByRow(this.calls.download(this.model));
		Path file = pandas.table(stretched);
		this.lines.add(text("Measured with %s made longer (%,d different objects, %.0f MB) on %d cores, Java %d.",
				table.name(), ROWS, stretched.length / 1e6, Runtime.getRuntime().availableProcessors(),
				Runtime.version().feature()));
		this.lines.add("");
		this.lines.add("| Measurement | Rows/s | Ratio | Processor per row |");
		this.lines.add("|---|---|---|---|");
		List<TableCost> ours = new ArrayList<>();
		List<TableCost> theirs = new ArrayList<>();
		List<TableCost> pythons = new ArrayList<>();
		for (int round = 0; round <= ROUNDS; round++) {
			TableCost one = ours(ROWS, stretched);
			TableCost other = alone(peer, stretched);
			TableCost third = pandas.answer(file);
			if (round > 0) {
				ours.add(one);
				theirs.add(other);
				pythons.add(third);
			}
			System.err.println(text("round %d: %,.0f against %,.0f and %,.0f rows/s", round, one.rowsPerSecond(),
					other.rowsPerSecond(), third.rowsPerSecond()));
		}
		double usual = rate(ours);
		add("ours, `text/csv` to CSV", ours, "–");
		add("Commons CSV and row by row, one thread, without checks and HTTP", theirs,
				text("ours is %.1f ×", usual / rate(theirs)));
		add("pandas and XGBoost for Python, all threads, without features, checks and HTTP", pythons,
				text("ours is %.1f ×", usual / rate(pythons)));
		List<TableCost> many = List.of(ours(LONGER * ROWS, StretchedTable.of(table.bytes(), LONGER * ROWS)));
		add(text("ours, %,d different objects", LONGER * ROWS), many,
				text("%.2f × the shorter table", rate(many) / usual));
		return String.join(System.lineSeparator(), this.lines);
	}

	private TableCost ours(int rows, byte[] table) throws IOException {
		Duration before = this.suite.processor();
		Duration time = this.calls.predictBody(table, this.model).time();
		return new TableCost(rows, time, this.suite.processor().minus(before));
	}

	private static TableCost alone(RowByRow peer, byte[] table) throws IOException {
		long began = System.nanoTime();
		long worked = THREADS.getCurrentThreadCpuTime();
		peer.answer(table);
		return new TableCost(ROWS, Duration.ofNanos(System.nanoTime() - began),
				Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - worked));
	}

	private void add(String what, List<TableCost> costs, String ratio) {
		double processor = median(costs.stream().map(TableCost::perRow).toList());
		this.lines.add(text("| %s | %,.0f | %s | %.1f µs |", what, rate(costs), ratio, processor));
	}

	private static double rate(List<TableCost> costs) {
		return median(costs.stream().map(TableCost::rowsPerSecond).toList());
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
