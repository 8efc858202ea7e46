package io.exoscout.logistic;

/**
 * A model that is asked and does not learn: the port behind which a trained forest
 * stands.
 */
@FunctionalInterface
public interface StreamScorer {

	/**
	 * Scores one event.
	 * @param id what it is called, the parts of an id separated as the decoder does it;
	 * empty where events have no names
	 * @param key whose it is, its parts separated likewise; empty where there are no keys
	 * @param values its features in the order of the stream's inputs; missing ones are
	 * NaN. Not to be kept or changed
	 * @return the probability of the positive label, 0 to 1; NaN where the event holds
	 * too little to say anything
	 */
	double probability(String id, String key, double[] values);

}
