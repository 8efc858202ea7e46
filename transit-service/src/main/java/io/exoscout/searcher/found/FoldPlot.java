package io.exoscout.searcher.found;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

import io.exoscout.lightcurve.LightCurve;
import io.exoscout.transit.TransitSignal;
import io.exoscout.transit.fit.TransitEphemeris;

/**
 * Points folded by a period.
 *
 * @param unit of what is across: {@code hours} from the middle of the transit, or
 * {@code phase}, as a share of the period from it
 * @param points where they lie across, some of them if they are too many
 * @param fluxes of these
 * @param bins the middles of equal stretches that have points
 * @param means of all points in each
 * @param errors of these means, by the scatter in each
 * @param model what the fitted transit has there
 */
public record FoldPlot(String unit, double[] points, double[] fluxes, double[] bins, double[] means, double[] errors,
		double[] model) {

	private static final int MOST_POINTS = 2000;

	private static final int BINS = 120;

	private static final int WHOLE_BINS = 200;

	/** How far to both sides it is shown, in durations of the transit. */
	private static final double DURATIONS = 2.5;

	/** The transits of some cycles. */
	static FoldPlot around(TransitSignal signal, LightCurve flat, LongPredicate cycles) {
		TransitEphemeris ephemeris = signal.ephemeris();
		double reach = DURATIONS * signal.durationHours() / 24;
		if (signal.period() != null) {
			reach = Math.min(reach, signal.period() / 2);
		}
		Folding folding = new Folding(-reach, reach, BINS);
		for (int i = 0; i < flat.size(); i++) {
			double away = ephemeris.away(flat.time(i));
			if (Math.abs(away) < reach && cycles.test(ephemeris.cycle(flat.time(i)))) {
				folding.add(away, flat.flux(i));
			}
		}
		return folding.plot("hours", 24, (away) -> signal.model(signal.epoch() + away));
	}

	/** The whole period, from a quarter before the transit on. */
	static FoldPlot whole(TransitSignal signal, LightCurve flat) {
		double period = (signal.period() != null) ? signal.period() : flat.span();
		Folding folding = new Folding(-0.25, 0.75, WHOLE_BINS);
		for (int i = 0; i < flat.size(); i++) {
			double phase = (flat.time(i) - signal.epoch()) / period;
			phase -= Math.floor(phase + 0.25);
			folding.add(phase, flat.flux(i));
		}
		return folding.plot("phase", 1, (phase) -> signal.model(signal.epoch() + phase * period));
	}

	/** More digits would only take room. */
	static double rounded(double value, double steps) {
		return Math.rint(value * steps) / steps;
	}

	/** What the model has at a place across. */
	private interface Model {

		double at(double across);

	}

	/** Points as they come. */
	private static final class Folding {

		private final double from;

		private final double width;

		private final double[] sums;

		private final double[] squares;

		private final int[] counts;

		private final List<double[]> points = new ArrayList<>();

		Folding(double from, double to, int bins) {
			this.from = from;
			this.width = (to - from) / bins;
			this.sums = new double[bins];
			this.squares = new double[bins];
			this.counts = new int[bins];
		}

		void add(double across, double flux) {
			int bin = Math.min(this.counts.length - 1, Math.max(0, (int) ((across - this.from) / this.width)));
			this.sums[bin] += flux - 1;
			this.squares[bin] += (flux - 1) * (flux - 1);
			this.counts[bin]++;
			this.points.add(new double[] { across, flux });
		}

		FoldPlot plot(String unit, double factor, Model model) {
			List<double[]> bins = new ArrayList<>();
			for (int i = 0; i < this.counts.length; i++) {
				if (this.counts[i] > 0) {
					double middle = this.from + (i + 0.5) * this.width;
					double mean = this.sums[i] / this.counts[i];
					double spread = Math.max(0, this.squares[i] / this.counts[i] - mean * mean);
					bins.add(new double[] { middle * factor, 1 + mean, Math.sqrt(spread / this.counts[i]),
							model.at(middle) });
				}
			}
			int step = 1 + this.points.size() / MOST_POINTS;
			List<double[]> some = new ArrayList<>();
			for (int i = 0; i < this.points.size(); i += step) {
				some.add(this.points.get(i));
			}
			return new FoldPlot(unit, column(some, 0, factor), column(some, 1, 1), column(bins, 0, 1),
					column(bins, 1, 1), column(bins, 2, 1), column(bins, 3, 1));
		}

		private static double[] column(List<double[]> rows, int column, double factor) {
			return rows.stream().mapToDouble((row) -> rounded(row[column] * factor, 1e7)).toArray();
		}

	}

}
