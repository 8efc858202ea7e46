package io.exoscout.searcher.found;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.exoscout.lightcurve.LightCurve;
import io.exoscout.lightcurve.LightCurve.Centroids;
import io.exoscout.transit.TransitSignal;
import io.exoscout.transit.fit.TransitEphemeris;
import io.exoscout.transit.vet.CentroidTrack;
import io.exoscout.transit.vet.CentroidTrack.Around;
import org.jspecify.annotations.Nullable;

/**
 * Where the light fell around transits, against where it falls before and after, folded.
 * Of a telescope that turns between quarters only the place with the most transits is
 * shown: there columns and rows mean the same.
 *
 * @param hours from the middle of the transit, the middles of equal stretches that have
 * points
 * @param columns means in each, in thousandths of a pixel
 * @param columnErrors of these means, by the scatter in each
 * @param rows as columns
 * @param rowErrors as those of columns
 * @param transits how many were folded
 */
public record CentroidPlot(double[] hours, double[] columns, double[] columnErrors, double[] rows, double[] rowErrors,
		int transits) {

	private static final int BINS = 60;

	private static final double MILLIPIXELS = 1e3;

	/** Quarters lie farther apart on the detector than that, in pixels. */
	private static final double SAME_PLACE = 2;

	/** {@code null} if nobody knows where the light fell. */
	static @Nullable CentroidPlot of(TransitSignal signal, LightCurve flat) {
		Centroids centroids = flat.centroids();
		if (centroids == null) {
			return null;
		}
		double[] times = flat.times();
		List<Around> shown = mostOften(around(signal, times, centroids));
		return shown.isEmpty() ? null : folded(signal, times, shown);
	}

	private static List<Around> around(TransitSignal signal, double[] times, Centroids centroids) {
		CentroidTrack track = new CentroidTrack(centroids.columns(), centroids.rows());
		TransitEphemeris ephemeris = ephemeris(signal);
		List<Around> all = new ArrayList<>();
		for (long cycle = ephemeris.cycle(times[0]); cycle <= ephemeris.cycle(times[times.length - 1]); cycle++) {
			Around around = track.around(times,
					(cycle == 0) ? ephemeris : ephemeris.shifted(cycle * ephemeris.period()), (point) -> true);
			if (around != null) {
				all.add(around);
			}
		}
		return all;
	}

	private static TransitEphemeris ephemeris(TransitSignal signal) {
		double days = signal.durationHours() / 24;
		Double period = signal.period();
		return (period != null) ? new TransitEphemeris(period, signal.epoch(), days)
				: TransitEphemeris.single(signal.epoch(), days);
	}

	private static List<Around> mostOften(List<Around> all) {
		List<List<Around>> places = new ArrayList<>();
		for (Around around : all) {
			places.stream()
				.filter((place) -> Math.hypot(place.get(0).column() - around.column(),
						place.get(0).row() - around.row()) < SAME_PLACE)
				.findFirst()
				.ifPresentOrElse((place) -> place.add(around), () -> places.add(new ArrayList<>(List.of(around))));
		}
		return places.stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
	}

	private static CentroidPlot folded(TransitSignal signal, double[] times, List<Around> shown) {
		TransitEphemeris ephemeris = ephemeris(signal);
		double reach = Math.min(2 * ephemeris.duration(), ephemeris.period() / 2);
		double[][] sums = new double[BINS][5];
		for (Around around : shown) {
			for (int i = 0; i < around.columns().length; i++) {
				double away = ephemeris.away(times[around.first() + i]);
				int bin = (int) Math.min(BINS - 1, Math.max(0, (away + reach) / (2 * reach) * BINS));
				double column = MILLIPIXELS * around.columns()[i];
				double row = MILLIPIXELS * around.rows()[i];
				if (Double.isFinite(column) && Double.isFinite(row)) {
					double[] sum = sums[bin];
					sum[0]++;
					sum[1] += column;
					sum[2] += column * column;
					sum[3] += row;
					sum[4] += row * row;
				}
			}
		}
		List<double[]> bins = new ArrayList<>();
		for (int bin = 0; bin < BINS; bin++) {
			double[] sum = sums[bin];
			if (sum[0] > 0) {
				bins.add(new double[] { 24 * reach * (2 * (bin + 0.5) / BINS - 1), sum[1] / sum[0],
						error(sum[0], sum[1], sum[2]), sum[3] / sum[0], error(sum[0], sum[3], sum[4]) });
			}
		}
		return new CentroidPlot(column(bins, 0), column(bins, 1), column(bins, 2), column(bins, 3), column(bins, 4),
				shown.size());
	}

	private static double error(double count, double sum, double squares) {
		return Math.sqrt(Math.max(0, squares / count - Math.pow(sum / count, 2)) / count);
	}

	private static double[] column(List<double[]> rows, int column) {
		return rows.stream().mapToDouble((row) -> FoldPlot.rounded(row[column], 1e6)).toArray();
	}

}
