package io.exoscout.study.curves;

import java.util.Arrays;

import io.exoscout.lightcurve.Medians;
import io.exoscout.transit.detrend.Points;

/**
 * The peer of our detrending: Tukey's biweight location in a window around every single
 * point, begun from the median and repeated until it stays, as its paper has it (Hippke
 * et al. 2019, AJ 158, 143: wotan); in Java, as there Numba compiles it.
 */
final class LocationBiweight {

	/** So many median absolute deviations off nothing counts. */
	private static final double REACH = 5;

	private static final int ROUNDS = 50;

	private static final double STAYS = 1e-6;

	private LocationBiweight() {
	}

	/** The trend at each point; no window reaches across a gap. */
	static double[] trend(Points points, double window) {
		double[] trend = new double[points.size()];
		int[] begins = points.begins();
		for (int piece = 0; piece + 1 < begins.length; piece++) {
			int from = begins[piece];
			int to = begins[piece];
			for (int i = begins[piece]; i < begins[piece + 1]; i++) {
				while (points.times()[from] < points.times()[i] - window / 2) {
					from++;
				}
				while (to < begins[piece + 1] && points.times()[to] <= points.times()[i] + window / 2) {
					to++;
				}
				trend[i] = location(points.fluxes(), from, to);
			}
		}
		return trend;
	}

	private static double location(double[] fluxes, int from, int to) {
		double[] work = Arrays.copyOfRange(fluxes, from, to);
		double location = Medians.of(work);
		for (int i = from; i < to; i++) {
			work[i - from] = Math.abs(fluxes[i] - location);
		}
		double reach = REACH * Medians.of(work);
		double before = Double.POSITIVE_INFINITY;
		for (int round = 0; round < ROUNDS && Math.abs(location - before) > STAYS && reach > 0; round++) {
			before = location;
			location = weighted(fluxes, from, to, location, reach);
		}
		return location;
	}

	private static double weighted(double[] fluxes, int from, int to, double location, double reach) {
		double sum = 0;
		double weights = 0;
		for (int i = from; i < to; i++) {
			double u = (fluxes[i] - location) / reach;
			double inner = Math.max(0, 1 - u * u);
			sum += inner * inner * fluxes[i];
			weights += inner * inner;
		}
		return sum / weights;
	}

}
