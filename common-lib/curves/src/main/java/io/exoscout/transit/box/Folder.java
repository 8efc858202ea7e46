package io.exoscout.transit.box;

import java.util.Arrays;

/**
 * Folds the stretches of a curve and looks for the best box; one for each thread.
 */
final class Folder {

	/** A box holds at least this share of the weight it would have without gaps. */
	private static final float FULL = 0.4f;

	private final Series series;

	private final Boxes boxes;

	private final int stretches;

	/** Where each stretch begins among the points, and one more. */
	private final int[] begins;

	private final double[] middles;

	private float[] fluxes = new float[0];

	private float[] weights = new float[0];

	private final int[] firsts;

	private final int[] counts;

	private float[] flux = new float[0];

	private float[] weight = new float[0];

	private float[] fluxSum = new float[0];

	private float[] weightSum = new float[0];

	private float[] heights = new float[0];

	Folder(Series series, Boxes boxes) {
		this.series = series;
		this.boxes = boxes;
		this.stretches = stretches(series.size());
		this.begins = new int[this.stretches + 1];
		this.middles = new double[this.stretches];
		this.firsts = new int[this.stretches];
		this.counts = new int[this.stretches];
		cut();
	}

	static int stretches(int points) {
		return (int) Math.max(4, Math.sqrt(points) / 7.5);
	}

	private void cut() {
		long[] ticks = this.series.ticks();
		long first = ticks[0];
		double length = (double) (ticks[ticks.length - 1] - first + 1) / this.stretches;
		for (int s = 0, i = 0; s < this.stretches; s++) {
			this.begins[s] = i;
			while (i < ticks.length && ticks[i] - first < (s + 1) * length) {
				i++;
			}
			this.begins[s + 1] = i;
			this.middles[s] = (first + (s + 0.5) * length) / Series.TICKS;
		}
		this.begins[this.stretches] = ticks.length;
	}

	/** Searches the periods of a block. */
	void search(Spectrum spectrum, int from, int to) {
		PeriodGrid grid = spectrum.grid();
		double middle = grid.frequency((from + to) / 2);
		int bins = this.boxes.bins(1 / middle);
		int[] widths = this.boxes.widths(1 / middle);
		float[] scales = scales(widths, bins, 1 / middle);
		resize(bins, widths[widths.length - 1]);
		fold(middle, bins);
		for (int index = from; index < to; index++) {
			add(grid.frequency(index) - middle, bins);
			sum(bins, widths[widths.length - 1]);
			best(spectrum, index, bins, widths, scales);
		}
	}

	private float[] scales(int[] widths, int bins, double period) {
		float[] scales = new float[widths.length];
		for (int i = 0; i < widths.length; i++) {
			double redness = this.boxes.redness(widths[i] * period / bins);
			scales[i] = (float) (this.series.total() / (redness * redness));
		}
		return scales;
	}

	private void resize(int bins, int widest) {
		if (this.fluxes.length < bins * this.stretches) {
			this.fluxes = new float[bins * this.stretches * 5 / 4];
			this.weights = new float[this.fluxes.length];
		}
		if (this.fluxSum.length < bins + widest + 1) {
			this.flux = new float[(bins + widest + 1) * 5 / 4];
			this.weight = new float[this.flux.length];
			this.fluxSum = new float[this.flux.length];
			this.weightSum = new float[this.flux.length];
			this.heights = new float[this.flux.length];
		}
	}

	private void fold(double frequency, int bins) {
		Arrays.fill(this.fluxes, 0, bins * this.stretches, 0);
		Arrays.fill(this.weights, 0, bins * this.stretches, 0);
		// the fraction of a turn in all 64 bits: turns overflow and are gone
		long turn = Math.round(frequency / Series.TICKS * 0x1p32 * 0x1p32);
		long[] ticks = this.series.ticks();
		float[] weighted = this.series.weighted();
		float[] weights = this.series.weights();
		for (int s = 0; s < this.stretches; s++) {
			int base = s * bins;
			for (int i = this.begins[s]; i < this.begins[s + 1]; i++) {
				int bin = base + bin(ticks[i] * turn, bins);
				this.fluxes[bin] += weighted[i];
				this.weights[bin] += weights[i];
			}
			range(s, turn, bins);
		}
	}

	private static int bin(long phase, int bins) {
		return (int) (((phase >>> 32) * bins) >>> 32);
	}

	/**
	 * Which bins of a stretch can hold anything: all, unless it is shorter than a period.
	 */
	private void range(int s, long turn, int bins) {
		if (this.begins[s] == this.begins[s + 1]) {
			this.counts[s] = 0;
			return;
		}
		long[] ticks = this.series.ticks();
		long first = ticks[this.begins[s]];
		long last = ticks[this.begins[s + 1] - 1];
		double turns = (last - first) * (double) turn * 0x1p-64;
		this.firsts[s] = bin(first * turn, bins);
		this.counts[s] = (int) Math.min(bins, turns * bins + 2);
	}

	private void add(double difference, int bins) {
		Arrays.fill(this.flux, 0, bins, 0);
		Arrays.fill(this.weight, 0, bins, 0);
		for (int s = 0; s < this.stretches; s++) {
			int shift = (int) Math.floorMod(Math.round(difference * this.middles[s] * bins), (long) bins);
			int source = this.firsts[s];
			for (int left = this.counts[s]; left > 0;) {
				int target = source + shift;
				target -= (target >= bins) ? bins : 0;
				int run = Math.min(left, bins - Math.max(source, target));
				add(this.fluxes, s * bins + source, this.flux, target, run);
				add(this.weights, s * bins + source, this.weight, target, run);
				left -= run;
				source += run;
				source -= (source >= bins) ? bins : 0;
			}
		}
	}

	private void add(float[] source, int from, float[] target, int to, int count) {
		System.arraycopy(source, from, this.heights, to, count);
		add(this.heights, target, to, to + count);
	}

	private static void add(float[] source, float[] target, int from, int to) {
		for (int i = from; i < to; i++) {
			target[i] += source[i];
		}
	}

	private void sum(int bins, int widest) {
		float fluxSum = 0;
		float weightSum = 0;
		for (int i = 0; i < bins; i++) {
			this.fluxSum[i] = fluxSum;
			this.weightSum[i] = weightSum;
			fluxSum += this.flux[i];
			weightSum += this.weight[i];
		}
		for (int i = 0; i <= widest; i++) {
			this.fluxSum[bins + i] = fluxSum + this.fluxSum[i];
			this.weightSum[bins + i] = weightSum + this.weightSum[i];
		}
	}

	private void best(Spectrum spectrum, int index, int bins, int[] widths, float[] scales) {
		float best = 0;
		int bestWidth = 0;
		for (int i = 0; i < widths.length; i++) {
			float least = FULL * widths[i] / bins;
			float highest = highest(bins, widths[i], least) * scales[i];
			if (highest > best) {
				best = highest;
				bestWidth = i;
			}
		}
		spectrum.power[index] = (float) Math.sqrt(best);
		if (best > 0) {
			float least = FULL * widths[bestWidth] / bins;
			int at = where(bins, widths[bestWidth], least, best / scales[bestWidth]);
			spectrum.widths[index] = (float) widths[bestWidth] / bins;
			spectrum.phases[index] = (at + 0.5f * widths[bestWidth]) / bins;
		}
	}

	/**
	 * The height of the highest box. Without branches, so that it is done for many bins
	 * at once: what is brighter, or has too few points, gets a height of nothing.
	 */
	private float highest(int bins, int width, float least) {
		float[] heights = this.heights;
		heights(bins, width, least);
		float even = 0;
		float odd = 0;
		for (int i = 0; i + 1 < bins; i += 2) {
			even = (heights[i] > even) ? heights[i] : even;
			odd = (heights[i + 1] > odd) ? heights[i + 1] : odd;
		}
		return Math.max(Math.max(even, odd), heights[bins - 1]);
	}

	private void heights(int bins, int width, float least) {
		// loops over equal indices are what the compiler makes vectors of
		System.arraycopy(this.fluxSum, width, this.flux, 0, bins);
		System.arraycopy(this.weightSum, width, this.weight, 0, bins);
		heights(this.flux, this.fluxSum, this.weight, this.weightSum, this.heights, bins, least);
	}

	private static void heights(float[] fluxEnd, float[] fluxSum, float[] weightEnd, float[] weightSum, float[] heights,
			int bins, float least) {
		for (int i = 0; i < bins; i++) {
			float flux = fluxEnd[i] - fluxSum[i];
			float weight = weightEnd[i] - weightSum[i];
			float dip = Math.abs(flux) - flux;
			float missing = Math.abs(least - weight) + (least - weight);
			heights[i] = 0.25f * dip * dip / (weight * (1 - weight) + 1e12f * missing * missing + 1e-12f);
		}
	}

	/** The box of that height; the nearest to it, as it was multiplied and divided. */
	private int where(int bins, int width, float least, float highest) {
		heights(bins, width, least);
		int where = 0;
		for (int i = 1; i < bins; i++) {
			if (Math.abs(this.heights[i] - highest) < Math.abs(this.heights[where] - highest)) {
				where = i;
			}
		}
		return where;
	}

}
