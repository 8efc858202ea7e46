package io.exoscout.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.exoscout.lightcurve.file.CurveOptions;
import io.exoscout.lightcurve.file.CurveReader;
import io.exoscout.lightcurve.file.CurveSource;
import io.exoscout.lightcurve.LightCurve;
import io.exoscout.transit.box.BoxSearch;
import io.exoscout.transit.box.Boxes;
import io.exoscout.transit.box.PeriodGrid;
import io.exoscout.transit.box.Series;
import io.exoscout.transit.box.Spectrum;
import io.exoscout.transit.box.StarSize;
import io.exoscout.transit.detrend.Flattened;
import io.exoscout.transit.detrend.Points;

/**
 * Measures the box search against astropy's, on the same points and periods, one thread
 * each, in processor time of one run: a sector of TESS, and four years of Kepler. And how
 * long all of a sector takes, from its file to its verdicts.
 */
public final class LightCurveBenchmark {

	private static final int ROUNDS = 3;

	private static final double SHORTEST = 0.6;

	private final String python;

	private final Path script;

	private LightCurveBenchmark(String python, Path script) {
		this.python = python;
		this.script = script;
	}

	/**
	 * Runs the benchmark and prints a table.
	 * @param arguments the Python that has astropy, the script that asks it, the folder
	 * of light curves, and a file to keep the result in, if it is to be kept
	 */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		LightCurveBenchmark benchmark = new LightCurveBenchmark(arguments[0], Path.of(arguments[1]));
		Path folder = Path.of(arguments[2]);
		List<String> lines = new ArrayList<>();
		lines.add("| Curve | Points | Periods | Ours | astropy, oversampled ten times | astropy / ours |");
		lines.add("|---|---|---|---|---|---|");
		lines.add(benchmark.row("a sector of TESS",
				List.of(folder.resolve("tess/hlsp_tess-data-alerts_tess_phot_00025155310-s01_tess_v1_lc.fits")), 1));
		lines.add(benchmark.row("four years of Kepler-11", files(folder.resolve("kepler11")), 20));
		lines.add("");
		lines.addAll(SectorBenchmark
			.lines(folder.resolve("tess/hlsp_tess-data-alerts_tess_phot_00025155310-s01_tess_v1_lc.fits")));
		lines.forEach(System.out::println);
		if (arguments.length > 3) {
			new KeptResult("light-curves").keep(String.join("\n", lines), Path.of(arguments[3]));
		}
	}

	private static List<Path> files(Path folder) throws IOException {
		List<Path> files = new ArrayList<>();
		try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.fits.gz")) {
			stream.forEach(files::add);
		}
		return files;
	}

	private String row(String name, List<Path> files, int every) throws IOException, InterruptedException {
		LightCurve curve = CurveReader
			.read(files.stream().map(LightCurveBenchmark::source).toList(), CurveOptions.DEFAULTS)
			.curve();
		Flattened flattened = Flattened.of(Points.of(curve));
		double span = flattened.points().times()[flattened.points().size() - 1];
		PeriodGrid grid = new PeriodGrid(SHORTEST, span / 2, span, StarSize.SUN);
		double ours = Double.MAX_VALUE;
		int best = 0;
		for (int round = 0; round < ROUNDS; round++) {
			long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
			Spectrum spectrum = search(curve, flattened, grid);
			ours = Math.min(ours, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9);
			for (int i = 0; i < grid.size(); i++) {
				best = (spectrum.power(i) > spectrum.power(best)) ? i : best;
			}
		}
		String[] peer = peer(flattened, grid, every);
		double theirs = Double.parseDouble(peer[1]);
		return String.format(Locale.ROOT, "| %s | %,d | %,d | %.2f s, %.4f d | %s: %.2f s, %.4f d | %.1f |", name,
				flattened.points().size(), grid.size(), ours, grid.period(best), peer[0], theirs,
				Double.parseDouble(peer[2]), theirs / ours);
	}

	private static Spectrum search(LightCurve curve, Flattened flattened, PeriodGrid grid) {
		Series series = new Series(flattened.points().times(), flattened.fluxes(), flattened.noise().weights());
		Boxes boxes = new Boxes(StarSize.SUN, curve.cadence(), flattened.noise()::redness);
		return new BoxSearch(series, grid, boxes).search(1, (share) -> {
		});
	}

	private String[] peer(Flattened flattened, PeriodGrid grid, int every) throws IOException, InterruptedException {
		Path curve = Files.createTempFile("exoscout-curve-", ".csv");
		Path periods = Files.createTempFile("exoscout-periods-", ".csv");
		try {
			List<String> points = new ArrayList<>();
			for (int i = 0; i < flattened.fluxes().length; i++) {
				points.add(flattened.points().times()[i] + "," + (1 + flattened.fluxes()[i]));
			}
			Files.write(curve, points);
			List<String> lines = new ArrayList<>();
			for (int i = 0; i < grid.size(); i++) {
				lines.add(String.valueOf(grid.period(i)));
			}
			Files.write(periods, lines);
			Process process = new ProcessBuilder(this.python, this.script.toString(), curve.toString(),
					periods.toString(), String.valueOf(every))
				.redirectError(ProcessBuilder.Redirect.INHERIT)
				.start();
			String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
			if (process.waitFor() != 0) {
				throw new IOException(this.python + " can not run " + this.script + "; it needs astropy");
			}
			return said.split(" ");
		}
		finally {
			Files.delete(curve);
			Files.delete(periods);
		}
	}

	private static CurveSource source(Path file) {
		return new CurveSource() {

			@Override
			public String name() {
				return file.getFileName().toString();
			}

			@Override
			public InputStream open() throws IOException {
				return Files.newInputStream(file);
			}

		};
	}

}
