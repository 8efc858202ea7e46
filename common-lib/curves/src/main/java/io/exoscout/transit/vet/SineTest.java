package io.exoscout.transit.vet;

import java.util.ArrayList;
import java.util.List;

import io.exoscout.transit.detrend.Medians;
import io.exoscout.transit.fit.TransitEphemeris;

/**
 * Whether the star goes up and down with the period found, as spots and pulsations do
 * (the sine-wave event evaluation test, SWEET; Thompson et al. 2018): a sine is fitted to
 * what was measured outside transits, slow changes included, at half of the period, at it
 * and at its double.
 *
 * @param significance of the strongest, in standard deviations
 * @param amplitude of it, relative
 * @param factor at which of the three
 * @param prominence its amplitude over the median of those at frequencies close by: a
 * star that changes slowly and without a period has some of every sine
 */
public record SineTest(double significance, double amplitude, double factor, double prominence) {

	private static final double[] FACTORS = { 0.5, 1, 2 };

	/** The nearest frequency that is compared, in steps of one over the span. */
	private static final int NEAREST = 3;

	/** So many are, on each side. */
	private static final int BESIDE = 4;

	/**
	 * Fits.
	 * @param times in days
	 * @param fluxes as measured, relative, less one
	 * @param left which points are in transits
	 */
	public static SineTest of(double[] times, double[] fluxes, boolean[] left, TransitEphemeris ephemeris) {
		SineTest strongest = new SineTest(0, 0, 1, 0);
		for (double factor : FACTORS) {
			SineTest test = of(times, fluxes, left, factor * ephemeris.period(), factor);
			strongest = (test.significance > strongest.significance) ? test : strongest;
		}
		return strongest.among(times, fluxes, left, ephemeris.period());
	}

	/** The same, compared with frequencies that the span can tell from this one. */
	private SineTest among(double[] times, double[] fluxes, boolean[] left, double period) {
		double frequency = 1 / (this.factor * period);
		double step = 1 / (times[times.length - 1] - times[0]);
		List<Double> others = new ArrayList<>();
		for (int k = NEAREST; k < NEAREST + BESIDE; k++) {
			for (double beside : new double[] { frequency - k * step, frequency + k * step }) {
				if (beside > step) {
					others.add(of(times, fluxes, left, 1 / beside, this.factor).amplitude);
				}
			}
		}
		double median = Medians.of(others.stream().mapToDouble(Double::doubleValue).toArray());
		return new SineTest(this.significance, this.amplitude, this.factor,
				(median > 0) ? this.amplitude / median : Double.POSITIVE_INFINITY);
	}

	private static SineTest of(double[] times, double[] fluxes, boolean[] left, double period, double factor) {
		double mean = mean(fluxes, left);
		double ss = 0;
		double cc = 0;
		double sc = 0;
		double sy = 0;
		double cy = 0;
		double yy = 0;
		int count = 0;
		for (int i = 0; i < times.length; i++) {
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
		if (count < 10 || !(determinant > 1e-9 * count * count)) {
			return new SineTest(0, 0, factor, 0);
		}
		double a = (cc * sy - sc * cy) / determinant;
		double b = (ss * cy - sc * sy) / determinant;
		double amplitude = Math.hypot(a, b);
		double rest = Math.max(0, yy - a * sy - b * cy) / (count - 3);
		double error = Math.sqrt(2 * rest / count);
		return new SineTest((error > 0) ? amplitude / error : 0, amplitude, factor, 0);
	}

	private static double mean(double[] fluxes, boolean[] left) {
		double sum = 0;
		int count = 0;
		for (int i = 0; i < fluxes.length; i++) {
			if (!left[i]) {
				sum += fluxes[i];
				count++;
			}
		}
		return (count > 0) ? sum / count : 0;
	}

}
