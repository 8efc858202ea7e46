package io.exoscout.transit.detrend;

import java.util.Arrays;

import io.exoscout.lightcurve.Medians;

/**
 * How much detrended fluxes scatter: from point to point, in each piece, and in means
 * over some hours, which is more than the former lets expect where noise is correlated in
 * time (Pont, Zucker &amp; Queloz 2006, MNRAS 373, 231). Medians throughout, so that
 * transits do not count as noise.
 */
public final class Noise {

	private static final int FEWEST = 30;

	/** Fewer boxes than these say nothing of how boxes scatter. */
	private static final int BOXES = 12;

	/** From this share of neighbours of one flux on it was rounded, and coarsely so. */
	private static final double ROUNDED = 0.03;

	/** Its multiples fill the space between two whole numbers evenly. */
	private static final double GOLDEN = 0.6180339887498949;

	private final Points points;

	private final double[] fluxes;

	private final double[] whites;

	private final double white;

	/**
	 * The noise of a detrended curve.
	 * @param fluxes relative fluxes less one
	 */
	public Noise(Points points, double[] fluxes) {
		this.points = points;
		this.fluxes = fluxes;
		int[] begins = points.begins();
		this.white = white(0, fluxes.length);
		this.whites = new double[begins.length - 1];
		for (int piece = 0; piece < this.whites.length; piece++) {
			double own = white(begins[piece], begins[piece + 1]);
			boolean known = begins[piece + 1] - begins[piece] >= FEWEST && own > 0;
			// a piece of few points looks quieter than it is by chance
			this.whites[piece] = known ? Math.max(own, this.white / 3) : this.white;
		}
	}

	/** The standard deviation from point to point, over all pieces. */
	public double white() {
		return this.white;
	}

	/** One over the squared standard deviation of each point. */
	public double[] weights() {
		double[] weights = new double[this.fluxes.length];
		int[] begins = this.points.begins();
		for (int piece = 0; piece < this.whites.length; piece++) {
			double floor = Math.max(this.whites[piece], 1e-9);
			Arrays.fill(weights, begins[piece], begins[piece + 1], 1 / (floor * floor));
		}
		return weights;
	}

	/**
	 * By which factor means over a duration scatter more than white noise would; 1 at
	 * least.
	 * @param duration in days
	 */
	public double redness(double duration) {
		double[] means = new double[this.fluxes.length];
		int count = 0;
		int[] begins = this.points.begins();
		double[] times = this.points.times();
		for (int piece = 0; piece < this.whites.length; piece++) {
			double scale = 1 / Math.max(this.whites[piece], 1e-9);
			for (int i = begins[piece]; i < begins[piece + 1];) {
				double sum = 0;
				int size = 0;
				double end = times[i] + duration;
				for (; i < begins[piece + 1] && times[i] < end; i++) {
					sum += this.fluxes[i];
					size++;
				}
				means[count++] = sum * scale / Math.sqrt(size);
			}
		}
		return (count < BOXES) ? 1 : Math.max(1, Medians.deviation(Arrays.copyOf(means, count)));
	}

	private double white(int from, int to) {
		if (to - from < 3) {
			return 0;
		}
		double[] steps = new double[to - from - 1];
		for (int i = 0; i < steps.length; i++) {
			steps[i] = Math.abs(this.fluxes[from + i + 1] - this.fluxes[from + i]);
		}
		double quantum = quantum(from, to);
		if (quantum > 0) {
			spread(steps, quantum);
			return Math.max(Medians.SIGMA * Medians.of(steps) / Math.sqrt(2), quantum / Math.sqrt(12));
		}
		return Medians.SIGMA * Medians.of(steps) / Math.sqrt(2);
	}

	/**
	 * To what fluxes were rounded, if that is so coarse that neighbours are often the
	 * same; else 0.
	 */
	private double quantum(int from, int to) {
		double[] measured = this.points.fluxes();
		double least = Double.POSITIVE_INFINITY;
		int same = 0;
		for (int i = from + 1; i < to; i++) {
			if (Arrays.binarySearch(this.points.begins(), i) >= 0) {
				// each piece is relative to a level of its own
				continue;
			}
			double step = Math.abs(measured[i] - measured[i - 1]);
			same += (step == 0) ? 1 : 0;
			least = (step > 0) ? Math.min(least, step) : least;
		}
		return (same > ROUNDED * (to - from - 1) && least < Double.POSITIVE_INFINITY) ? least : 0;
	}

	/**
	 * Of rounded fluxes the median step is a multiple of what they were rounded to, often
	 * none at all: each is spread over all that may have been rounded to it.
	 */
	private static void spread(double[] steps, double quantum) {
		for (int i = 0; i < steps.length; i++) {
			double share = i * GOLDEN - Math.floor(i * GOLDEN) - 0.5;
			steps[i] = Math.abs(steps[i] + share * quantum);
		}
	}

}
