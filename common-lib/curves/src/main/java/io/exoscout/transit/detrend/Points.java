package io.exoscout.transit.detrend;

import java.util.Arrays;

import io.exoscout.lightcurve.LightCurve;
import io.exoscout.lightcurve.Medians;

/**
 * The points of a curve as everything after it computes with them: times in days since
 * the first, fluxes relative to the median of their piece, where a piece ends at a gap of
 * half a day, into however many files it was split. Both are rounded to steps far below
 * what was measured, so that what comes out does not depend on what times count from or
 * fluxes are in.
 */
public final class Points {

	/** Of a day: as many decimals as most files give. */
	private static final double TICKS = 1_000_000;

	/**
	 * What is added so that no time of up to nine decimals lies on the edge between two
	 * ticks, where the last bits of a Julian date would decide.
	 */
	private static final double EDGE = 0.0025;

	private static final double LEVELS = 1 << 30;

	private final double origin;

	private final double[] times;

	private final double[] fluxes;

	private final int[] begins;

	private Points(double origin, double[] times, double[] fluxes, int[] begins) {
		this.origin = origin;
		this.times = times;
		this.fluxes = fluxes;
		this.begins = begins;
	}

	/** The points of a curve. */
	public static Points of(LightCurve curve) {
		double origin = curve.time(0);
		double[] times = new double[curve.size()];
		int[] begins = new int[curve.size() + 1];
		int pieces = 0;
		for (int i = 0; i < times.length; i++) {
			times[i] = rounded(curve.time(i) - origin);
			boolean apart = i == 0 || times[i] - times[i - 1] > LightCurve.GAP;
			if (apart) {
				begins[pieces++] = i;
			}
		}
		begins[pieces] = times.length;
		double[] fluxes = curve.fluxes();
		for (int piece = 0; piece < pieces; piece++) {
			level(fluxes, begins[piece], begins[piece + 1]);
		}
		return new Points(origin, times, fluxes, Arrays.copyOf(begins, pieces + 1));
	}

	/** Days, rounded as the times are. */
	public static double rounded(double days) {
		return Math.rint(days * TICKS + EDGE) / TICKS;
	}

	private static void level(double[] fluxes, int from, int to) {
		double median = Medians.of(Arrays.copyOfRange(fluxes, from, to));
		double scale = (median > 0) ? 1 / median : 1;
		for (int i = from; i < to; i++) {
			fluxes[i] = Math.rint(fluxes[i] * scale * LEVELS) / LEVELS;
		}
	}

	/** What the times count from, in the curve's own time. */
	public double origin() {
		return this.origin;
	}

	/** Days since the first point; not a copy. */
	public double[] times() {
		return this.times;
	}

	/** Relative fluxes; not a copy. */
	public double[] fluxes() {
		return this.fluxes;
	}

	/** Where pieces begin, and where the last ends; not a copy. */
	public int[] begins() {
		return this.begins;
	}

	/** How many points there are. */
	public int size() {
		return this.times.length;
	}

	/** Some of the points, each in the piece it was in. */
	Points where(boolean[] kept) {
		double[] keptTimes = new double[size()];
		double[] keptFluxes = new double[size()];
		int[] keptBegins = new int[this.begins.length];
		int count = 0;
		int pieces = 0;
		for (int piece = 0; piece + 1 < this.begins.length; piece++) {
			int first = count;
			for (int i = this.begins[piece]; i < this.begins[piece + 1]; i++) {
				if (kept[i]) {
					keptTimes[count] = this.times[i];
					keptFluxes[count++] = this.fluxes[i];
				}
			}
			if (count > first) {
				keptBegins[pieces++] = first;
			}
		}
		keptBegins[pieces] = count;
		return new Points(this.origin, Arrays.copyOf(keptTimes, count), Arrays.copyOf(keptFluxes, count),
				Arrays.copyOf(keptBegins, pieces + 1));
	}

}
