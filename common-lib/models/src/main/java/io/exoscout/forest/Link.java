package io.exoscout.forest;

/** How a forest turns what its leaves say into probabilities. */
public enum Link {

	/** Every leaf holds a distribution over the classes; the forest is their mean. */
	MEAN,
	/** Two classes; the leaves' sum is the log-odds of the second one. */
	LOGISTIC,
	/** Every tree adds to the score of one class; the softmax of the scores. */
	SOFTMAX

}
