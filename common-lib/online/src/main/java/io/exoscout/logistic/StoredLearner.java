package io.exoscout.logistic;

import java.util.List;

import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;

/** A model that was trained before: it is judged by the labels, and learns nothing. */
final class StoredLearner extends StreamLearner {

	private final StreamScorer scorer;

	StoredLearner(StreamScorer scorer) {
		this.scorer = scorer;
	}

	@Override
	public double probability(double[] values) {
		return probability("", "", values);
	}

	@Override
	public double probability(String id, String key, double[] values) {
		double probability = this.scorer.probability(id, key, values);
		if (probability < 0 || probability > 1) {
			throw new IllegalStateException("the stored model gives " + probability + " as a probability");
		}
		return probability;
	}

	@Override
	public void learn(double[] values, boolean positive) {
		// it knows what it knows
	}

	@Override
	public List<Double> weights() {
		return List.of();
	}

	@Override
	public void write(StateWriter state) {
		// its model is kept elsewhere, by the id of its job
	}

	@Override
	public void read(StateReader state) {
		// nothing was written
	}

}
