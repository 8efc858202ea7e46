package io.exoscout.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;

/**
 * A series, modelled: how it is forecast, and how good that was on values that the fit
 * had not seen.
 *
 * @param options what it was modelled with
 * @param step from one value to the next, in the unit of the times
 * @param method the way that was chosen
 * @param penalty how much weights are shrunk; 0 where nothing is fitted
 * @param level what is taken from values before anything else
 * @param fit weights, and the intercept behind them; empty where nothing is fitted
 * @param restless the mean absolute error while it was chosen
 * @param factors of each step ahead, how many times as restless as the series is an
 * interval has to be wide, to each side
 * @param training how many values were fitted in the end
 * @param tested how many values the figures are of
 * @param finalLoss the mean square that the last fit leaves of the values it has seen
 * @param accuracy how good the chosen way was
 * @param coverage how often the intervals held what came, from 0 to 1
 * @param baselines how good the ways that need no fit were on the same values
 */
public record FittedSeries(SeriesOptions options, double step, ForecastMethod method, double penalty, double level,
		double[] fit, double restless, double[] factors, int training, int tested, double finalLoss,
		ForecastErrors accuracy, double coverage, Map<ForecastMethod, ForecastErrors> baselines) {

	/** How often intervals are to hold what comes. */
	public static final double INTERVAL = 0.9;

	/**
	 * Forecasts what comes after some values.
	 * @param values at the step of this series, none missing; at least
	 * {@link SeriesOptions#context()} of them
	 * @param horizon how many steps ahead; at most that of the options
	 * @return a forecast for each step
	 */
	public List<Forecast> after(double[] values, int horizon) {
		int context = this.options.context();
		if (values.length < context) {
			throw new ProblemException(ErrorCode.TOO_FEW_POINTS,
					"There are %d consecutive values up to the last one; a forecast needs %d.".formatted(values.length,
							context));
		}
		Lags lags = new Lags(this.method, this.options.window(), this.options.season(), this.level);
		Forecaster forecaster = this.method.naive() ? Forecaster.naive(this.method, this.options.season())
				: new LinearForecast(lags, this.fit);
		double[] ahead = new double[context + horizon];
		System.arraycopy(values, values.length - context, ahead, 0, context);
		double restlessness = restlessness(ahead, context, this.options.window(), this.restless);
		List<Forecast> forecasts = new ArrayList<>();
		for (int step = 0; step < horizon; step++) {
			double value = forecaster.next(ahead, context + step);
			ahead[context + step] = value;
			double width = this.factors[step] * restlessness;
			forecasts.add(new Forecast(step + 1, value, finite(value - width), finite(value + width)));
		}
		return forecasts;
	}

	/** What is wider than numbers go ends where they end. */
	private static double finite(double bound) {
		return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, bound));
	}

	/**
	 * How restless a series is before a place: by how much it changes, and how wrong
	 * forecasts are.
	 */
	static double restlessness(double[] values, int at, int window, double typical) {
		double change = 0;
		for (int lag = 1; lag < window; lag++) {
			change += Math.abs(values[at - lag] - values[at - lag - 1]);
		}
		double sum = typical + ((window > 1) ? change / (window - 1) : 0);
		return (sum > 0) ? sum : 1;
	}

	/**
	 * A forecast.
	 *
	 * @param step how many steps ahead
	 * @param value what is expected
	 * @param low where the interval begins
	 * @param high where it ends
	 */
	public record Forecast(int step, double value, double low, double high) {
	}

}
