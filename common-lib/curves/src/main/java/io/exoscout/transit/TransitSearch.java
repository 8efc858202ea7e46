package io.exoscout.transit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.exoscout.lightcurve.LightCurve;
import io.exoscout.lightcurve.LightCurve.Centroids;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.transit.box.BoxSearch;
import io.exoscout.transit.box.Boxes;
import io.exoscout.transit.box.PeriodGrid;
import io.exoscout.transit.box.Series;
import io.exoscout.transit.box.Spectrum;
import io.exoscout.transit.box.StarSize;
import io.exoscout.transit.detrend.Flattened;
import io.exoscout.transit.detrend.Points;
import io.exoscout.transit.fit.TransitEphemeris;
import io.exoscout.transit.vet.CentroidTrack;
import io.exoscout.transit.vet.VerdictKind;
import io.exoscout.transit.vet.PeriodRange;
import org.jspecify.annotations.Nullable;

/**
 * Looks for transits: the curve is cleaned and flattened, the strongest dip of all
 * periods is measured and judged, its transits are masked, and so on, until nothing that
 * stands out is left.
 */
public final class TransitSearch {

	/** Ten times as many as four years of a star like the Sun have. */
	private static final int MOST_PERIODS = 2_000_000;

	private static final double SHORTEST_PERIOD = 0.4;

	/** No planet around a star that burns hydrogen is known to be quicker, in days. */
	private static final double SHORTEST_KNOWN = 0.17;

	/** The longest period, as a share of the curve: two transits have to be in it. */
	private static final double LONGEST = 0.97;

	/** What noise alone reaches in a search like that (Jenkins 2002). */
	private static final double SIGNIFICANT = 7.1;

	/**
	 * Which share of the work cleaning is, and of what follows for a signal the search.
	 */
	private static final double CLEANING = 0.1;

	private static final double SEARCHING = 0.6;

	/**
	 * After so many false alarms in a row nothing is to be expected; a star whose flux
	 * jumps now and then has some before a planet.
	 */
	private static final int FALSE_ALARMS = 5;

	private final LightCurve curve;

	private final SearchOptions options;

	private final SearchWatch watch;

	private final StarSize star;

	private final Points all;

	private Flattened flat;

	private final EarlierSignals known;

	private final @Nullable CentroidTrack centroids;

	private TransitSearch(LightCurve curve, SearchOptions options, SearchWatch watch) {
		this.curve = curve;
		this.options = options;
		this.watch = watch;
		this.star = (options.star() != null) ? options.star() : StarSize.SUN;
		this.all = Points.of(curve);
		Double window = options.windowDays();
		Runnable cleaning = () -> watch.progress(0, "cleaning");
		this.flat = (window != null) ? Flattened.of(this.all, window, cleaning) : Flattened.of(this.all, cleaning);
		this.known = new EarlierSignals(this.flat.points().times(), Points.rounded(curve.cadence()));
		this.centroids = KeptCentroids.of(curve, this.flat.points());
	}

	/**
	 * Searches a curve.
	 * @throws ProblemException if a period that is asked for can not be seen in it
	 */
	public static SearchResult search(LightCurve curve, SearchOptions options, SearchWatch watch) {
		check(curve, options);
		watch.progress(0, "cleaning");
		return new TransitSearch(curve, options, watch).result();
	}

	private SearchResult result() {
		PeriodGrid grid = grid(this.curve, this.options);
		List<TransitSignal> signals = new ArrayList<>();
		Periodogram first = null;
		String ended = "max_signals";
		for (int number = 1; number <= this.options.maxSignals(); number++) {
			Spectrum spectrum = spectrum(grid, number);
			first = (first != null) ? first : Periodogram.of(spectrum);
			int peak = Periodogram.highest(spectrum, 0, grid.size());
			if (spectrum.power(peak) < SIGNIFICANT) {
				ended = "nothing_significant";
				break;
			}
			signals.add(measured(spectrum, peak, number));
			if (falseAlarms(signals)) {
				ended = "false_alarms";
				break;
			}
		}
		this.watch.progress(1, "done");
		return new SearchResult(cleaned(), this.flat.trend(), leftOut(), 1e6 * this.flat.noise().white(), used(grid),
				Objects.requireNonNull(first), signals, ended);
	}

	/**
	 * Whether a curve can be searched as it is asked.
	 * @throws ProblemException if a period that is asked for can not be seen in it, or
	 * there would be too many of them
	 */
	public static void check(LightCurve curve, SearchOptions options) {
		grid(curve, options);
	}

	private static PeriodGrid grid(LightCurve curve, SearchOptions options) {
		double span = Points.rounded(curve.span());
		double most = LONGEST * span;
		double least = (options.periodMin() != null) ? options.periodMin() : SHORTEST_PERIOD;
		Double asked = options.periodMax();
		if (asked != null && asked > most || least >= most) {
			boolean upper = asked != null && asked > most;
			if (!upper && options.periodMin() == null) {
				throw new ProblemException(ErrorCode.INVALID_PARAMS,
						"The curve is %s days long, in which no period from %s days on can be seen twice; that takes %s days. Send more of the star's curve with it, or a shorter period_min."
							.formatted((float) span, least, (float) (least / LONGEST)));
			}
			throw new ProblemException(ErrorCode.INVALID_PARAMS,
					(upper ? "period_max is " + asked : "period_min is " + least) + " days, but the curve is "
							+ (float) span + " days long: only periods below " + (float) most
							+ " days can be seen twice in it");
		}
		if (asked != null && asked <= least) {
			throw new ProblemException(ErrorCode.INVALID_PARAMS,
					"period_max is " + asked + " days; it has to be more than period_min, which is " + least);
		}
		StarSize star = (options.star() != null) ? options.star() : StarSize.SUN;
		double longest = (asked != null) ? asked : most;
		double periods = PeriodGrid.count(least, longest, span, star);
		if (!(periods <= MOST_PERIODS)) {
			throw new ProblemException(ErrorCode.TOO_COSTLY,
					("The curve is %s days long, of which periods from %s to %s days would have to be searched in %s steps; up to %,d are. "
							+ "Is one time far from the others, or are times in seconds? Otherwise ask for fewer periods by period_min and period_max.")
						.formatted((float) span, (float) least, (float) longest, (float) periods, MOST_PERIODS));
		}
		return new PeriodGrid(least, longest, span, star);
	}

	private Spectrum spectrum(PeriodGrid grid, int number) {
		double[] weights = this.flat.noise().weights();
		boolean[] masked = this.known.masked();
		for (int i = 0; i < weights.length; i++) {
			weights[i] = masked[i] ? 0 : weights[i];
		}
		Series series = new Series(this.flat.points().times(), this.flat.fluxes(), weights);
		Boxes boxes = new Boxes(this.star, Points.rounded(this.curve.cadence()), this.flat.noise()::redness);
		return new BoxSearch(series, grid, boxes).search(this.options.threads(),
				(share) -> this.watch.progress(done(number, SEARCHING * share), "searching for signal " + number));
	}

	private TransitSignal measured(Spectrum spectrum, int peak, int number) {
		Measuring measuring = new Measuring(this.curve, this.flat, this.known, this.star, this.options.star() != null,
				this.centroids, () -> this.watch.progress(done(number, SEARCHING), "measuring signal " + number));
		PeriodGrid grid = spectrum.grid();
		TransitEphemeris start = new TransitEphemeris(grid.period(peak), spectrum.middle(peak),
				spectrum.duration(peak));
		double shortest = Math.min(SHORTEST_KNOWN, grid.period(grid.size() - 1));
		double longest = Math.max(LONGEST * Points.rounded(this.curve.span()), grid.period(0));
		// one that is quicker than what is searched unless asked for is found at a
		// multiple of its period
		PeriodRange asked = new PeriodRange(
				(this.options.periodMin() != null) ? grid.period(grid.size() - 1) : shortest, grid.period(0));
		TransitSignal signal = measuring.signal(number, start, Periodogram.efficiency(spectrum, peak), asked,
				new PeriodRange(shortest, longest));
		this.flat = measuring.flat();
		return signal;
	}

	/** How far the search is with a share of a signal's work. */
	private double done(int number, double share) {
		return CLEANING + (1 - CLEANING) * (number - 1 + share) / this.options.maxSignals();
	}

	private static boolean falseAlarms(List<TransitSignal> signals) {
		int size = signals.size();
		return size >= FALSE_ALARMS && signals.subList(size - FALSE_ALARMS, size)
			.stream()
			.allMatch((signal) -> signal.verdict().kind() == VerdictKind.FALSE_ALARM);
	}

	private LightCurve cleaned() {
		Points points = this.flat.points();
		double[] times = new double[points.size()];
		double[] fluxes = new double[points.size()];
		int[] pieces = new int[points.size()];
		for (int piece = 0, i = 0; i < times.length; i++) {
			piece += (i == points.begins()[piece + 1]) ? 1 : 0;
			times[i] = points.origin() + points.times()[i];
			fluxes[i] = 1 + this.flat.fluxes()[i];
			pieces[i] = piece;
		}
		Centroids places = (this.centroids != null) ? new Centroids(this.centroids.columns(), this.centroids.rows())
				: null;
		return new LightCurve(this.curve.system(), times, fluxes, null, pieces, places);
	}

	private Map<String, Integer> leftOut() {
		return new LinkedHashMap<>(this.flat.leftOut());
	}

	private GridUsed used(PeriodGrid grid) {
		return new GridUsed(grid.period(grid.size() - 1), grid.period(0), grid.size(), PeriodGrid.OVERSAMPLING,
				this.flat.window(), this.star.radius(), this.star.mass());
	}

}
