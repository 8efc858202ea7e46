package io.exoscout.transit.detrend;

import java.util.Arrays;
import java.util.stream.Stream;

import io.exoscout.lightcurve.Medians;

/**
 * The slow changes of a star: at knots a twenty-fifth of the window apart, a line is
 * fitted to the points of the window with Tukey's biweights (Mosteller &amp; Tukey 1977;
 * for light curves Hippke et al. 2019, AJ 158, 143), which give no weight to what lies
 * far off, such as transits and flares. A line rather than a mean, as at the ends of a
 * piece a window has but one half. Between knots the trend is a cubic. No window reaches
 * across a gap.
 */
public final class Biweight {

	private static final int KNOTS = 25;

	/** Points further off than so many median absolute deviations do not count. */
	private static final double REACH = 5;

	private static final int ROUNDS = 8;

	/** In so many of them it is found out how the points scatter. */
	private static final int SCALES = 3;

	private static final int FEWEST = 6;

	/** Of the largest curves they take a fifth of a second. */
	private static final int KNOTS_BETWEEN_CHECKS = 16;

	/** Levels are expected so near the last one, in median absolute deviations. */
	private static final double LEVELS = 0.2;

	/** The same of those deviations. */
	private static final double DEVIATIONS = 0.08;

	/** A window is even if its points are no more to one side than that. */
	private static final double LEANING = 0.15;

	private final double window;

	private final boolean curved;

	private final Runnable check;

	private double[] x = new double[0];

	private double[] y = new double[0];

	private double[] away = new double[0];

	private double[] work = new double[0];

	/** About where the next medians are to be expected, and how far off they may lie. */
	private final Expected level = new Expected();

	private final Expected[] deviations = Stream.generate(Expected::new).limit(SCALES).toArray(Expected[]::new);

	/**
	 * A filter.
	 * @param window in days; what is shorter than a third of it is left alone
	 * @param curved whether a parabola is fitted instead of a line, which follows spots
	 * in a window twice as wide
	 */
	public Biweight(double window, boolean curved) {
		this(window, curved, () -> {
		});
	}

	/**
	 * A filter for somebody who may not want to wait for it.
	 * @param window in days; what is shorter than a third of it is left alone
	 * @param curved whether a parabola is fitted instead of a line
	 * @param check is run several times a second; what it throws ends the work
	 */
	public Biweight(double window, boolean curved, Runnable check) {
		this.window = window;
		this.curved = curved;
		this.check = check;
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
			if (k % KNOTS_BETWEEN_CHECKS == 0) {
				this.check.run();
			}
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
				return fitted(count);
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
			this.work = new double[last - first];
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

	/** The fitted line, or parabola, at the middle of the window. */
	private double fitted(int count) {
		double[] curve = { this.level.median(this.y, count, this.work, LEVELS * this.deviations[0].value), 0, 0 };
		double reach = 0;
		for (int round = 0; round < ROUNDS; round++) {
			if (round < this.deviations.length) {
				away(count, curve[0], curve[1], curve[2]);
				Expected deviation = this.deviations[round];
				reach = REACH * deviation.median(this.away, count, this.work, DEVIATIONS * deviation.value);
				if (!(reach > 0)) {
					break;
				}
			}
			double before = curve[0];
			weigh(count, curve, reach);
			curve = solved(sums(count));
			if (Math.abs(curve[0] - before) < 1e-2 * reach / Math.sqrt(count)) {
				break;
			}
		}
		return curve[0];
	}

	private void away(int count, double a, double b, double c) {
		double[] xs = this.x;
		double[] ys = this.y;
		double[] aways = this.away;
		for (int i = 0; i < count; i++) {
			aways[i] = Math.abs(ys[i] - (a + xs[i] * (b + xs[i] * c)));
		}
	}

	/**
	 * Tukey's weights: how much each point counts. Alone, as processors do four at once.
	 */
	private void weigh(int count, double[] curve, double reach) {
		double a = curve[0];
		double b = curve[1];
		double c = curve[2];
		double[] xs = this.x;
		double[] ys = this.y;
		double[] weights = this.work;
		for (int i = 0; i < count; i++) {
			double u = (ys[i] - (a + xs[i] * (b + xs[i] * c))) / reach;
			double inner = Math.max(0, 1 - u * u);
			weights[i] = inner * inner;
		}
	}

	/**
	 * Sums of the weights times the powers of x, and of those times y; higher ones than a
	 * line needs are left out.
	 */
	private double[] sums(int count) {
		double[] xs = this.x;
		double[] ys = this.y;
		double[] weights = this.work;
		double one = 0;
		double first = 0;
		double second = 0;
		double value = 0;
		double firstValue = 0;
		for (int i = 0; i < count; i++) {
			double weight = weights[i];
			double weighted = weight * xs[i];
			one += weight;
			first += weighted;
			second += weighted * xs[i];
			value += weight * ys[i];
			firstValue += weighted * ys[i];
		}
		double[] sums = { one, first, second, 0, 0, value, firstValue, 0 };
		if (this.curved) {
			addHigher(count, sums);
		}
		return sums;
	}

	private void addHigher(int count, double[] sums) {
		double third = 0;
		double fourth = 0;
		double secondValue = 0;
		for (int i = 0; i < count; i++) {
			double square = this.work[i] * this.x[i] * this.x[i];
			third += square * this.x[i];
			fourth += square * this.x[i] * this.x[i];
			secondValue += square * this.y[i];
		}
		sums[3] = third;
		sums[4] = fourth;
		sums[7] = secondValue;
	}

	/**
	 * The least squares: a parabola if asked for and if both sides are there, else a
	 * line.
	 */
	private double[] solved(double[] s) {
		double spread = s[0] * s[2] - s[1] * s[1];
		if (!(spread > 1e-3 * s[0] * s[0])) {
			return new double[] { s[5] / s[0], 0, 0 };
		}
		boolean even = Math.abs(s[1]) < LEANING * s[0];
		double a = s[2] * s[4] - s[3] * s[3];
		double b = s[2] * s[3] - s[1] * s[4];
		double c = s[1] * s[3] - s[2] * s[2];
		double determinant = s[0] * a + s[1] * b + s[2] * c;
		if (this.curved && even && determinant > 1e-5 * s[0] * s[0] * s[0]) {
			return new double[] { (a * s[5] + b * s[6] + c * s[7]) / determinant,
					(b * s[5] + (s[0] * s[4] - s[2] * s[2]) * s[6] + (s[1] * s[2] - s[0] * s[3]) * s[7]) / determinant,
					(c * s[5] + (s[1] * s[2] - s[0] * s[3]) * s[6] + spread * s[7]) / determinant };
		}
		double slope = (s[0] * s[6] - s[1] * s[5]) / spread;
		return new double[] { (s[5] - slope * s[1]) / s[0], slope, 0 };
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

	/** A median that changes little from one knot to the next. */
	private static final class Expected {

		private double value;

		private double change;

		double median(double[] values, int count, double[] work, double width) {
			double half = Math.max(width, 2 * this.change);
			double median = Medians.near(values, count, this.value - half, this.value + half, work);
			this.change = Math.abs(median - this.value);
			this.value = median;
			return median;
		}

	}

	private static int lower(double[] times, int from, int to, double time) {
		int at = Arrays.binarySearch(times, from, to, time);
		return (at >= 0) ? at : -at - 1;
	}

}
