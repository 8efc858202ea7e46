package io.exoscout.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

import io.exoscout.series.FittedSeries;
import io.exoscout.series.RegularSeries;
import io.exoscout.series.SeriesOptions;
import io.exoscout.series.SeriesTraining;
import io.exoscout.series.TimeGrid;
import io.exoscout.series.Whitening;

/**
 * Measures how long a million points take: put on their grid, modelled with all ways of
 * forecasting tried, whitened. What counts is the processor's time of one thread, and the
 * best round: a machine that does something else, too, only adds to it.
 */
public final class SeriesBenchmark {

	private static final int POINTS = 1_000_000;

	private static final int ROUNDS = 5;

	private static final int SEASON = 24;

	/** One hour of a thousand is missing. */
	private static final int GAP = 1000;

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private SeriesBenchmark() {
	}

	/**
	 * Runs the benchmark and prints a table.
	 * @param arguments a file to keep the result in, if it is to be kept
	 */
	public static void main(String[] arguments) throws IOException {
		double[] times = new double[POINTS];
		double[] values = new double[POINTS];
		make(times, values);
		RegularSeries series = TimeGrid.of(times, values);
		List<String> lines = new ArrayList<>();
		lines.add(text("%,d points with a season of %d and %,d gaps, Java %d, one thread; the best of %d rounds.",
				POINTS, SEASON, series.gaps(), Runtime.version().feature(), ROUNDS));
		lines.add("");
		lines.add("| Work | Processor time |");
		lines.add("|---|---|");
		lines.add(line("Put on a grid", () -> TimeGrid.of(times, values)));
		lines.add(line("Modelled, window of 10", () -> fit(series, 0)));
		lines.add(line("Modelled, window of 10 and season", () -> fit(series, SEASON)));
		lines.add(line("Whitened, order chosen of 20", () -> Whitening.of(series, POINTS, 0)));
		String result = String.join(System.lineSeparator(), lines);
		System.out.println(result);
		if (arguments.length == 1) {
			new KeptResult("series").keep(result, Path.of(arguments[0]));
		}
	}

	private static void make(double[] times, double[] values) {
		Random random = new Random(1);
		double swing = 0;
		for (int i = 0; i < POINTS; i++) {
			times[i] = 3600.0 * (i + i / GAP);
			swing = 0.8 * swing + random.nextGaussian();
			values[i] = 100 + swing + 5 * Math.sin(2 * Math.PI * i / SEASON);
		}
	}

	private static FittedSeries fit(RegularSeries series, int season) {
		FittedSeries fitted = SeriesTraining.fit(series, new SeriesOptions(10, season, 1, false, 100));
		if (fitted.coverage() < 0.89 || fitted.coverage() > 0.91) {
			throw new IllegalStateException("intervals of 90 % hold " + fitted.coverage());
		}
		return fitted;
	}

	private static String line(String work, Supplier<?> task) {
		double best = Double.POSITIVE_INFINITY;
		for (int round = 0; round < ROUNDS; round++) {
			long began = THREADS.getCurrentThreadCpuTime();
			task.get();
			best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - began) / 1e9);
		}
		return text("| %s | %.2f s |", work, best);
	}

	private static String text(String format, Object... arguments) {
		return String.format(Locale.ROOT, format, arguments);
	}

}
