package io.exoscout.series;

import java.util.Arrays;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;

/**
 * What is left of a series when all that can be told from the values before is taken
 * away: the residuals of an autoregression, as in the first stage of the AutoRegressive
 * Planet Search (Caceres et al. 2019). Gaps stay gaps, and nothing is told across them. A
 * transit becomes a spike where it begins, and one of the other sign where it ends.
 *
 * @param order how many values before count
 * @param weights of these, the newest first
 * @param mean about which the series swings
 * @param residuals one for each point as it was given, in the unit of the values;
 * {@code NaN} where there is no value, or not enough of them before it
 * @param whitened how many residuals there are
 * @param scatter of the values that have a residual: their standard deviation
 * @param left the standard deviation of the residuals
 * @param correlation of the values with those one step before
 * @param correlationLeft the same of the residuals; near 0 where they are white
 */
public record Whitening(int order, double[] weights, double mean, double[] residuals, int whitened, double scatter,
		double left, double correlation, double correlationLeft) {

	/** The largest order that is tried where none is asked for. */
	public static final int TRIED = 20;

	/** Only against columns that are the same. */
	private static final double PENALTY = 1e-9;

	/** So many values for each weight. */
	private static final int ROWS = 5;

	/**
	 * Whitens a series.
	 * @param series on its grid
	 * @param points how many points there were, with a value or not
	 * @param asked the order, or 0 for the one with the least information criterion
	 * (Akaike 1974)
	 */
	public static Whitening of(RegularSeries series, int points, int asked) {
		int most = (asked > 0) ? asked : Math.max(1, Math.min(TRIED, series.longest() / ROWS));
		double level = Arrays.stream(series.newest().values()).average().orElse(0);
		NormalEquations sums = new NormalEquations(most);
		Lags lags = new Lags(ForecastMethod.RIDGE, most, 0, level);
		Targets targets = new Targets(series.runs(), most, 1);
		if (targets.count() < ROWS * (most + 1)) {
			throw new ProblemException(ErrorCode.TOO_FEW_POINTS,
					"The series has %d values with %d before them in the same run; an autoregression of order %d needs %d, which %d consecutive values are enough for."
						.formatted(targets.count(), most, most, ROWS * (most + 1), ROWS * (most + 1) + most));
		}
		targets.each(0, targets.count(), 1, (values, at) -> {
			lags.write(values, at, sums.inputs());
			sums.add(values[at] - level);
		});
		int order = (asked > 0) ? asked : best(sums, most);
		double[] fit = sums.ridge(order, PENALTY);
		double[] weights = Arrays.copyOf(fit, order);
		double share = 1 - Arrays.stream(weights).sum();
		double mean = (Math.abs(share) > 1e-6) ? level + fit[order] / share : level;
		return new Residuals(series, new LinearForecast(new Lags(ForecastMethod.RIDGE, order, 0, level), fit), points)
			.toWhitening(order, weights, mean);
	}

	private static int best(NormalEquations sums, int most) {
		int best = 1;
		double least = Double.POSITIVE_INFINITY;
		for (int order = 1; order <= most; order++) {
			double rest = sums.rest(sums.ridge(order, PENALTY)) / sums.count();
			double criterion = sums.count() * Math.log(Math.max(rest, Double.MIN_NORMAL)) + 2.0 * order;
			if (criterion < least) {
				least = criterion;
				best = order;
			}
		}
		return best;
	}

	/** Takes away what is told by the values before. */
	private static final class Residuals {

		private final double[] residuals;

		private final Swing before = new Swing();

		private final Swing after = new Swing();

		Residuals(RegularSeries series, LinearForecast forecast, int points) {
			this.residuals = new double[points];
			Arrays.fill(this.residuals, Double.NaN);
			int order = forecast.lags().window();
			for (GridRun run : series.runs()) {
				this.before.begin();
				this.after.begin();
				for (int at = order; at < run.length(); at++) {
					double residual = run.values()[at] - forecast.next(run.values(), at);
					this.residuals[run.places()[at]] = residual;
					this.before.add(run.values()[at]);
					this.after.add(residual);
				}
			}
		}

		Whitening toWhitening(int order, double[] weights, double mean) {
			return new Whitening(order, weights, mean, this.residuals, this.before.count, this.before.deviation(),
					this.after.deviation(), this.before.correlation(), this.after.correlation());
		}

	}

	/** How far values swing, and how much of that the next one keeps. */
	private static final class Swing {

		private double origin = Double.NaN;

		private double last = Double.NaN;

		private int count;

		private double sum;

		private double squares;

		private int pairs;

		private double products;

		private double sides;

		private double ends;

		void begin() {
			this.last = Double.NaN;
		}

		void add(double value) {
			if (Double.isNaN(this.origin)) {
				this.origin = value;
			}
			double moved = value - this.origin;
			this.sum += moved;
			this.squares += moved * moved;
			this.count++;
			if (!Double.isNaN(this.last)) {
				this.products += moved * this.last;
				this.sides += moved + this.last;
				this.ends += (moved * moved + this.last * this.last) / 2;
				this.pairs++;
			}
			this.last = moved;
		}

		double deviation() {
			return Math.sqrt(variance());
		}

		private double variance() {
			double mean = this.sum / this.count;
			return Math.max(0, this.squares / this.count - mean * mean);
		}

		double correlation() {
			double mean = this.sum / this.count;
			double shared = this.products - mean * this.sides + this.pairs * mean * mean;
			// of the values that have a neighbour, so that it is at most 1
			double all = this.ends - mean * this.sides + this.pairs * mean * mean;
			return (all > 0) ? shared / all : 0;
		}

	}

}
