package io.exoscout.transit.detrend;

import java.util.Arrays;

/**
 * The slow changes of a star: at knots a fortieth of the window apart, a line is fitted
 * to the points of the window with Tukey's biweights (Mosteller &amp; Tukey 1977; for
 * light curves Hippke et al. 2019, AJ 158, 143), which give no weight to what lies far
 * off, such as transits and flares. A line rather than a mean, as at the ends of a piece
 * a window has but one half. Between knots the trend is a cubic. No window reaches across
 * a gap.
 */
public final class Biweight {

	private static final int KNOTS = 40;

	/** Points further off than so many median absolute deviations do not count. */
	private static final double REACH = 5;

	private static final int ROUNDS = 8;

	private static final int FEWEST = 6;

	private final double window;

	private double[] x = new double[0];

	private double[] y = new double[0];

	private double[] away = new double[0];

	/**
	 * A filter.
	 * @param window in days; what is shorter than a third of it is left alone
	 */
	public Biweight(double window) {
		this.window = window;
	}

	/**
	 * The trend at each point.
	 * @param masked points that the trend must not follow, as they are known to be in a
	 * transit
	 */
	public double[] trend(Points points, boolean[] masked) {
		double[] trend = new double[points.size()];
		int[] begins = points.begins();
		for (int piece = 0; piece + 1 < begins.length; piece++) {
			trend(points, masked, begins[piece], begins[piece + 1], trend);
		}
		return trend;
	}

	private void trend(Points points, boolean[] masked, int from, int to, double[] trend) {
		double[] times = points.times();
		double length = times[to - 1] - times[from];
		int steps = (int) Math.max(1, Math.min(to - from, Math.ceil(length * KNOTS / this.window)));
		double step = length / steps;
		double[] knots = new double[steps + 1];
		for (int k = 0; k <= steps; k++) {
			knots[k] = at(points, masked, from, to, times[from] + k * step);
		}
		for (int i = from; i < to; i++) {
			trend[i] = (step > 0) ? cubic(knots, (times[i] - times[from]) / step) : knots[0];
		}
	}

	private double at(Points points, boolean[] masked, int from, int to, double time) {
		for (double half = this.window / 2;; half *= 2) {
			int count = gather(points, masked, from, to, time, half);
			if (count >= FEWEST) {
				return line(count);
			}
			if (half > points.times()[to - 1] - points.times()[from]) {
				// all of the piece, and hardly anything in it: its level has to do
				return (count > 0) ? Medians.of(this.y, count) : 1;
			}
		}
	}

	private int gather(Points points, boolean[] masked, int from, int to, double time, double half) {
		double[] times = points.times();
		int first = lower(times, from, to, time - half);
		int last = lower(times, from, to, time + half);
		if (this.x.length < last - first) {
			this.x = new double[last - first];
			this.y = new double[last - first];
			this.away = new double[last - first];
		}
		int count = 0;
		for (int i = first; i < last; i++) {
			if (!masked[i]) {
				this.x[count] = (times[i] - time) / half;
				this.y[count++] = points.fluxes()[i];
			}
		}
		return count;
	}

	/** The fitted line at the middle of the window. */
	private double line(int count) {
		System.arraycopy(this.y, 0, this.away, 0, count);
		double level = Medians.of(this.away, count);
		double slope = 0;
		for (int round = 0; round < ROUNDS; round++) {
			for (int i = 0; i < count; i++) {
				this.away[i] = Math.abs(this.y[i] - level - slope * this.x[i]);
			}
			double reach = REACH * Medians.of(this.away, count);
			if (!(reach > 0)) {
				return level;
			}
			double before = level;
			double[] sums = sums(count, level, slope, reach);
			double spread = sums[0] * sums[2] - sums[1] * sums[1];
			boolean sloped = spread > 1e-3 * sums[0] * sums[0];
			slope = sloped ? (sums[0] * sums[4] - sums[1] * sums[3]) / spread : 0;
			level = (sums[3] - slope * sums[1]) / sums[0];
			if (Math.abs(level - before) < 1e-3 * reach / Math.sqrt(count)) {
				break;
			}
		}
		return level;
	}

	private double[] sums(int count, double level, double slope, double reach) {
		double w = 0;
		double wx = 0;
		double wxx = 0;
		double wy = 0;
		double wxy = 0;
		for (int i = 0; i < count; i++) {
			double u = (this.y[i] - level - slope * this.x[i]) / reach;
			double inner = Math.max(0, 1 - u * u);
			double weight = inner * inner;
			w += weight;
			wx += weight * this.x[i];
			wxx += weight * this.x[i] * this.x[i];
			wy += weight * this.y[i];
			wxy += weight * this.x[i] * this.y[i];
		}
		return new double[] { w, wx, wxx, wy, wxy };
	}

	/** Catmull and Rom's cubic through the knots. */
	private static double cubic(double[] knots, double place) {
		int at = (int) Math.min(knots.length - 2, place);
		double u = place - at;
		double p1 = knots[at];
		double p2 = knots[at + 1];
		double p0 = (at > 0) ? knots[at - 1] : 2 * p1 - p2;
		double p3 = (at + 2 < knots.length) ? knots[at + 2] : 2 * p2 - p1;
		return p1 + 0.5 * u * (p2 - p0 + u * (2 * p0 - 5 * p1 + 4 * p2 - p3 + u * (3 * (p1 - p2) + p3 - p0)));
	}

	private static int lower(double[] times, int from, int to, double time) {
		int at = Arrays.binarySearch(times, from, to, time);
		return (at >= 0) ? at : -at - 1;
	}

}
