package io.exoscout.logistic;

import java.util.List;
import java.util.stream.DoubleStream;

import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;

/**
 * Logistic regression by stochastic gradient descent (Robbins and Monro 1951, Annals of
 * Mathematical Statistics 22, 400), on values scaled by what was seen so far. An event is
 * predicted by the scale before it, and learned from by the scale with it: the semantics
 * of {@code StandardScaler() | LogisticRegression(SGD(rate))} in River, whose
 * probabilities these are.
 */
final class SgdLearner extends StreamLearner {

	private final double rate;

	private final double interceptRate;

	private final double l2;

	private final RunningScale scale;

	private final double[] weights;

	private final double[] scaled;

	private double intercept;

	SgdLearner(StreamModel choice, int inputs) {
		this.rate = choice.rate();
		this.interceptRate = choice.interceptRate();
		this.l2 = choice.l2();
		this.scale = new RunningScale(inputs);
		this.weights = new double[inputs];
		this.scaled = new double[inputs];
	}

	@Override
	public double probability(double[] values) {
		return sigmoid(margin(values));
	}

	private double margin(double[] values) {
		double sum = 0;
		for (int i = 0; i < this.weights.length; i++) {
			double scaledValue = this.scale.scaled(i, values[i]);
			this.scaled[i] = scaledValue;
			sum += this.weights[i] * scaledValue;
		}
		return sum + this.intercept;
	}

	@Override
	public void learn(double[] values, boolean positive) {
		this.scale.learn(values);
		double gradient = gradient(margin(values), positive);
		this.intercept -= this.interceptRate * gradient;
		for (int i = 0; i < this.weights.length; i++) {
			if (values[i] == values[i]) {
				this.weights[i] -= this.rate * (gradient * this.scaled[i] + this.l2 * this.weights[i]);
			}
		}
	}

	@Override
	public List<Double> weights() {
		return DoubleStream.concat(DoubleStream.of(this.weights), DoubleStream.of(this.intercept)).boxed().toList();
	}

	@Override
	public void write(StateWriter state) {
		this.scale.write(state);
		state.putDoubles(this.weights);
		state.putDouble(this.intercept);
	}

	@Override
	public void read(StateReader state) {
		this.scale.read(state);
		state.getDoubles(this.weights);
		this.intercept = state.getDouble();
	}

}
