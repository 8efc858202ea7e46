package io.exoscout.forecast;

import java.util.List;

import io.exoscout.series.FittedSeries;
import org.jspecify.annotations.Nullable;

/**
 * What comes after some values.
 *
 * @param modelId the model that says so
 * @param group which series of it; empty where it has one only
 * @param chosen how it forecasts
 * @param after the time of the last value, if values had times, in the unit of the model
 * @param prediction what is expected as many steps ahead as was asked for
 * @param interval where that lies in nine of ten cases
 * @param forecasts the same for each step until then
 */
record ForecastAnswer(String modelId, String group, String chosen, @Nullable Double after, double prediction,
		PredictedInterval interval, List<StepForecast> forecasts) {

	static ForecastAnswer of(String modelId, String group, FittedSeries fit, @Nullable Double after,
			List<FittedSeries.Forecast> forecasts) {
		FittedSeries.Forecast last = forecasts.get(forecasts.size() - 1);
		return new ForecastAnswer(modelId, group, fit.method().id(), after, last.value(), PredictedInterval.of(last),
				forecasts.stream()
					.map((forecast) -> new StepForecast(forecast.step(), forecast.value(),
							PredictedInterval.of(forecast)))
					.toList());
	}

	/**
	 * Where a value lies in as many of all cases as {@code level} says.
	 *
	 * @param low where it begins
	 * @param high where it ends
	 * @param level of 1
	 */
	record PredictedInterval(double low, double high, double level) {

		static PredictedInterval of(FittedSeries.Forecast forecast) {
			return new PredictedInterval(forecast.low(), forecast.high(), FittedSeries.INTERVAL);
		}

	}

	/**
	 * What comes some steps ahead.
	 *
	 * @param step how many
	 * @param prediction what is expected
	 * @param interval where that lies in nine of ten cases
	 */
	record StepForecast(int step, double prediction, PredictedInterval interval) {
	}

}
