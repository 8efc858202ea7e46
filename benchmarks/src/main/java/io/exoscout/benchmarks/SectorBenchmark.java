package io.exoscout.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.exoscout.benchmarks.made.CurveSynthesiser;
import io.exoscout.lightcurve.LightCurve;
import io.exoscout.lightcurve.StoredCurve;
import io.exoscout.lightcurve.file.CurveOptions;
import io.exoscout.lightcurve.file.CurveReader;
import io.exoscout.lightcurve.file.CurveSource;
import io.exoscout.transit.SearchOptions;
import io.exoscout.transit.SearchResult;
import io.exoscout.transit.SearchWatch;
import io.exoscout.transit.TransitSearch;

/**
 * How much processor time a sector takes from its file to its verdicts, one thread: a
 * real one of a point every two minutes, and a thousand made ones of a point every ten,
 * each with other noise.
 */
final class SectorBenchmark {

	private static final int WARM = 8;

	private static final int MANY = 1000;

	private SectorBenchmark() {
	}

	/** Measures, and gives the lines of a table. */
	static List<String> lines(Path sector) throws IOException {
		List<String> lines = new ArrayList<>();
		lines.add("| Curve | Points | Read | Cleaned, searched, measured | In all |");
		lines.add("|---|---|---|---|---|");
		byte[] real = Files.readAllBytes(sector);
		for (int i = 0; i < WARM; i++) {
			measured(real);
		}
		double[][] rounds = new double[WARM][];
		for (int i = 0; i < WARM; i++) {
			rounds[i] = measured(real);
		}
		Arrays.sort(rounds, (one, other) -> Double.compare(one[0] + one[1], other[0] + other[1]));
		lines.add(row("a sector of TESS", rounds[WARM / 2]));
		double[] all = new double[3];
		for (int seed = 1; seed <= MANY; seed++) {
			ByteArrayOutputStream made = new ByteArrayOutputStream();
			CurveSynthesiser.write(seed, made);
			double[] one = measured(made.toByteArray());
			Arrays.setAll(all, (i) -> all[i] + one[i]);
		}
		lines.add(row("a thousand made ones, with two planets each", all));
		return lines;
	}

	private static String row(String name, double[] seconds) {
		return String.format(Locale.ROOT, "| %s | %,.0f | %.3f s | %.3f s | %.3f s |", name, seconds[2], seconds[0],
				seconds[1], seconds[0] + seconds[1]);
	}

	/** Seconds for reading and for the search, and how many points there were. */
	private static double[] measured(byte[] file) throws IOException {
		double begin = seconds();
		ByteArrayOutputStream stored = new ByteArrayOutputStream();
		StoredCurve.write(CurveReader.read(List.of(source(file)), CurveOptions.DEFAULTS).curve(), stored);
		double read = seconds();
		LightCurve curve = StoredCurve.read(new ByteArrayInputStream(stored.toByteArray()));
		SearchResult found = TransitSearch.search(curve, SearchOptions.defaults(), SearchWatch.NOBODY);
		if (found.candidates().isEmpty()) {
			throw new IllegalStateException("the planet was not found: there is nothing to be measured");
		}
		return new double[] { read - begin, seconds() - read, curve.size() };
	}

	private static double seconds() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
	}

	private static CurveSource source(byte[] file) {
		return new CurveSource() {

			@Override
			public String name() {
				return "sector";
			}

			@Override
			public InputStream open() {
				return new ByteArrayInputStream(file);
			}

		};
	}

}
