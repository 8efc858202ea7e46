package io.exoscout.series;

/**
 * What a method looks at before a value, as numbers.
 *
 * @param method how it forecasts
 * @param window how many values it looks at
 * @param season how many steps a season has; 0 for none
 * @param level what is taken from all values, so that their squares stay small
 */
record Lags(ForecastMethod method, int window, int season, double level) {

	int width() {
		return this.window - (this.method.differences() ? 1 : 0) + (this.method.seasonal() ? 2 : 0);
	}

	/**
	 * Writes what there is before a value.
	 * @param values the run
	 * @param at the place of the value, which may be that after the last one
	 * @param inputs where it goes, from the first place on
	 */
	void write(double[] values, int at, double[] inputs) {
		int place = 0;
		if (this.method.differences()) {
			for (int lag = 1; lag < this.window; lag++) {
				inputs[place++] = values[at - lag] - values[at - lag - 1];
			}
		}
		else {
			for (int lag = 1; lag <= this.window; lag++) {
				inputs[place++] = values[at - lag] - this.level;
			}
		}
		if (this.method.seasonal()) {
			double then = values[at - this.season];
			double before = values[at - this.season - 1];
			inputs[place++] = then - (this.method.differences() ? before : this.level);
			inputs[place] = this.method.differences() ? then - values[at - 1] : before - this.level;
		}
	}

	/** What a forecast is added to. */
	double base(double[] values, int at) {
		return this.method.differences() ? values[at - 1] : this.level;
	}

}
