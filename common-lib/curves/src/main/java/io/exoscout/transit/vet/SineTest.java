package io.exoscout.transit.vet;

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
 */
public record SineTest(double significance, double amplitude, double factor) {

	private static final double[] FACTORS = { 0.5, 1, 2 };

	/**
	 * Fits.
	 * @param times in days
	 * @param fluxes as measured, relative, less one
	 * @param left which points are in transits
	 */
	public static SineTest of(double[] times, double[] fluxes, boolean[] left, TransitEphemeris ephemeris) {
		SineTest strongest = new SineTest(0, 0, 1);
		for (double factor : FACTORS) {
			SineTest test = of(times, fluxes, left, factor * ephemeris.period(), factor);
			strongest = (test.significance > strongest.significance) ? test : strongest;
		}
		return strongest;
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
			return new SineTest(0, 0, factor);
		}
		double a = (cc * sy - sc * cy) / determinant;
		double b = (ss * cy - sc * sy) / determinant;
		double amplitude = Math.hypot(a, b);
		double rest = Math.max(0, yy - a * sy - b * cy) / (count - 3);
		double error = Math.sqrt(2 * rest / count);
		return new SineTest((error > 0) ? amplitude / error : 0, amplitude, factor);
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
