package io.exoscout.series;

/**
 * One way of forecasting, as it is tried.
 *
 * @param method which it is
 * @param penalty how much weights are shrunk; 0 where nothing is fitted
 * @param forecasters one for each block of values, fitted on what comes before it, and
 * one fitted on everything
 * @param fit what the last of them was given; empty where nothing is fitted
 */
record Trial(ForecastMethod method, double penalty, Forecaster[] forecasters, double[] fit) {

	Forecaster whole() {
		return this.forecasters[this.forecasters.length - 1];
	}

}
