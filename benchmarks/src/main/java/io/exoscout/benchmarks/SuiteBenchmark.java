package io.exoscout.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

import io.exoscout.model.Algorithm;
import tools.jackson.databind.JsonNode;

/**
 * Measures the packaged suite from outside, over HTTP, as its users see it: start,
 * uploads, trainings, predictions, memory. Nothing else should run meanwhile.
 */
public final class SuiteBenchmark {

	private static final int WARM_UP = 5;

	private static final int UPLOADS = 40;

	private static final int PREDICTIONS = 10;

	/** Explaining takes its time. */
	private static final int EXPLANATIONS = 3;

	private static final int EXPLAINED = 5;

	private final MeasuredTable table;

	private final SuiteCalls calls;

	private final List<String> lines = new ArrayList<>();

	private SuiteBenchmark(MeasuredTable table, SuiteCalls calls) {
		this.table = table;
		this.calls = calls;
	}

	/**
	 * Runs the benchmark and prints a table.
	 * @param arguments the suite's executable jar and, if the result is to be kept, a
	 * file with the two marks it goes between. {@code EXOSCOUT_DATA} names the folder of
	 * the archive's tables
	 */
	public static void main(String[] arguments) throws IOException {
		if (arguments.length < 1 || arguments.length > 2) {
			throw new IllegalArgumentException("usage: SuiteBenchmark <suite.jar> [<file to keep the result in>]");
		}
		MeasuredTable table = MeasuredTable.find(System.getenv("EXOSCOUT_DATA"));
		String result;
		try (SuiteUnderTest suite = SuiteUnderTest.start(Path.of(arguments[0]))) {
			SuiteBenchmark benchmark = new SuiteBenchmark(table, new SuiteCalls(suite.url()));
			result = benchmark.run(suite);
		}
		System.out.println(result);
		if (arguments.length == 2) {
			new KeptResult("suite").keep(result, Path.of(arguments[1]));
		}
	}

	private String run(SuiteUnderTest suite) throws IOException {
		long rows = this.table.rows();
		this.lines.add(text("Measured with %s (%,d rows, %.1f MB) on %d cores, Java %d.", this.table.name(), rows,
				this.table.bytes().length / 1e6, Runtime.getRuntime().availableProcessors(),
				Runtime.version().feature()));
		this.lines.add("");
		this.lines.add("| Measurement | Value |");
		this.lines.add("|---|---|");
		add("start until ready", seconds(suite.startTime()));
		uploads();
		String model = trainings();
		duplicates();
		predictions("CSV to JSON", rows, PREDICTIONS, () -> predict(model, 0, "application/json"));
		predictions("CSV to CSV", rows, PREDICTIONS, () -> predict(model, 0, "text/csv"));
		predictions("CSV to JSON, %d contributions explained".formatted(EXPLAINED), rows, EXPLANATIONS,
				() -> predict(model, EXPLAINED, "application/json"));
		OptionalLong peak = suite.peakMemory();
		add("peak memory of the process", peak.isPresent() ? megabytes(peak.getAsLong()) : "not known here");
		add("heap in use at the end", megabytes(this.calls.heap()));
		return String.join(System.lineSeparator(), this.lines);
	}

	/**
	 * Each is a new job by its seed, and gone before the next, so that no training
	 * disturbs.
	 */
	private void uploads() throws IOException {
		List<Duration> times = new ArrayList<>();
		for (int i = 0; i < WARM_UP + UPLOADS; i++) {
			SuiteCalls.TimedAnswer answer = SuiteCalls.expect(202,
					this.calls.upload(this.table.bytes(), "{\"seed\": %d}".formatted(1000 + i)));
			this.calls.remove(this.calls.json(answer).get("job_id").asString());
			times.add(answer.time());
		}
		add("upload of a new job until 202 (%d)".formatted(UPLOADS), quantiles(times));
	}

	private void duplicates() throws IOException {
		List<Duration> times = new ArrayList<>();
		for (int i = 0; i < WARM_UP + UPLOADS; i++) {
			times.add(SuiteCalls.expect(200, this.calls.upload(this.table.bytes(), "{}")).time());
		}
		add("upload of a known job until 200 (%d)".formatted(UPLOADS), quantiles(times));
	}

	/** Trains once with each algorithm; gives the job of the default one. */
	private String trainings() throws IOException {
		String preset = "";
		for (Algorithm algorithm : Algorithm.values()) {
			long began = System.nanoTime();
			SuiteCalls.TimedAnswer answer = SuiteCalls.expect(202,
					this.calls.upload(this.table.bytes(), "{\"algorithm\": \"%s\"}".formatted(algorithm.id())));
			JsonNode job = this.calls.awaitEnd(this.calls.json(answer).get("job_id").asString());
			Duration whole = Duration.ofNanos(System.nanoTime() - began);
			if (!job.get("status").asString().equals("completed")) {
				throw new IOException("The training with %s ended with %s".formatted(algorithm.id(), job));
			}
			JsonNode results = job.get("results");
			add("training, " + algorithm.id(), text("%s (5 folds %.1f s, final fit %.1f s), ROC-AUC %.4f",
					seconds(whole), results.get("timings").get("cross_validation_seconds").asDouble(),
					results.get("timings").get("final_fit_seconds").asDouble(), results.get("roc_auc").asDouble()));
			preset = (algorithm == Algorithm.GRADIENT_BOOSTING) ? job.get("job_id").asString() : preset;
		}
		return preset;
	}

	private Duration predict(String model, int explain, String accept) throws IOException {
		return SuiteCalls.expect(200, this.calls.predict(this.table.bytes(), model, explain, accept)).time();
	}

	private void predictions(String what, long rows, int count, Request request) throws IOException {
		List<Duration> times = new ArrayList<>();
		for (int i = 0; i < Math.min(WARM_UP, count) + count; i++) {
			times.add(request.send());
		}
		double median = quantile(measured(times, count), 0.5).toNanos() / 1e9;
		add("prediction, " + what, text("%,.0f rows/s", rows / median));
	}

	private void add(String what, String value) {
		System.err.println(what + ": " + value);
		this.lines.add("| %s | %s |".formatted(what, value));
	}

	private static String quantiles(List<Duration> times) {
		List<Duration> measured = measured(times, UPLOADS);
		return text("p50 %d ms, p95 %d ms", quantile(measured, 0.5).toMillis(), quantile(measured, 0.95).toMillis());
	}

	/** The last ones, sorted; those before were for warming up. */
	private static List<Duration> measured(List<Duration> times, int count) {
		return times.subList(times.size() - count, times.size()).stream().sorted().toList();
	}

	/** The nearest rank. */
	private static Duration quantile(List<Duration> sorted, double share) {
		return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
	}

	private static String seconds(Duration time) {
		return text("%.1f s", time.toNanos() / 1e9);
	}

	private static String megabytes(double bytes) {
		return text("%.0f MB", bytes / 1e6);
	}

	private static String text(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

	private interface Request {

		Duration send() throws IOException;

	}

}
