package io.exoscout.series;

/** Says what comes next in a run. */
interface Forecaster {

	/**
	 * The value at a place.
	 * @param values the run, of which only what comes before that place is looked at
	 * @param at the place
	 */
	double next(double[] values, int at);

	/** What needs no fit. */
	static Forecaster naive(ForecastMethod method, int season) {
		int lag = method.seasonal() ? season : 1;
		return (values, at) -> values[at - lag];
	}

}
