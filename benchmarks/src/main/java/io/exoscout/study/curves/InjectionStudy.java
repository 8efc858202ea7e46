package io.exoscout.study.curves;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import io.exoscout.benchmarks.KeptResult;
import io.exoscout.lightcurve.LightCurve;
import io.exoscout.study.MarkdownTable;
import io.exoscout.transit.SearchOptions;
import io.exoscout.transit.SearchResult;
import io.exoscout.transit.SearchWatch;
import io.exoscout.transit.TransitSearch;
import io.exoscout.transit.TransitSignal;
import io.exoscout.transit.box.PeriodGrid;
import io.exoscout.transit.box.StarSize;
import io.exoscout.transit.detrend.Flattened;
import io.exoscout.transit.detrend.Points;

/**
 * How many transits are found that were put into quiet curves, and how many where there
 * are none: in curves upside down and scrambled; beside transit least squares, which gets
 * the points that our own cleaning and flattening leave.
 */
public final class InjectionStudy {

	/** Curves are cut into as many parts to be scrambled, of eight days of K2. */
	private static final int PARTS = 9;

	private static final double LEAST = 2;

	private static final double[] STRENGTHS = { 8, 12, 20 };

	private static final double[] PERIODS = { 2.5, 24 };

	/** The threshold of the paper, for white noise and a false alarm in a hundred. */
	private static final double PUBLISHED = 7;

	private final List<LightCurve> quiet;

	private final int rounds;

	private final List<Injection> trials = new ArrayList<>();

	private final List<Alarm> alarms = new ArrayList<>();

	private InjectionStudy(List<LightCurve> quiet, int rounds) {
		this.quiet = quiet;
		this.rounds = rounds;
	}

	/** A transit that was put in, and what became of it. */
	private record Injection(MadeTransit transit, double strength, SearchResult ours, TransitLeastSquares.Peak peer,
			double kept, double keptAtLast) {

		private boolean found() {
			return this.ours.signals().stream().anyMatch(this::is);
		}

		private boolean candidate() {
			return this.ours.signals().stream().anyMatch((signal) -> is(signal) && signal.verdict().isCandidate());
		}

		private boolean peer(double threshold) {
			return this.peer.efficiency() >= threshold && near(this.peer.period());
		}

		private boolean is(TransitSignal signal) {
			return signal.period() != null && near(signal.period());
		}

		private boolean near(double period) {
			return Math.abs(period / this.transit.period() - 1) < 0.01;
		}

	}

	/** A curve without transits, and what was found in it. */
	private record Alarm(String kind, SearchResult ours, TransitLeastSquares.Peak peer) {

		private boolean candidate() {
			return !this.ours.candidates().isEmpty();
		}

	}

	/**
	 * Runs the study and prints its tables.
	 * @param arguments the folder of light curves, how many transits of each strength are
	 * put into each curve, and a file to keep the result in, if it is to be kept
	 */
	public static void main(String[] arguments) throws IOException {
		List<LightCurve> quiet = QuietCurves.read(Path.of(arguments[0]).resolve("quiet"), "ktwo*.dat.gz");
		InjectionStudy study = new InjectionStudy(quiet, Integer.parseInt(arguments[1]));
		String result = study.run();
		System.out.println(result);
		if (arguments.length > 2) {
			new KeptResult("injections").keep(result, Path.of(arguments[2]));
		}
	}

	private String run() {
		for (int star = 0; star < this.quiet.size(); star++) {
			LightCurve curve = this.quiet.get(star);
			this.alarms.add(alarm("upside down", QuietCurves.inverted(curve)));
			for (int round = 0; round < 2 * this.rounds; round++) {
				LightCurve scrambled = QuietCurves.scrambled(curve, PARTS, 100L * star + round);
				this.alarms.add(alarm("scrambled", scrambled));
				this.alarms.add(alarm("both", QuietCurves.inverted(scrambled)));
			}
			for (int round = 0; round < this.rounds; round++) {
				for (double strength : STRENGTHS) {
					this.trials.add(trial(curve, strength,
							new Random(31L * Arrays.hashCode(new double[] { star, round, strength }))));
				}
			}
			System.err.println("star " + star + " done");
		}
		return recovery() + "\n\n" + falseAlarms() + "\n\n" + depths();
	}

	private static Alarm alarm(String kind, LightCurve curve) {
		Alarm alarm = new Alarm(kind, ours(curve), peer(curve));
		alarm.ours.candidates().forEach((signal) -> said(kind, signal));
		return alarm;
	}

	private static Injection trial(LightCurve curve, double strength, Random random) {
		double period = PERIODS[0] * Math.pow(PERIODS[1] / PERIODS[0], random.nextDouble());
		MadeTransit start = new MadeTransit(period, random.nextDouble() * period, 0.7 * random.nextDouble(), 0.02);
		Flattened flat = Flattened.of(Points.of(curve));
		MadeTransit transit = start;
		for (int round = 0; round < 4; round++) {
			transit = transit.sized(transit.ratio() * Math.sqrt(strength / strength(flat, curve.cadence(), transit)));
		}
		LightCurve with = transit.in(curve);
		Flattened flattened = Flattened.of(Points.of(with));
		SearchResult ours = ours(with);
		Injection trial = new Injection(transit, strength, ours, peer(with),
				kept(transit, curve, flat, flattened.points().times(), flattened.fluxes()),
				kept(transit, curve, flat, since(ours.cleaned(), curve.time(0)), less(ours.cleaned().fluxes())));
		if (!trial.candidate()) {
			System.err.printf(Locale.ROOT, "missed %s strength %.0f window %.2f peer %s%n", transit, strength,
					flattened.window(), trial.peer);
			ours.signals().forEach((signal) -> said("   instead", signal));
		}
		return trial;
	}

	private static void said(String what, TransitSignal signal) {
		System.err.printf(Locale.ROOT, "%s %s d, epoch %.2f, %.1f h, %.0f ppm, snr %.1f, %d transits, %s %s, %s%n",
				what, signal.period(), signal.epoch(), signal.durationHours(), signal.depthPpm(), signal.snr(),
				signal.transits(), signal.verdict().kind(), signal.verdict().reasons(), signal.diagnostics());
	}

	/** How far all transits together stand above the noise, red noise included. */
	private static double strength(Flattened flat, double cadence, MadeTransit transit) {
		double[] weights = flat.noise().weights();
		double squares = 0;
		for (int i = 0; i < weights.length; i++) {
			double dip = 1 - transit.flux(flat.points().times()[i], cadence);
			squares += weights[i] * dip * dip;
		}
		return Math.sqrt(squares) / flat.noise().redness(transit.duration());
	}

	private static SearchResult ours(LightCurve curve) {
		return TransitSearch.search(curve, new SearchOptions(null, LEAST, most(curve), 6, null, 1), SearchWatch.NOBODY);
	}

	private static TransitLeastSquares.Peak peer(LightCurve curve) {
		Flattened flat = Flattened.of(Points.of(curve));
		PeriodGrid grid = new PeriodGrid(LEAST, most(curve), Points.rounded(curve.span()), StarSize.SUN);
		return new TransitLeastSquares(flat.points().times(), flat.fluxes(), flat.noise().weights()).search(grid);
	}

	private static double most(LightCurve curve) {
		return Points.rounded(curve.span()) / 2;
	}

	/** Which share of the dip is left after slow changes were taken out. */
	private static double kept(MadeTransit transit, LightCurve curve, Flattened before, double[] times,
			double[] fluxes) {
		Map<Long, Double> without = new HashMap<>();
		for (int i = 0; i < before.fluxes().length; i++) {
			without.put(tick(before.points().times()[i]), before.fluxes()[i]);
		}
		double products = 0;
		double squares = 0;
		for (int i = 0; i < times.length; i++) {
			Double other = without.get(tick(times[i]));
			double dip = 1 - transit.flux(times[i], curve.cadence());
			if (other != null && dip > 0) {
				products += dip * (other - fluxes[i]);
				squares += dip * dip;
			}
		}
		return products / squares;
	}

	private static long tick(double time) {
		return Math.round(time * 1e5);
	}

	private static double[] since(LightCurve curve, double origin) {
		return Arrays.stream(curve.times()).map((time) -> time - origin).toArray();
	}

	private static double[] less(double[] fluxes) {
		return Arrays.stream(fluxes).map((flux) -> flux - 1).toArray();
	}

	/** What the peer must not exceed but once in a hundred curves without transits. */
	private double threshold() {
		double[] sorted = this.alarms.stream().mapToDouble((alarm) -> alarm.peer.efficiency()).sorted().toArray();
		return Math.max(PUBLISHED, Math.nextUp(sorted[(int) Math.floor(0.99 * (sorted.length - 1))]));
	}

	private String recovery() {
		double threshold = threshold();
		MarkdownTable table = new MarkdownTable(List.of("Signal to noise", "Put in", "Found", "Candidates",
				"Peer, SDE ≥ 7", text("Peer, SDE ≥ %.1f (1 %% false alarms)", threshold)));
		for (double strength : STRENGTHS) {
			row(table, text("%.0f", strength),
					this.trials.stream().filter((trial) -> trial.strength == strength).toList(), threshold);
		}
		row(table, "all", this.trials, threshold);
		return table.toString();
	}

	private static void row(MarkdownTable table, String name, List<Injection> trials, double threshold) {
		table.row(List.of(name, text("%d", trials.size()),
				share(trials.stream().filter(Injection::found).count(), trials),
				share(trials.stream().filter(Injection::candidate).count(), trials),
				share(trials.stream().filter((trial) -> trial.peer(PUBLISHED)).count(), trials),
				share(trials.stream().filter((trial) -> trial.peer(threshold)).count(), trials)));
	}

	private String falseAlarms() {
		MarkdownTable table = new MarkdownTable(
				List.of("Without transits", "Curves", "With a candidate of ours", "Peer, SDE ≥ 7"));
		for (String kind : List.of("upside down", "scrambled", "both")) {
			List<Alarm> these = this.alarms.stream().filter((alarm) -> alarm.kind.equals(kind)).toList();
			table.row(List.of(kind, text("%d", these.size()),
					share(these.stream().filter(Alarm::candidate).count(), these),
					share(these.stream().filter((alarm) -> alarm.peer.efficiency() >= PUBLISHED).count(), these)));
		}
		return table.toString();
	}

	private String depths() {
		MarkdownTable table = new MarkdownTable(
				List.of("Share of the depth left", "median", "a tenth less than", "least"));
		depths(table, "flattened once", this.trials.stream().mapToDouble(Injection::kept).sorted().toArray());
		depths(table, "after the search, of those found",
				this.trials.stream().filter(Injection::found).mapToDouble(Injection::keptAtLast).sorted().toArray());
		return table.toString();
	}

	private static void depths(MarkdownTable table, String name, double[] sorted) {
		table.row(List.of(name, text("%.3f", sorted[sorted.length / 2]), text("%.3f", sorted[sorted.length / 10]),
				text("%.3f", sorted[0])));
	}

	private static String share(long count, List<?> all) {
		return text("%d (%.0f %%)", count, 100.0 * count / all.size());
	}

	private static String text(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

}
