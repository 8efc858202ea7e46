package io.exoscout.searcher.found;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.lightcurve.LightCurve;
import io.exoscout.transit.SearchResult;
import io.exoscout.transit.TransitSignal;
import org.jspecify.annotations.Nullable;

/**
 * What can be drawn of a search: few enough points for a page, the deepest of each
 * stretch among them.
 *
 * @param flux the points in time
 * @param periodogram of the first pass
 * @param signals each of them, folded
 */
public record SearchPlots(FluxPlot flux, PeriodPlot periodogram, List<SignalPlot> signals) {

	/** So many stretches are told apart. */
	private static final int STRETCHES = 2500;

	/**
	 * The points in time.
	 *
	 * @param times in the curve's time, in days
	 * @param fluxes relative, with what changes slowly
	 * @param trend what changes slowly
	 * @param flat relative, without it
	 */
	public record FluxPlot(double[] times, double[] fluxes, double[] trend, double[] flat) {

		static FluxPlot of(LightCurve flat, double[] trend) {
			int[] shown = shown(flat);
			FluxPlot plot = new FluxPlot(new double[shown.length], new double[shown.length], new double[shown.length],
					new double[shown.length]);
			for (int i = 0; i < shown.length; i++) {
				plot.times[i] = FoldPlot.rounded(flat.time(shown[i]), 1e6);
				plot.flat[i] = FoldPlot.rounded(flat.flux(shown[i]), 1e7);
				plot.trend[i] = FoldPlot.rounded(trend[shown[i]], 1e7);
				plot.fluxes[i] = FoldPlot.rounded(flat.flux(shown[i]) * trend[shown[i]], 1e7);
			}
			return plot;
		}

		/** Of each stretch the first point and the deepest. */
		private static int[] shown(LightCurve flat) {
			int size = flat.size();
			List<Integer> shown = new ArrayList<>();
			int stretches = Math.min(size, STRETCHES);
			for (int i = 0; i < stretches; i++) {
				int from = (int) ((long) i * size / stretches);
				int to = (int) ((i + 1L) * size / stretches);
				int low = from;
				for (int at = from; at < to; at++) {
					low = (flat.flux(at) < flat.flux(low)) ? at : low;
				}
				shown.addAll((low == from) ? List.of(from) : List.of(from, low));
			}
			return shown.stream().mapToInt(Integer::intValue).toArray();
		}

	}

	/**
	 * How well each period explains dips.
	 *
	 * @param periods in days
	 * @param power signal to noise of the best box
	 */
	public record PeriodPlot(double[] periods, double[] power) {
	}

	/**
	 * A signal, folded.
	 *
	 * @param number of the signal
	 * @param folded all transits
	 * @param odd those of an odd number, the first among them
	 * @param even the others; none of a single event
	 * @param secondary the whole of the period; none of a single event
	 * @param secondaryPhase where in it the deepest other dip is
	 * @param centroid where the light fell; none if nobody knows
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record SignalPlot(int number, FoldPlot folded, @Nullable FoldPlot odd, @Nullable FoldPlot even,
			@Nullable FoldPlot secondary, @Nullable Double secondaryPhase, @Nullable CentroidPlot centroid) {

		static SignalPlot of(TransitSignal signal, LightCurve flat) {
			FoldPlot folded = FoldPlot.around(signal, flat, (cycle) -> true);
			if (signal.period() == null) {
				return new SignalPlot(signal.number(), folded, null, null, null, null, CentroidPlot.of(signal, flat));
			}
			Map<String, Double> figures = signal.diagnostics();
			return new SignalPlot(signal.number(), folded,
					FoldPlot.around(signal, flat, (cycle) -> Math.floorMod(cycle, 2) == 0),
					FoldPlot.around(signal, flat, (cycle) -> Math.floorMod(cycle, 2) == 1),
					FoldPlot.whole(signal, flat), figures.get("secondary_phase"), CentroidPlot.of(signal, flat));
		}

	}

	public static SearchPlots of(SearchResult found) {
		return new SearchPlots(FluxPlot.of(found.cleaned(), found.trend()),
				new PeriodPlot(found.periodogram().periods(), found.periodogram().power()),
				found.signals().stream().map((signal) -> SignalPlot.of(signal, found.cleaned())).toList());
	}

}
