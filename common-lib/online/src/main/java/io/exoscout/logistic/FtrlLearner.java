package io.exoscout.logistic;

import java.util.ArrayList;
import java.util.List;

import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;

/**
 * Logistic regression by following the regularised leader, with a rate per weight
 * (McMahan and others 2013, KDD '13, 1222, algorithm 1), on values scaled by what was
 * seen so far. The intercept is one more weight, of a value that is always 1, without a
 * penalty.
 */
final class FtrlLearner extends StreamLearner {

	private final StreamModel choice;

	private final RunningScale scale;

	private final double[] sums;

	private final double[] squares;

	private final double[] scaled;

	FtrlLearner(StreamModel choice, int inputs) {
		this.choice = choice;
		this.scale = new RunningScale(inputs);
		this.sums = new double[inputs + 1];
		this.squares = new double[inputs + 1];
		this.scaled = new double[inputs + 1];
		this.scaled[inputs] = 1;
	}

	@Override
	public double probability(double[] values) {
		return sigmoid(margin(values));
	}

	private double margin(double[] values) {
		double sum = weight(values.length);
		for (int i = 0; i < values.length; i++) {
			this.scaled[i] = this.scale.scaled(i, values[i]);
			sum += weight(i) * this.scaled[i];
		}
		return sum;
	}

	private double weight(int input) {
		boolean intercept = input == this.sums.length - 1;
		double l1 = intercept ? 0 : this.choice.l1();
		double sum = this.sums[input];
		if (sum == 0 || Math.abs(sum) <= l1) {
			return 0;
		}
		double slowness = (this.choice.beta() + Math.sqrt(this.squares[input])) / this.choice.rate();
		return -(sum - Math.copySign(l1, sum)) / (slowness + (intercept ? 0 : this.choice.l2()));
	}

	@Override
	public void learn(double[] values, boolean positive) {
		this.scale.learn(values);
		double gradient = gradient(margin(values), positive);
		for (int i = 0; i < this.sums.length; i++) {
			double part = gradient * this.scaled[i];
			double after = this.squares[i] + part * part;
			double rate = (Math.sqrt(after) - Math.sqrt(this.squares[i])) / this.choice.rate();
			this.sums[i] += part - rate * weight(i);
			this.squares[i] = after;
		}
	}

	@Override
	public List<Double> weights() {
		List<Double> weights = new ArrayList<>();
		for (int i = 0; i < this.sums.length; i++) {
			weights.add(weight(i));
		}
		return weights;
	}

	@Override
	public void write(StateWriter state) {
		this.scale.write(state);
		state.putDoubles(this.sums);
		state.putDoubles(this.squares);
	}

	@Override
	public void read(StateReader state) {
		this.scale.read(state);
		state.getDoubles(this.sums);
		state.getDoubles(this.squares);
	}

}
