package io.exoscout.lightcurve.file;

import io.exoscout.lightcurve.Medians;

/**
 * How values lie.
 *
 * @param median of them
 * @param deviation their median absolute deviation from it
 * @param least of them
 */
record FluxSpread(double median, double deviation, double least) {

	static FluxSpread of(RawCurve raw, int[] kept, int count) {
		double[] values = new double[count];
		for (int i = 0; i < count; i++) {
			values[i] = raw.flux(kept[i]);
		}
		return of(values);
	}

	/** Of at least one value; the array is put into another order. */
	static FluxSpread of(double[] values) {
		double least = values[0];
		for (double value : values) {
			least = Math.min(least, value);
		}
		double median = Medians.of(values);
		for (int i = 0; i < values.length; i++) {
			values[i] = Math.abs(values[i] - median);
		}
		return new FluxSpread(median, Medians.of(values), least);
	}

	/** The standard deviation of normal noise that deviates as much. */
	double sigma() {
		return Medians.SIGMA * this.deviation;
	}

}
