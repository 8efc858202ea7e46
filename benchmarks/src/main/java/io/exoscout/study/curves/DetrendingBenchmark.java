package io.exoscout.study.curves;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import io.exoscout.benchmarks.KeptResult;
import io.exoscout.lightcurve.Medians;
import io.exoscout.study.MarkdownTable;
import io.exoscout.study.scoring.CpuTime;
import io.exoscout.transit.detrend.Biweight;
import io.exoscout.transit.detrend.Points;

/**
 * How long it takes to find the slow changes of a star in one window, against the
 * biweight location around every point; and how far the two trends are apart.
 */
public final class DetrendingBenchmark {

	private static final int ROUNDS = 5;

	private DetrendingBenchmark() {
	}

	/**
	 * Runs the benchmark and prints a table.
	 * @param arguments the folder of light curves, and a file to keep the result in, if
	 * it is to be kept
	 */
	public static void main(String[] arguments) throws IOException {
		Path folder = Path.of(arguments[0]);
		MarkdownTable table = new MarkdownTable(
				List.of("Curve", "Points", "Window", "Ours", "Biweight location", "location / ours", "Apart, median"));
		row(table, "a sector of TESS", new Points[] { points(folder.resolve("tess"), "hlsp*00025155310*.fits") }, 1);
		row(table, "a campaign of K2", new Points[] { points(folder.resolve("quiet"), "ktwo210517837*") }, 1);
		row(table, "17 quarters of Kepler-11",
				QuietCurves.read(folder.resolve("kepler11"), "*.fits.gz")
					.stream()
					.map(Points::of)
					.toArray(Points[]::new),
				2);
		System.out.println(table);
		if (arguments.length > 1) {
			new KeptResult("detrending").keep(table.toString(), Path.of(arguments[1]));
		}
	}

	private static Points points(Path folder, String glob) throws IOException {
		return Points.of(QuietCurves.read(folder, glob).get(0));
	}

	private static void row(MarkdownTable table, String name, Points[] curves, double window) {
		double[] best = CpuTime.best(ROUNDS, List.of(() -> ours(curves, window), () -> peer(curves, window)));
		int size = 0;
		for (Points curve : curves) {
			size += curve.size();
		}
		table.row(List.of(name, text("%,d", size), text("%.1f d", window), text("%.3f s", best[0]),
				text("%.3f s", best[1]), text("%.1f", best[1] / best[0]), text("%.0f ppm", apart(curves[0], window))));
	}

	private static double ours(Points[] curves, double window) {
		double sum = 0;
		for (Points curve : curves) {
			sum += new Biweight(window, false).trend(curve, new boolean[curve.size()])[0];
		}
		return sum;
	}

	private static double peer(Points[] curves, double window) {
		double sum = 0;
		for (Points curve : curves) {
			sum += LocationBiweight.trend(curve, window)[0];
		}
		return sum;
	}

	private static double apart(Points curve, double window) {
		double[] ours = new Biweight(window, false).trend(curve, new boolean[curve.size()]);
		double[] theirs = LocationBiweight.trend(curve, window);
		double[] apart = new double[ours.length];
		for (int i = 0; i < apart.length; i++) {
			apart[i] = 1e6 * Math.abs(ours[i] - theirs[i]);
		}
		return Medians.of(apart);
	}

	private static String text(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

}
