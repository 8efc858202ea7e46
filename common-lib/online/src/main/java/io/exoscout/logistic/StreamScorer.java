package io.exoscout.logistic;

/**
 * A model that is asked and does not learn: the port behind which a trained forest
 * stands.
 */
@FunctionalInterface
public interface StreamScorer {

	/**
	 * Scores one event.
	 * @param values its features in the order of the stream's inputs; missing ones are
	 * NaN. Not to be kept or changed
	 * @return the probability of the positive label, 0 to 1
	 */
	double probability(double[] values);

}
