package io.exoscout.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Models a series: tries what there is, takes what forecast best, and measures it on what
 * came later. A way that has to be fitted is taken only if it beats those that need none.
 */
public final class SeriesTraining {

	private final RegularSeries series;

	private final SeriesOptions options;

	private final RollingOrigin origins;

	private final double change;

	private SeriesTraining(RegularSeries series, SeriesOptions options) {
		this.series = series;
		this.options = options;
		this.origins = new RollingOrigin(series, options);
		this.change = this.origins.change(series);
	}

	/**
	 * Models a series.
	 * @param series on its grid
	 * @param options what to model it with
	 * @return how it is forecast, and how good that is
	 * @throws io.exoscout.problem.ProblemException {@code UNUSABLE} (code
	 * {@code too_few_points}) that names how many are needed
	 */
	public static FittedSeries fit(RegularSeries series, SeriesOptions options) {
		return new SeriesTraining(series, options).fit();
	}

	private FittedSeries fit() {
		List<Trial> naive = naive();
		List<Trial> candidates = new ArrayList<>(this.options.descent() ? List.of() : naive);
		methods().forEach((method) -> candidates.addAll(this.origins.fitted(method)));
		Map<Trial, Double> validated = new HashMap<>();
		candidates.forEach((trial) -> validated.put(trial, this.origins.validated(trial)));
		// of equals the simplest, which comes first
		Trial chosen = candidates.stream().min(Comparator.comparing(validated::get)).orElseThrow();
		double restless = validated.getOrDefault(chosen, 0.0);
		Map<ForecastMethod, ForecastErrors> baselines = new EnumMap<>(ForecastMethod.class);
		naive.forEach((trial) -> baselines.put(trial.method(), tested(trial)));
		MeasuredIntervals intervals = new MeasuredIntervals(chosen, restless);
		intervals.measure();
		return new FittedSeries(this.options, this.series.step(), chosen.method(), chosen.penalty(),
				this.origins.level(), chosen.fit(), restless, intervals.factors(), this.origins.targets().count(),
				this.origins.tested(), this.origins.loss(chosen), tested(chosen), intervals.coverage(), baselines);
	}

	private List<Trial> naive() {
		List<Trial> naive = new ArrayList<>();
		naive.add(this.origins.naive(ForecastMethod.PERSISTENCE));
		if (this.options.season() > 0) {
			naive.add(this.origins.naive(ForecastMethod.SEASONAL_NAIVE));
		}
		return naive;
	}

	private List<ForecastMethod> methods() {
		if (this.options.descent()) {
			return List.of(ForecastMethod.PERCEPTRON);
		}
		List<ForecastMethod> methods = new ArrayList<>(List.of(ForecastMethod.RIDGE, ForecastMethod.RIDGE_DIFFERENCES));
		if (this.options.season() > 0) {
			methods.addAll(List.of(ForecastMethod.RIDGE_SEASONAL, ForecastMethod.RIDGE_SEASONAL_DIFFERENCES));
		}
		return methods;
	}

	private ForecastErrors tested(Trial trial) {
		ForecastErrors.Tally tally = new ForecastErrors.Tally();
		this.origins.errors(trial, RollingOrigin.BLOCKS, (values, at, errors) -> {
			for (double error : errors) {
				tally.add(error);
			}
		});
		return tally.toErrors(this.change);
	}

	/**
	 * The intervals of one way of forecasting: they learn from the errors of the blocks
	 * that decide, and are judged by those of the test, each with what is known by then.
	 */
	private final class MeasuredIntervals {

		private final Trial trial;

		private final double restless;

		private final StepWidth[] steps;

		private long held;

		private long judged;

		MeasuredIntervals(Trial trial, double restless) {
			this.trial = trial;
			this.restless = restless;
			this.steps = new StepWidth[SeriesTraining.this.options.horizon()];
			for (int step = 0; step < this.steps.length; step++) {
				this.steps[step] = new StepWidth(step);
			}
		}

		void measure() {
			for (int block = 0; block <= RollingOrigin.BLOCKS; block++) {
				boolean test = block == RollingOrigin.BLOCKS;
				SeriesTraining.this.origins.errors(this.trial, block, (values, at, errors) -> {
					double scale = FittedSeries.restlessness(values, at, SeriesTraining.this.options.window(),
							this.restless);
					for (int step = 0; step < errors.length; step++) {
						note(this.steps[step], Math.min(Double.MAX_VALUE, Math.abs(errors[step]) / scale), test);
					}
				});
			}
		}

		private void note(StepWidth step, double score, boolean test) {
			if (test) {
				boolean holds = score <= step.width.factor();
				this.held += holds ? 1 : 0;
				this.judged++;
				step.add(score, holds);
			}
			else {
				step.add(score);
			}
		}

		double coverage() {
			return (double) this.held / this.judged;
		}

		double[] factors() {
			double[] factors = new double[this.steps.length];
			for (int step = 0; step < factors.length; step++) {
				factors[step] = this.steps[step].width.factor();
			}
			return factors;
		}

	}

	/**
	 * The intervals of one step ahead. What it was wrong by is known only once that step
	 * has come, so as many errors as there are steps between have to wait.
	 */
	private static final class StepWidth {

		private final ConformalWidth width = new ConformalWidth(1 - FittedSeries.INTERVAL);

		private final double[] waiting;

		private int place;

		private int count;

		StepWidth(int between) {
			this.waiting = new double[between + 1];
		}

		void add(double score, boolean held) {
			this.width.follow(held);
			add(score);
		}

		void add(double score) {
			this.waiting[this.place] = score;
			this.place = (this.place + 1) % this.waiting.length;
			this.count++;
			if (this.count >= this.waiting.length) {
				this.width.add(this.waiting[this.place]);
			}
		}

	}

}
