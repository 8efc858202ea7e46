package io.exoscout.study.peers;

import java.io.IOException;
import java.util.Map;

import io.exoscout.fitting.Folds;
import io.exoscout.fitting.OutOfFold;
import io.exoscout.learning.Samples;
import tools.jackson.databind.JsonNode;

/**
 * A peer of one of our learners, with the same settings. Counted is its whole
 * {@code fit}, but not filling in missing values.
 *
 * @param name of the library's class
 * @param peers the process it lives in
 * @param algorithm of ours that it is a peer of
 * @param settings in our names, as the script takes them
 * @param samples the rows
 * @param folds how they are dealt out
 */
record Peer(String name, Peers peers, String algorithm, Map<String, ?> settings, Samples samples,
		Folds folds) implements Contender {

	@Override
	public double fitOne(int fold, int seed) throws IOException {
		return this.peers.fit(this.algorithm, this.settings, fold, 1, seed).required("seconds").doubleValue();
	}

	/** One fold after the other, each with all threads. */
	@Override
	public AllFolds fitAll(int threads, int seed) throws IOException {
		double seconds = 0;
		double[][] probabilities = new double[this.samples.size()][];
		for (int fold = 0; fold < this.folds.count(); fold++) {
			JsonNode fitted = this.peers.fit(this.algorithm, this.settings, fold, threads, seed + fold);
			seconds += fitted.required("seconds").doubleValue();
			int[] rows = this.folds.tested(fold);
			for (int i = 0; i < rows.length; i++) {
				double planet = fitted.required("probabilities").required(i).doubleValue();
				probabilities[rows[i]] = new double[] { 1 - planet, planet };
			}
		}
		return new AllFolds(seconds, new OutOfFold(this.samples.labels(), probabilities));
	}

}
