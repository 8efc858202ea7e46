package io.exoscout.logistic;

import java.util.List;

import io.exoscout.problem.ProblemException;
import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;

/**
 * A model of a stream. It is asked first and told afterwards, one event at a time, by one
 * thread. Values that are NaN are missing: learners leave them out of that event.
 */
public abstract class StreamLearner {

	/** Only the models of this package. */
	StreamLearner() {
	}

	/**
	 * What it expects of an event.
	 * @param values its features
	 * @return the probability of the positive label
	 */
	public abstract double probability(double[] values);

	/**
	 * What it expects of an event, by its name as well, where that says something to it.
	 * @param id what it is called
	 * @param key whose it is
	 * @param values its features
	 * @return the probability of the positive label; NaN where nothing can be said
	 */
	public double probability(String id, String key, double[] values) {
		return probability(values);
	}

	/**
	 * Learns from an event whose label has come.
	 * @param values its features
	 * @param positive its label
	 */
	public abstract void learn(double[] values, boolean positive);

	/**
	 * What it makes of each input.
	 * @return one weight per input, of values scaled to mean 0 and deviation 1, and the
	 * intercept last; empty for a model that has no weights
	 */
	public abstract List<Double> weights();

	/** Puts all it knows. */
	public abstract void write(StateWriter state);

	/**
	 * Takes back all it knew.
	 * @throws ProblemException with {@code stored_bytes_damaged} if that can not be read
	 */
	public abstract void read(StateReader state);

	/** The logistic function, 0 or 1 where it is nearer than 1e-13 to that. */
	static double sigmoid(double margin) {
		if (margin < -30) {
			return 0;
		}
		return (margin > 30) ? 1 : 1 / (1 + Math.exp(-margin));
	}

	/** The derivative of the logarithmic loss by the margin. */
	static double gradient(double margin, boolean positive) {
		double sign = positive ? 1 : -1;
		double agreement = margin * sign;
		if (agreement > 18) {
			return -sign * Math.exp(-agreement);
		}
		return (agreement < -18) ? -sign : -sign / (Math.exp(agreement) + 1);
	}

}
