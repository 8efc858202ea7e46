package io.exoscout.transit.fit;

import java.util.Arrays;

import static java.lang.Double.POSITIVE_INFINITY;

/**
 * A trapezoid fitted to the surroundings of all transits, period and epoch with it.
 *
 * @param ephemeris when it happens
 * @param trapezoid its shape
 * @param errors standard deviations of period and epoch (days), depth, duration (days)
 * and ingress share, for white noise
 * @param chiSquare what is left, over the degrees of freedom
 */
public record TrapezoidFit(TransitEphemeris ephemeris, Trapezoid trapezoid, double[] errors, double chiSquare) {

	private static final double SHARPEST = 0.02;

	/** Of the surroundings, so many durations on each side of the middle. */
	private static final double REACH = 1.5;

	/** Nothing is expected, but that no transit is quite a box, or quite a V. */
	private static final double[] LOOSE = { POSITIVE_INFINITY, POSITIVE_INFINITY, POSITIVE_INFINITY, 3,
			POSITIVE_INFINITY };

	private static final double[] INGRESSES = { 0.12, 0.4 };

	/**
	 * Fits, beginning near an ephemeris.
	 * @param depth what to begin with
	 * @param check is run several times a second; what it throws ends the work
	 */
	public static TrapezoidFit of(Weighted points, TransitEphemeris start, double depth, Runnable check) {
		TrapezoidFit best = of(points, start, new Trapezoid(depth, start.duration(), INGRESSES[0]), check);
		for (int i = 1; i < INGRESSES.length; i++) {
			TrapezoidFit other = of(points, start, new Trapezoid(depth, start.duration(), INGRESSES[i]), check);
			best = (other.chiSquare < best.chiSquare) ? other : best;
		}
		return best;
	}

	/** What is there before anything was fitted: a box, nearly. */
	public static TrapezoidFit unfitted(TransitEphemeris start, double depth) {
		double[] errors = { Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN };
		return new TrapezoidFit(start, new Trapezoid(depth, start.duration(), INGRESSES[0]), errors, POSITIVE_INFINITY);
	}

	private static TrapezoidFit of(Weighted points, TransitEphemeris start, Trapezoid shape, Runnable check) {
		int[] near = near(points, start, REACH * start.duration());
		double[] cycles = Arrays.stream(near).mapToDouble((i) -> start.cycle(points.times()[i])).toArray();
		double middle = middle(cycles);
		boolean timed = !start.isSingle() && Arrays.stream(cycles).anyMatch((cycle) -> cycle != cycles[0]);
		double period = start.isSingle() ? 0 : start.period();
		double[] begin = { 0, shape.depth(), Math.log(shape.duration()), inner(shape.ingress()), 0 };
		double[] times = Arrays.stream(near).mapToDouble((i) -> points.times()[i]).toArray();
		LeastSquares.FitModel model = (p) -> {
			check.run();
			Trapezoid trapezoid = trapezoid(p);
			double moved = p[0];
			double longer = timed ? p[4] : 0;
			return (k) -> {
				double later = timed ? (cycles[k] - middle) * longer : 0;
				return trapezoid.flux(times[k] - start.epoch() - moved - cycles[k] * period - later);
			};
		};
		double[] steps = { start.duration() * 1e-3, Math.max(1e-7, shape.depth() * 1e-3), 1e-3, 1e-3,
				start.duration() * 1e-3 / Math.max(1, spread(cycles)) };
		LeastSquares.Solution fit = LeastSquares.fit(points, near, model, timed ? begin : Arrays.copyOf(begin, 4),
				steps, LOOSE);
		double[] p = Arrays.copyOf(fit.values(), 5);
		double[] e = Arrays.copyOf(fit.errors(), 5);
		Trapezoid found = trapezoid(p);
		// the epoch asked for is that of cycle 0, the fitted one that of the middle cycle
		TransitEphemeris ephemeris = new TransitEphemeris(start.isSingle() ? start.period() : start.period() + p[4],
				start.epoch() + p[0] - middle * p[4], found.duration());
		double[] errors = { e[4], Math.hypot(e[0], middle * e[4]), e[1], e[2] * found.duration(), e[3] * slope(p[3]) };
		return new TrapezoidFit(ephemeris, found, errors, fit.chiSquare());
	}

	/** The points around transits. */
	static int[] near(Weighted points, TransitEphemeris ephemeris, double reach) {
		int[] near = new int[points.size()];
		int count = 0;
		for (int i = 0; i < near.length; i++) {
			if (points.weights()[i] > 0 && Math.abs(ephemeris.away(points.times()[i])) < reach) {
				near[count++] = i;
			}
		}
		return Arrays.copyOf(near, count);
	}

	private static Trapezoid trapezoid(double[] p) {
		double duration = Math.exp(Math.max(-12, Math.min(6, p[2])));
		double ingress = SHARPEST + (0.5 - SHARPEST) / (1 + Math.exp(-p[3]));
		return new Trapezoid(p[1], duration, ingress);
	}

	private static double inner(double ingress) {
		double share = (ingress - SHARPEST) / (0.5 - SHARPEST);
		return Math.log(share / (1 - share));
	}

	private static double slope(double inner) {
		double share = 1 / (1 + Math.exp(-inner));
		return (0.5 - SHARPEST) * share * (1 - share);
	}

	private static double middle(double[] cycles) {
		return (cycles.length > 0) ? Math.rint(Arrays.stream(cycles).average().orElseThrow()) : 0;
	}

	private static double spread(double[] cycles) {
		return (cycles.length > 0) ? (cycles[cycles.length - 1] - cycles[0]) / 2 : 0;
	}

}
