package io.exoscout.series;

import org.jspecify.annotations.Nullable;

/**
 * How far forecasts were from what came, on values that the fit had not seen.
 *
 * @param mae the mean of the absolute errors, in the unit of the values
 * @param mse the mean of their squares
 * @param rmse its root
 * @param mase the mean absolute error as a part of the mean absolute change from one
 * training value to the next (Hyndman and Koehler 2006); none where nothing ever changed
 */
public record ForecastErrors(double mae, double mse, double rmse, @Nullable Double mase) {

	/** Sums up errors as they come. */
	static final class Tally {

		private double absolute;

		private double squares;

		private long count;

		void add(double error) {
			this.absolute += Math.abs(error);
			this.squares += error * error;
			this.count++;
		}

		double mean() {
			return (this.count > 0) ? this.absolute / this.count : 0;
		}

		double meanSquare() {
			return (this.count > 0) ? this.squares / this.count : 0;
		}

		ForecastErrors toErrors(double change) {
			double scaled = mean() / change;
			return new ForecastErrors(mean(), meanSquare(), Math.sqrt(meanSquare()),
					Double.isFinite(scaled) ? scaled : null);
		}

	}

}
