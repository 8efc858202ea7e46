package io.exoscout.series;

import java.util.Arrays;

/**
 * Sums of squares and products of inputs and target, from which a linear fit follows
 * whenever it is asked for: rows are looked at once, however many fits there are.
 */
final class NormalEquations {

	private final int width;

	/** Of inputs, one, and the target; the lower triangle. */
	private final double[][] sums;

	private final double[] row;

	private long count;

	NormalEquations(int width) {
		this.width = width;
		this.sums = new double[width + 2][];
		Arrays.setAll(this.sums, (i) -> new double[i + 1]);
		this.row = new double[width + 2];
		this.row[width] = 1;
	}

	/** Where the inputs of the next row go; {@link #add} takes them. */
	double[] inputs() {
		return this.row;
	}

	void add(double target) {
		this.row[this.width + 1] = target;
		for (int i = 0; i < this.row.length; i++) {
			double[] line = this.sums[i];
			double factor = this.row[i];
			for (int j = 0; j <= i; j++) {
				line[j] += factor * this.row[j];
			}
		}
		this.count++;
	}

	long count() {
		return this.count;
	}

	/**
	 * Ridge regression in closed form (Hoerl and Kennard 1970). The intercept is not
	 * shrunk.
	 * @param penalty in units of the mean variance of the inputs; above 0
	 * @return weights, and the intercept behind them
	 */
	double[] ridge(double penalty) {
		return ridge(this.width, penalty);
	}

	/** The same of the first inputs only. */
	double[] ridge(int inputs, double penalty) {
		double[][] matrix = new double[inputs][inputs];
		double[] right = new double[inputs];
		double trace = 0;
		for (int i = 0; i < inputs; i++) {
			for (int j = 0; j <= i; j++) {
				matrix[i][j] = covariance(i, j);
			}
			right[i] = covariance(this.width + 1, i);
			trace += matrix[i][i];
		}
		if (!(trace > 0)) {
			return withIntercept(new double[inputs]);
		}
		for (int i = 0; i < inputs; i++) {
			matrix[i][i] += penalty * trace / inputs;
		}
		return withIntercept(new Cholesky(matrix).solve(right));
	}

	/**
	 * The old neuron: plain gradient descent on the mean square, inputs and target
	 * standardised. Since only sums are needed, a pass over the rows costs no more than
	 * one over the inputs.
	 * @param epochs how many steps down
	 * @param rate how far each goes
	 * @return weights, and the intercept behind them
	 */
	double[] descent(int epochs, double rate) {
		double[] spread = new double[this.width];
		Arrays.setAll(spread, (i) -> Math.sqrt(Math.max(0, covariance(i, i))));
		double target = Math.sqrt(Math.max(0, covariance(this.width + 1, this.width + 1)));
		double[][] correlation = new double[this.width][this.width];
		double[] right = new double[this.width];
		for (int i = 0; i < this.width; i++) {
			for (int j = 0; j < this.width; j++) {
				correlation[i][j] = ratio(covariance(Math.max(i, j), Math.min(i, j)), spread[i] * spread[j]);
			}
			right[i] = ratio(covariance(this.width + 1, i), spread[i] * target);
		}
		double[] weights = descend(correlation, right, epochs, rate);
		for (int i = 0; i < this.width; i++) {
			weights[i] = ratio(weights[i] * target, spread[i]);
		}
		return withIntercept(weights);
	}

	private static double[] descend(double[][] correlation, double[] right, int epochs, double rate) {
		double[] weights = new double[right.length];
		double[] slope = new double[right.length];
		for (int epoch = 0; epoch < epochs; epoch++) {
			for (int i = 0; i < weights.length; i++) {
				slope[i] = -right[i];
				for (int j = 0; j < weights.length; j++) {
					slope[i] += correlation[i][j] * weights[j];
				}
			}
			for (int i = 0; i < weights.length; i++) {
				weights[i] -= rate * slope[i];
			}
		}
		return weights;
	}

	/** The sum of squares that weights and intercept leave of the target's. */
	double rest(double[] fit) {
		double rest = covariance(this.width + 1, this.width + 1);
		for (int i = 0; i < fit.length - 1; i++) {
			rest -= 2 * fit[i] * covariance(this.width + 1, i);
			for (int j = 0; j < fit.length - 1; j++) {
				rest += fit[i] * fit[j] * covariance(Math.max(i, j), Math.min(i, j));
			}
		}
		return Math.max(0, rest);
	}

	private double[] withIntercept(double[] weights) {
		double intercept = mean(this.width + 1);
		for (int i = 0; i < weights.length; i++) {
			intercept -= weights[i] * mean(i);
		}
		double[] fit = Arrays.copyOf(weights, weights.length + 1);
		fit[weights.length] = intercept;
		return fit;
	}

	private double covariance(int i, int j) {
		return this.sums[i][j] - sum(i) * sum(j) / this.count;
	}

	private double mean(int i) {
		return sum(i) / this.count;
	}

	private double sum(int i) {
		return (i < this.width) ? this.sums[this.width][i] : this.sums[i][this.width];
	}

	private static double ratio(double value, double by) {
		return (by > 0) ? value / by : 0;
	}

}
