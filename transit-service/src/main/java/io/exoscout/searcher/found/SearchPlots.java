package io.exoscout.searcher.found;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.lightcurve.LightCurve;
import io.exoscout.transit.SearchResult;
import io.exoscout.transit.TransitSignal;
import org.jspecify.annotations.Nullable;

/**
 * What can be drawn of a search: few enough points for a page, the deepest of each
 * stretch and a sample among them.
 *
 * @param flux the points in time
 * @param periodogram of the first pass
 * @param signals each of them, folded
 */
public record SearchPlots(FluxPlot flux, PeriodPlot periodogram, List<SignalPlot> signals) {

	/** Of so many stretches the deepest point is shown. */
	private static final int STRETCHES = 2500;

	/** Of so many stretches a point at random is shown. */
	private static final int SAMPLED = 7500;

	/** The same points each time. */
	private static final long SEED = 15;

	/**
	 * The points in time.
	 *
	 * @param times in the curve's time, in days
	 * @param fluxes relative, with what changes slowly
	 * @param trend what changes slowly
	 * @param flat relative, without it
	 * @param sample which of these points, from 0, were drawn at random: folded by any
	 * period they lie like all points of the curve do, while the others are there for
	 * being deep
	 */
	public record FluxPlot(double[] times, double[] fluxes, double[] trend, double[] flat, int[] sample) {

		/** What was kept before samples were drawn has none. */
		public FluxPlot {
			sample = (sample != null) ? sample : IntStream.range(0, times.length).toArray();
		}

		static FluxPlot of(LightCurve flat, double[] trend) {
			BitSet sampled = sampled(flat.size());
			BitSet drawn = deepest(flat);
			drawn.or(sampled);
			int[] shown = drawn.stream().toArray();
			int[] sample = IntStream.range(0, shown.length).filter((i) -> sampled.get(shown[i])).toArray();
			FluxPlot plot = new FluxPlot(new double[shown.length], new double[shown.length], new double[shown.length],
					new double[shown.length], sample);
			for (int i = 0; i < shown.length; i++) {
				plot.times[i] = FoldPlot.rounded(flat.time(shown[i]), 1e6);
				plot.flat[i] = FoldPlot.rounded(flat.flux(shown[i]), 1e7);
				plot.trend[i] = FoldPlot.rounded(trend[shown[i]], 1e7);
				plot.fluxes[i] = FoldPlot.rounded(flat.flux(shown[i]) * trend[shown[i]], 1e7);
			}
			return plot;
		}

		/**
		 * Of each stretch a point at random; one at a fixed place would meet a period
		 * that goes with the stretches at the same few phases again and again.
		 */
		private static BitSet sampled(int size) {
			SplittableRandom random = new SplittableRandom(SEED);
			BitSet sampled = new BitSet(size);
			int stretches = Math.min(size, SAMPLED);
			for (int i = 0; i < stretches; i++) {
				sampled.set(random.nextInt(start(i, size, stretches), start(i + 1, size, stretches)));
			}
			return sampled;
		}

		/** Of each stretch the deepest. */
		private static BitSet deepest(LightCurve flat) {
			BitSet deepest = new BitSet(flat.size());
			int stretches = Math.min(flat.size(), STRETCHES);
			for (int i = 0; i < stretches; i++) {
				int low = start(i, flat.size(), stretches);
				for (int at = low; at < start(i + 1, flat.size(), stretches); at++) {
					low = (flat.flux(at) < flat.flux(low)) ? at : low;
				}
				deepest.set(low);
			}
			return deepest;
		}

		private static int start(int stretch, int size, int stretches) {
			return (int) ((long) stretch * size / stretches);
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
