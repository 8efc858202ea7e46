package io.exoscout.benchmarks;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.json.JsonMapper;

/**
 * Single rows at a steady rate while an alias moves from model to model every second, and
 * the same while whole tables are scored beside them.
 */
public final class RowBenchmark {

	private static final int PER_SECOND = 1000;

	private static final Duration WARM_UP = Duration.ofSeconds(20);

	/** Longer than the suite believes what it has looked up. */
	private static final Duration BELIEVED = Duration.ofSeconds(2);

	private static final String PATH = "/exo-scout-predictor";

	private static final String ALIAS = "moving";

	private final MeasuredTable table;

	private final SuiteCalls calls;

	private final URI suite;

	private final Duration time;

	private final List<byte[]> bodies;

	private final List<String> lines = new ArrayList<>();

	private RowBenchmark(MeasuredTable table, URI suite, Duration time) throws IOException {
		this.table = table;
		this.calls = new SuiteCalls(suite.toString());
		this.suite = suite;
		this.time = time;
		this.bodies = bodies(table);
	}

	/**
	 * Runs the benchmark and prints a table.
	 * @param arguments the suite's executable jar, then, if wanted, for how many seconds,
	 * and a file with the two marks that the result goes between. {@code EXOSCOUT_DATA}
	 * names the folder of the archive's tables
	 */
	public static void main(String[] arguments) throws IOException {
		if (arguments.length < 1 || arguments.length > 3) {
			throw new IllegalArgumentException(
					"usage: RowBenchmark <suite.jar> [<seconds> [<file to keep the result in>]]");
		}
		int seconds = (arguments.length > 1) ? Integer.parseInt(arguments[1]) : 60;
		MeasuredTable table = MeasuredTable.find(System.getenv("EXOSCOUT_DATA"));
		String result;
		try (SuiteUnderTest suite = SuiteUnderTest.start(Path.of(arguments[0]))) {
			result = new RowBenchmark(table, URI.create(suite.url()), Duration.ofSeconds(seconds)).run();
		}
		System.out.println(result);
		if (arguments.length == 3) {
			new KeptResult("rows").keep(result, Path.of(arguments[2]));
		}
	}

	private String run() throws IOException {
		List<String> models = List.of(train("gradient_boosting"), train("xgboost"));
		this.calls.point(ALIAS, models.get(0));
		this.lines.add(text("Measured with rows of %s, %,d a second for %d s, on %d cores, Java %d.", this.table.name(),
				PER_SECOND, this.time.toSeconds(), Runtime.getRuntime().availableProcessors(),
				Runtime.version().feature()));
		this.lines.add("");
		this.lines.add("| Single rows | p50 | p99 | p99.9 | longest | errors | wanted |");
		this.lines.add("|---|---|---|---|---|---|---|");
		for (String model : models) {
			this.calls.point(ALIAS, model);
			askOnce();
		}
		AtomicInteger moves = new AtomicInteger();
		ScheduledExecutorService mover = Executors.newSingleThreadScheduledExecutor();
		mover.scheduleAtFixedRate(() -> move(models, moves), 1, 1, TimeUnit.SECONDS);
		try {
			loop(WARM_UP).run();
			add("while an alias moves every second", loop(this.time).run(), "p99 ≤ 3 ms, 0 errors");
			add("and whole tables are scored beside them", besideTables(models.get(0)), "p99 ≤ 10 ms, 0 errors");
		}
		finally {
			mover.shutdownNow();
		}
		return String.join(System.lineSeparator(), this.lines);
	}

	private String train(String algorithm) throws IOException {
		SuiteCalls.TimedAnswer answer = SuiteCalls.expect(202,
				this.calls.upload(this.table.bytes(), "{\"algorithm\": \"%s\"}".formatted(algorithm)));
		return this.calls.awaitEnd(this.calls.json(answer).get("job_id").asString()).get("job_id").asString();
	}

	private void move(List<String> models, AtomicInteger moves) {
		try {
			this.calls.point(ALIAS, models.get(moves.incrementAndGet() % models.size()));
		}
		catch (IOException ex) {
			System.err.println("The alias was not moved: " + ex.getMessage());
		}
	}

	/**
	 * Sends each row once. Of rows with rare blanks a model has to be fitted first; that
	 * is not what is measured here.
	 */
	private void askOnce() throws IOException {
		// what was believed of the alias before is forgotten after a second
		LockSupport.parkNanos(BELIEVED.toNanos());
		try (RowConnection connection = new RowConnection(this.suite, PATH)) {
			for (byte[] body : this.bodies) {
				int status = connection.post(body);
				if (status != 200 || !connection.isOpen()) {
					throw new IOException("A row was answered with status " + status);
				}
			}
		}
	}

	private OpenLoop loop(Duration time) {
		return new OpenLoop(this.suite, PATH, (i) -> this.bodies.get(i % this.bodies.size()), PER_SECOND, time);
	}

	private OpenLoop.Outcome besideTables(String model) throws IOException {
		AtomicBoolean done = new AtomicBoolean();
		AtomicInteger tables = new AtomicInteger();
		Thread bulk = new Thread(() -> {
			try {
				while (!done.get()) {
					SuiteCalls.expect(200, this.calls.predict(this.table.bytes(), model, 0, "text/csv"));
					tables.incrementAndGet();
				}
			}
			catch (IOException ex) {
				System.err.println("A table was not scored: " + ex.getMessage());
			}
		});
		bulk.start();
		OpenLoop.Outcome outcome = loop(this.time).run();
		done.set(true);
		System.err.println(text("%,d rows/s in tables", tables.get() * this.table.rows() / this.time.toSeconds()));
		return outcome;
	}

	private void add(String what, OpenLoop.Outcome outcome, String wanted) {
		String line = text("| %s | %.1f ms | %.1f ms | %.1f ms | %.0f ms | %d | %s |", what, outcome.quantile(0.5),
				outcome.quantile(0.99), outcome.quantile(0.999), outcome.quantile(1), outcome.errors(), wanted);
		System.err.println(line);
		this.lines.add(line);
	}

	/** A request for each row of the table, with all of its cells. */
	private static List<byte[]> bodies(MeasuredTable table) throws IOException {
		JsonMapper json = new JsonMapper();
		List<byte[]> bodies = new ArrayList<>();
		CSVFormat format = CSVFormat.DEFAULT.builder()
			.setHeader()
			.setSkipHeaderRecord(true)
			.setCommentMarker('#')
			.get();
		try (CSVParser rows = format.parse(new BufferedReader(
				new InputStreamReader(new ByteArrayInputStream(table.bytes()), StandardCharsets.UTF_8)))) {
			for (CSVRecord row : rows) {
				Map<String, Object> cells = new LinkedHashMap<>();
				row.toMap().forEach((column, cell) -> cells.put(column, cell.isEmpty() ? null : cell));
				bodies.add(json.writeValueAsBytes(Map.of("model", ALIAS, "rows", List.of(cells))));
			}
		}
		return bodies;
	}

	private static String text(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

}
