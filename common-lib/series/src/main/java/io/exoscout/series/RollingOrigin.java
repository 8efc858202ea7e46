package io.exoscout.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;

/**
 * Tries ways of forecasting in the order of time (Tashman 2000): five blocks of the first
 * 70 % of the values, each forecast by what was fitted on all before it, decide which way
 * is taken; the last 30 % are forecast by a fit on the first 70 % and show how good it
 * is. Sums are carried on from block to block, so that all fits together look at each
 * value once.
 */
final class RollingOrigin {

	/** Where the blocks that decide begin and end, as parts of what is fitted on. */
	private static final double[] ORIGINS = { 0.4, 0.52, 0.64, 0.76, 0.88, 1 };

	static final int BLOCKS = ORIGINS.length - 1;

	private static final double FITTED = 0.7;

	private static final double[] PENALTIES = { 1e-5, 1e-3, 1e-2, 1e-1, 1 };

	private static final double RATE = 0.01;

	/** So many targets there must be, on both sides of the cut together and of each. */
	static final int LEAST = 20;

	private static final int LEAST_FITTED = 10;

	private static final int LEAST_TESTED = 5;

	/** So many steps are looked at in a block where forecasts go further than one. */
	static final int MOST_STEPS = 100_000;

	private final SeriesOptions options;

	private final Targets targets;

	private final double level;

	/** Where blocks begin, and the last one ends. */
	private final int[] bounds;

	RollingOrigin(RegularSeries series, SeriesOptions options) {
		this.options = options;
		this.targets = new Targets(series.runs(), options.context(), options.horizon());
		int cut = this.targets.among((int) (FITTED * series.points()));
		requireEnough(series, cut);
		this.bounds = new int[ORIGINS.length + 1];
		for (int i = 0; i < ORIGINS.length; i++) {
			this.bounds[i] = (int) (ORIGINS[i] * cut);
		}
		this.bounds[ORIGINS.length] = this.targets.count();
		double[] first = series.runs().get(0).values();
		this.level = Arrays.stream(first).average().orElse(0);
	}

	private void requireEnough(RegularSeries series, int cut) {
		int tested = this.targets.count() - cut;
		if (this.targets.count() < LEAST || cut < LEAST_FITTED || tested < LEAST_TESTED) {
			int needed = (int) Math.ceil((LEAST_FITTED + this.options.context() + this.options.horizon()) / FITTED) + 1;
			throw new ProblemException(ErrorCode.TOO_FEW_POINTS,
					"The series has %d values in %d runs, the longest of %d, which leave %d forecasts to fit and %d to test, each of %d from the %d values before; %d consecutive values are enough."
						.formatted(series.points(), series.runs().size(), series.longest(), cut, tested,
								this.options.horizon(), this.options.context(),
								Math.max(needed, LEAST + this.options.context() + this.options.horizon())));
		}
	}

	Targets targets() {
		return this.targets;
	}

	double level() {
		return this.level;
	}

	/** How many values the test forecasts. */
	int tested() {
		return this.bounds[BLOCKS + 1] - this.bounds[BLOCKS];
	}

	/** What needs no fit. */
	Trial naive(ForecastMethod method) {
		Forecaster[] same = new Forecaster[BLOCKS + 2];
		Arrays.fill(same, Forecaster.naive(method, this.options.season()));
		return new Trial(method, 0, same, new double[0]);
	}

	/** A method with each of the penalties. */
	List<Trial> fitted(ForecastMethod method) {
		double[] penalties = (method == ForecastMethod.PERCEPTRON) ? new double[1] : PENALTIES;
		Lags lags = new Lags(method, this.options.window(), this.options.season(), this.level);
		Forecaster[][] forecasters = new Forecaster[penalties.length][BLOCKS + 2];
		double[][] last = new double[penalties.length][];
		NormalEquations sums = new NormalEquations(lags.width());
		for (int block = 0, from = 0; block <= BLOCKS + 1; from = this.bounds[block++]) {
			this.targets.each(from, this.bounds[block], 1, (values, at) -> {
				lags.write(values, at, sums.inputs());
				sums.add(values[at] - lags.base(values, at));
			});
			for (int i = 0; i < penalties.length; i++) {
				last[i] = (method == ForecastMethod.PERCEPTRON) ? sums.descent(this.options.epochs(), RATE)
						: sums.ridge(penalties[i]);
				forecasters[i][block] = new LinearForecast(lags, last[i]);
			}
		}
		List<Trial> trials = new ArrayList<>();
		for (int i = 0; i < penalties.length; i++) {
			trials.add(new Trial(method, penalties[i], forecasters[i], last[i]));
		}
		return trials;
	}

	/** The mean absolute error in the blocks that decide. */
	double validated(Trial trial) {
		ForecastErrors.Tally tally = new ForecastErrors.Tally();
		for (int block = 0; block < BLOCKS; block++) {
			errors(trial, block, (values, at, errors) -> {
				for (double error : errors) {
					tally.add(error);
				}
			});
		}
		return tally.mean();
	}

	/**
	 * Forecasts the values of a block.
	 * @param block {@link #BLOCKS} for the test
	 * @param sink told the errors, step after step
	 */
	void errors(Trial trial, int block, Sink sink) {
		int steps = this.options.horizon();
		int size = this.bounds[block + 1] - this.bounds[block];
		int stride = (steps == 1) ? 1 : (int) ((long) size * steps / MOST_STEPS);
		Forecaster forecaster = trial.forecasters()[block];
		double[] errors = new double[steps];
		double[] ahead = new double[this.options.context() + steps];
		this.targets.each(this.bounds[block], this.bounds[block + 1], Math.max(1, stride), (values, at) -> {
			if (steps == 1) {
				errors[0] = values[at] - forecaster.next(values, at);
			}
			else {
				ahead(forecaster, values, at, ahead);
				for (int step = 0; step < steps; step++) {
					errors[step] = values[at + step] - ahead[this.options.context() + step];
				}
			}
			sink.take(values, at, errors);
		});
	}

	/** Forecasts several steps, each from those before it. */
	private void ahead(Forecaster forecaster, double[] values, int at, double[] ahead) {
		int context = this.options.context();
		System.arraycopy(values, at - context, ahead, 0, context);
		for (int step = context; step < ahead.length; step++) {
			ahead[step] = forecaster.next(ahead, step);
		}
	}

	/** The mean square that the fit on everything leaves, one step ahead. */
	double loss(Trial trial) {
		ForecastErrors.Tally tally = new ForecastErrors.Tally();
		this.targets.each(0, this.targets.count(), 1,
				(values, at) -> tally.add(values[at] - trial.whole().next(values, at)));
		return tally.meanSquare();
	}

	/** How much values change from one to the next, of those that the test is not of. */
	double change(RegularSeries series) {
		ForecastErrors.Tally tally = new ForecastErrors.Tally();
		int left = (int) (FITTED * series.points());
		for (GridRun run : series.runs()) {
			for (int i = 1; i < Math.min(run.length(), left); i++) {
				tally.add(run.values()[i] - run.values()[i - 1]);
			}
			left -= run.length();
		}
		return tally.mean();
	}

	/** Takes the errors of one forecast. */
	interface Sink {

		void take(double[] values, int at, double[] errors);

	}

}
