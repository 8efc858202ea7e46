package io.exoscout.series;

/**
 * A linear function of what comes before.
 *
 * @param lags what that is
 * @param fit weights, and the intercept behind them
 */
record LinearForecast(Lags lags, double[] fit, double[] inputs) implements Forecaster {

	LinearForecast(Lags lags, double[] fit) {
		this(lags, fit, new double[lags.width()]);
	}

	/** Not by two threads at once: the inputs are written where they always are. */
	@Override
	public double next(double[] values, int at) {
		this.lags.write(values, at, this.inputs);
		double sum = this.fit[this.fit.length - 1];
		for (int i = 0; i < this.inputs.length; i++) {
			sum += this.fit[i] * this.inputs[i];
		}
		return this.lags.base(values, at) + sum;
	}

}
