package io.exoscout.logistic;

import org.jspecify.annotations.Nullable;

/** Models of streams, as they begin. */
public final class StreamLearners {

	private StreamLearners() {
	}

	/**
	 * A model that has seen nothing.
	 * @param choice which one
	 * @param inputs how many features it looks at
	 * @param scorer what scores, where the choice is a stored model
	 * @return the model
	 * @throws IllegalArgumentException if the choice is a stored model and there is no
	 * scorer
	 */
	public static StreamLearner of(StreamModel choice, int inputs, @Nullable StreamScorer scorer) {
		if (choice.stored()) {
			if (scorer == null) {
				throw new IllegalArgumentException("no scorer for " + choice.algorithm());
			}
			return new StoredLearner(scorer);
		}
		return choice.algorithm().equals(StreamModel.SGD) ? new SgdLearner(choice, inputs)
				: new FtrlLearner(choice, inputs);
	}

}
