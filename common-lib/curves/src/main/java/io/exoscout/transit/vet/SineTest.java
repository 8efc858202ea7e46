package io.exoscout.transit.vet;

import java.util.ArrayList;
import java.util.List;

import io.exoscout.lightcurve.Medians;
import io.exoscout.transit.fit.TransitEphemeris;

/**
 * Whether the star goes up and down with the period found, as spots and pulsations do
 * (the sine-wave event evaluation test, SWEET; Thompson et al. 2018): a sine is fitted to
 * what was measured outside transits, slow changes included, at half of the period, at it
 * and at its double.
 * <p>
 * Spots come and go. After some turns a star's phase is another one, so that over years
 * its sines cancel each other, and what is left of them lies anywhere around the
 * frequency of rotation, beside it no less than at it. A long curve is therefore cut into
 * stretches of some cycles, and powers are added instead of amplitudes (Bartlett 1948,
 * Nature 161, 686).
 *
 * @param significance of the strongest, in standard deviations
 * @param amplitude of it, relative
 * @param factor at which of the three
 * @param prominence its amplitude over the median of those at frequencies close by: a
 * star that changes slowly and without a period has some of every sine
 */
public record SineTest(double significance, double amplitude, double factor, double prominence) {

	private static final double[] FACTORS = { 0.5, 1, 2 };

	/** A stretch has so many cycles at least; spots seldom keep their places longer. */
	private static final double CYCLES = 20;

	/** The nearest frequency that is compared, in steps of one over a stretch. */
	private static final int NEAREST = 3;

	/** So many are, on each side. */
	private static final int BESIDE = 4;

	/** Noise alone gives squares of significances as large on the mean. */
	private static final double BY_CHANCE = 2;

	/**
	 * Sine and cosine have to turn in a stretch: the determinant of the means of their
	 * products is a quarter if all phases are there. In the last hours before a gap it is
	 * next to nothing, and the two are so much alike that slow changes give large
	 * amplitudes.
	 */
	private static final double TURNING = 0.1;

	/** A single stretch holds all there is; it is not fitted if both are one. */
	private static final double ONE = 1e-9;

	/** Of so few points nothing is to be learnt. */
	private static final int FEWEST = 10;

	/**
	 * Fits.
	 * @param times in days
	 * @param fluxes as measured, relative, less one
	 * @param left which points are in transits
	 */
	public static SineTest of(double[] times, double[] fluxes, boolean[] left, TransitEphemeris ephemeris) {
		Sines strongest = Sines.NONE;
		double factor = 1;
		for (double other : FACTORS) {
			double period = other * ephemeris.period();
			Sines sines = sines(times, fluxes, left, period, stretches(times, period));
			if (sines.significance > strongest.significance) {
				strongest = sines;
				factor = other;
			}
		}
		double beside = beside(times, fluxes, left, factor * ephemeris.period());
		return new SineTest(strongest.significance, strongest.amplitude, factor,
				(beside > 0) ? strongest.raw / beside : Double.POSITIVE_INFINITY);
	}

	private static int stretches(double[] times, double period) {
		return (int) Math.max(1, (times[times.length - 1] - times[0]) / (CYCLES * period));
	}

	/** The median amplitude at frequencies that a stretch can tell from one. */
	private static double beside(double[] times, double[] fluxes, boolean[] left, double period) {
		int stretches = stretches(times, period);
		double step = stretches / (times[times.length - 1] - times[0]);
		List<Double> others = new ArrayList<>();
		for (int k = NEAREST; k < NEAREST + BESIDE; k++) {
			for (double beside : new double[] { 1 / period - k * step, 1 / period + k * step }) {
				if (beside > step) {
					others.add(sines(times, fluxes, left, 1 / beside, stretches).raw);
				}
			}
		}
		return Medians.of(others.stream().mapToDouble(Double::doubleValue).toArray());
	}

	/**
	 * The sines of all stretches together.
	 *
	 * @param significance of them, in standard deviations
	 * @param amplitude the root of the mean power, without what noise adds to that
	 * @param raw the same with it
	 */
	private record Sines(double significance, double amplitude, double raw) {

		private static final Sines NONE = new Sines(0, 0, 0);

	}

	private static Sines sines(double[] times, double[] fluxes, boolean[] left, double period, int stretches) {
		double length = (times[times.length - 1] - times[0]) / stretches;
		// a single one is shown as it is fitted
		double chance = (stretches > 1) ? BY_CHANCE : 0;
		double turning = (stretches > 1) ? TURNING : ONE;
		double squares = 0;
		double powers = 0;
		double noise = 0;
		int points = 0;
		for (int stretch = 0, from = 0; stretch < stretches; stretch++) {
			double end = (stretch < stretches - 1) ? times[0] + (stretch + 1) * length : Double.POSITIVE_INFINITY;
			int to = from;
			while (to < times.length && times[to] < end) {
				to++;
			}
			Sine sine = sine(times, fluxes, left, from, to, period, turning);
			double power = sine.amplitude * sine.amplitude;
			double error = sine.error * sine.error;
			squares += (error > 0) ? power / error - chance : 0;
			powers += sine.points * power;
			noise += sine.points * chance * error;
			points += sine.points;
			from = to;
		}
		return (points > 0) ? new Sines(Math.sqrt(Math.max(0, squares)),
				Math.sqrt(Math.max(0, powers - noise) / points), Math.sqrt(powers / points)) : Sines.NONE;
	}

	/** A sine as it is fitted to some points; of none if they do not tell. */
	private record Sine(double amplitude, double error, int points) {
	}

	private static Sine sine(double[] times, double[] fluxes, boolean[] left, int from, int to, double period,
			double turning) {
		double mean = mean(fluxes, left, from, to);
		double ss = 0;
		double cc = 0;
		double sc = 0;
		double sy = 0;
		double cy = 0;
		double yy = 0;
		int count = 0;
		for (int i = from; i < to; i++) {
			if (!left[i]) {
				double angle = 2 * Math.PI * times[i] / period;
				double sine = StrictMath.sin(angle);
				double cosine = StrictMath.cos(angle);
				double y = fluxes[i] - mean;
				ss += sine * sine;
				cc += cosine * cosine;
				sc += sine * cosine;
				sy += sine * y;
				cy += cosine * y;
				yy += y * y;
				count++;
			}
		}
		double determinant = ss * cc - sc * sc;
		if (count < FEWEST || !(determinant > turning * count * count)) {
			return new Sine(0, 0, 0);
		}
		double a = (cc * sy - sc * cy) / determinant;
		double b = (ss * cy - sc * sy) / determinant;
		double rest = Math.max(0, yy - a * sy - b * cy) / (count - 3);
		return new Sine(Math.hypot(a, b), Math.sqrt(2 * rest / count), count);
	}

	private static double mean(double[] fluxes, boolean[] left, int from, int to) {
		double sum = 0;
		int count = 0;
		for (int i = from; i < to; i++) {
			if (!left[i]) {
				sum += fluxes[i];
				count++;
			}
		}
		return (count > 0) ? sum / count : 0;
	}

}
