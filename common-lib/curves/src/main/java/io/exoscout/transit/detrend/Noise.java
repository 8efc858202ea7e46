package io.exoscout.transit.detrend;

import java.util.Arrays;

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
		return Medians.SIGMA * Medians.of(steps) / Math.sqrt(2);
	}

}
