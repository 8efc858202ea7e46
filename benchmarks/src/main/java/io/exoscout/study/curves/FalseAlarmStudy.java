package io.exoscout.study.curves;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import io.exoscout.benchmarks.KeptResult;
import io.exoscout.lightcurve.LightCurve;
import io.exoscout.study.MarkdownTable;
import io.exoscout.transit.SearchOptions;
import io.exoscout.transit.SearchWatch;
import io.exoscout.transit.TransitSearch;
import io.exoscout.transit.TransitSignal;
import io.exoscout.transit.detrend.Points;

/**
 * How often a planet is seen where there is none: in quiet curves upside down, scrambled,
 * and both, scrambled in as many ways as a share of one in a hundred takes to be seen.
 * Without a peer, so that many curves take little time.
 */
public final class FalseAlarmStudy {

	/** Curves are cut into as many parts: of 12, of 8 and of 5 days of K2. */
	private static final int[] PARTS = { 6, 9, 14 };

	private static final double LEAST = 2;

	private static final int SIGNALS = 6;

	/** So far off 19 of 20 intervals of a share reach (Wilson 1927, JASA 22, 209). */
	private static final double SURE = 1.96;

	private final List<Kind> kinds = List.of(new Kind("upside down"), new Kind("scrambled"), new Kind("both"));

	private FalseAlarmStudy() {
	}

	/** Curves of one kind, and how many of them hold a candidate. */
	private static final class Kind {

		private final String name;

		private int curves;

		private int alarms;

		Kind(String name) {
			this.name = name;
		}

		void search(LightCurve curve, String star) {
			SearchOptions options = new SearchOptions(null, LEAST, Points.rounded(curve.span()) / 2, SIGNALS, null, 1);
			List<TransitSignal> candidates = TransitSearch.search(curve, options, SearchWatch.NOBODY).candidates();
			count(!candidates.isEmpty());
			for (TransitSignal signal : candidates) {
				System.err.printf(Locale.ROOT, "%s, %s: %s d, epoch %.2f, %.1f h, %.0f ppm, %s%n", star, this.name,
						signal.period(), signal.epoch(), signal.durationHours(), signal.depthPpm(),
						signal.diagnostics());
			}
		}

		private synchronized void count(boolean alarm) {
			this.curves++;
			this.alarms += alarm ? 1 : 0;
		}

		void row(MarkdownTable table) {
			row(table, this.name, this.curves, this.alarms);
		}

		static void row(MarkdownTable table, String name, int curves, int alarms) {
			double share = (double) alarms / curves;
			double square = SURE * SURE / curves;
			double middle = (share + square / 2) / (1 + square);
			double half = SURE * Math.sqrt(share * (1 - share) / curves + square / 4 / curves) / (1 + square);
			table.row(List.of(name, text("%d", curves), text("%d", alarms), text("%.1f %%", 100 * share),
					text("%.1f–%.1f %%", 100 * Math.max(0, middle - half), 100 * (middle + half))));
		}

	}

	/**
	 * Runs the study and prints its table.
	 * @param arguments the folder of light curves, in how many ways each is scrambled,
	 * and a file to keep the result in, if it is to be kept
	 */
	public static void main(String[] arguments) throws IOException {
		List<LightCurve> quiet = QuietCurves.read(Path.of(arguments[0]).resolve("quiet"), "ktwo*.dat.gz");
		String result = new FalseAlarmStudy().run(quiet, Integer.parseInt(arguments[1]));
		System.out.println(result);
		if (arguments.length > 2) {
			new KeptResult("false-alarms").keep(result, Path.of(arguments[2]));
		}
	}

	private String run(List<LightCurve> quiet, int ways) {
		IntStream.range(0, quiet.size()).parallel().forEach((star) -> search(quiet.get(star), star, ways));
		MarkdownTable table = new MarkdownTable(
				List.of("Without transits", "Curves", "With a candidate", "Share", "95 % of such shares"));
		this.kinds.forEach((kind) -> kind.row(table));
		Kind.row(table, "all", this.kinds.stream().mapToInt((kind) -> kind.curves).sum(),
				this.kinds.stream().mapToInt((kind) -> kind.alarms).sum());
		return table.toString();
	}

	private void search(LightCurve curve, int star, int ways) {
		this.kinds.get(0).search(QuietCurves.inverted(curve), "star " + star);
		for (int way = 0; way < ways; way++) {
			LightCurve scrambled = QuietCurves.scrambled(curve, PARTS[way % PARTS.length], 1000L * star + way);
			String name = text("star %d, way %d", star, way);
			this.kinds.get(1).search(scrambled, name);
			this.kinds.get(2).search(QuietCurves.inverted(scrambled), name);
		}
		System.err.println("star " + star + " done");
	}

	private static String text(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

}
