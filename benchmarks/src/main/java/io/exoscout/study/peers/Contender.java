package io.exoscout.study.peers;

import java.io.IOException;

import io.exoscout.fitting.OutOfFold;

/** Fits models to the same rows, columns and folds as its opponent. */
interface Contender {

	/** What it is, for the reader of the results. */
	String name();

	/**
	 * Fits the model of one fold on one thread; returns how long that took, in seconds.
	 */
	double fitOne(int fold, int seed) throws IOException;

	/**
	 * Fits the models of all folds; returns how long that took, and what the models say
	 * about rows they have not seen.
	 */
	AllFolds fitAll(int threads, int seed) throws IOException;

	/**
	 * Fits of all folds.
	 *
	 * @param seconds how long they took together, predictions not counted
	 * @param predictions out of fold, as they come from the models: not calibrated
	 */
	record AllFolds(double seconds, OutOfFold predictions) {
	}

}
