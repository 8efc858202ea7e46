package io.exoscout.lightcurve.file;

import java.util.Arrays;

/**
 * How values lie.
 *
 * @param median of them
 * @param deviation their median absolute deviation from it
 * @param least of them
 */
record FluxSpread(double median, double deviation, double least) {

	/** From a median absolute deviation to a standard deviation, for normal noise. */
	private static final double NORMAL = 1.482602218505602;

	static FluxSpread of(RawCurve raw, int[] kept, int count) {
		double[] values = new double[count];
		for (int i = 0; i < count; i++) {
			values[i] = raw.flux(kept[i]);
		}
		return of(values);
	}

	/** Of at least one value; the array is put into another order. */
	static FluxSpread of(double[] values) {
		Arrays.sort(values);
		double median = middle(values);
		double least = values[0];
		for (int i = 0; i < values.length; i++) {
			values[i] = Math.abs(values[i] - median);
		}
		Arrays.sort(values);
		return new FluxSpread(median, middle(values), least);
	}

	/** The standard deviation of normal noise that deviates as much. */
	double sigma() {
		return NORMAL * this.deviation;
	}

	private static double middle(double[] sorted) {
		int half = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
	}

}
