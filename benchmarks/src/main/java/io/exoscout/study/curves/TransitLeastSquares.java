package io.exoscout.study.curves;

import java.util.Arrays;

import io.exoscout.lightcurve.Medians;
import io.exoscout.transit.box.PeriodGrid;
import io.exoscout.transit.box.StarSize;
import io.exoscout.transit.fit.LimbDarkened;

/**
 * The peer of the search: transit least squares, written from its paper (Hippke &amp;
 * Heller 2019, A&amp;A 623, A39). A limb-darkened transit rather than a box is moved
 * through the fold, for durations a tenth apart; each period has the least sum of
 * squares, the signal residue is the least of all over that, and the signal detection
 * efficiency tells how far a peak of it stands above a running median. Other than there
 * the depth of a transit is the one that fits best, not the mean of the points within,
 * and a fold is put into bins of a twentieth of the duration that is tried.
 */
final class TransitLeastSquares {

	private static final int BINS_PER_TRANSIT = 20;

	private static final double DURATIONS = 1.1;

	/** Of the transit of a small planet across the middle of a star like the Sun. */
	private static final double SHORTEST = 0.3;

	private static final double LONGEST = 1.7;

	/** Periods of the running median, for each period that one would need. */
	private static final int MEDIAN = 30 * PeriodGrid.OVERSAMPLING + 1;

	private final double[] times;

	private final double[] dips;

	private final double[] weights;

	private final float[] shape = shape();

	/**
	 * A search.
	 * @param times days since the first point
	 * @param fluxes relative, less one
	 * @param weights one over the squared noise
	 */
	TransitLeastSquares(double[] times, double[] fluxes, double[] weights) {
		this.times = times;
		double most = Arrays.stream(weights).max().orElseThrow();
		// no more than 1, so that floats are enough; only ratios of sums matter
		this.weights = Arrays.stream(weights).map((weight) -> weight / most).toArray();
		this.dips = new double[fluxes.length];
		double sum = Arrays.stream(this.weights).sum();
		double mean = 0;
		for (int i = 0; i < fluxes.length; i++) {
			mean += this.weights[i] * fluxes[i] / sum;
		}
		for (int i = 0; i < fluxes.length; i++) {
			this.dips[i] = this.weights[i] * (mean - fluxes[i]);
		}
	}

	/**
	 * What stands out most.
	 *
	 * @param period in days
	 * @param efficiency the signal detection efficiency
	 */
	record Peak(double period, double efficiency) {
	}

	/** Searches all periods. */
	Peak search(PeriodGrid grid) {
		double[] gains = new double[grid.size()];
		Arrays.setAll(gains, (i) -> gain(grid.period(i)));
		double[] efficiency = efficiency(gains);
		int best = 0;
		for (int i = 1; i < efficiency.length; i++) {
			best = (efficiency[i] > efficiency[best]) ? i : best;
		}
		return new Peak(grid.period(best), efficiency[best]);
	}

	/** By how much a transit of that period makes the sum of squares less. */
	private double gain(double period) {
		double central = StarSize.SUN.duration(period);
		double best = 0;
		for (double factor = SHORTEST; factor <= LONGEST; factor *= DURATIONS) {
			best = Math.max(best, gain(period, factor * central));
		}
		return best;
	}

	private double gain(double period, double duration) {
		int bins = (int) Math.round(BINS_PER_TRANSIT * period / duration);
		float[] dip = new float[bins + BINS_PER_TRANSIT];
		float[] weight = new float[bins + BINS_PER_TRANSIT];
		double frequency = 1 / period;
		for (int i = 0; i < this.times.length; i++) {
			double turns = this.times[i] * frequency;
			int bin = (int) ((turns - (long) turns) * bins);
			dip[bin] += (float) this.dips[i];
			weight[bin] += (float) this.weights[i];
		}
		System.arraycopy(dip, 0, dip, bins, BINS_PER_TRANSIT);
		System.arraycopy(weight, 0, weight, bins, BINS_PER_TRANSIT);
		float[] products = new float[bins];
		float[] squares = new float[bins];
		float[] moved = new float[bins];
		for (int k = 0; k < BINS_PER_TRANSIT; k++) {
			System.arraycopy(dip, k, moved, 0, bins);
			add(moved, this.shape[k], products);
			System.arraycopy(weight, k, moved, 0, bins);
			add(moved, this.shape[k] * this.shape[k], squares);
		}
		double best = 0;
		for (int at = 0; at < bins; at++) {
			boolean fainter = products[at] > 0 && squares[at] > 0;
			best = fainter ? Math.max(best, (double) products[at] * products[at] / squares[at]) : best;
		}
		return best;
	}

	/** A loop that the compiler makes vectors of. */
	private static void add(float[] values, float factor, float[] sums) {
		for (int i = 0; i < sums.length; i++) {
			sums[i] += factor * values[i];
		}
	}

	private double[] efficiency(double[] gains) {
		double whole = 0;
		for (int i = 0; i < this.dips.length; i++) {
			whole += this.dips[i] * this.dips[i] / this.weights[i];
		}
		double least = whole - Arrays.stream(gains).max().orElseThrow();
		double[] residue = new double[gains.length];
		for (int i = 0; i < gains.length; i++) {
			residue[i] = least / (whole - gains[i]);
		}
		double mean = Arrays.stream(residue).average().orElseThrow();
		double squares = Arrays.stream(residue).map((value) -> (value - mean) * (value - mean)).sum();
		double spread = Math.sqrt(squares / residue.length);
		double raw = (1 - mean) / spread;
		// as the paper has it: above the running median, and the highest as high as
		// before
		double[] above = new double[residue.length];
		for (int i = 0; i < above.length; i++) {
			int from = Math.max(0, i - MEDIAN / 2);
			int to = Math.min(above.length, i + MEDIAN / 2 + 1);
			above[i] = (residue[i] - mean) / spread
					- (Medians.of(Arrays.copyOfRange(residue, from, to)) - mean) / spread;
		}
		double highest = Arrays.stream(above).max().orElseThrow();
		for (int i = 0; i < above.length; i++) {
			above[i] *= raw / highest;
		}
		return above;
	}

	/** A small planet across the middle of the star, as deep as 1 at most. */
	private static float[] shape() {
		double ratio = 0.03;
		float[] shape = new float[BINS_PER_TRANSIT];
		for (int k = 0; k < shape.length; k++) {
			double along = Math.abs((k + 0.5) * 2 / shape.length - 1) * (1 + ratio);
			shape[k] = (float) ((1 - LimbDarkened.SUN.flux(along, ratio)) / (1 - LimbDarkened.SUN.flux(0, ratio)));
		}
		return shape;
	}

}
