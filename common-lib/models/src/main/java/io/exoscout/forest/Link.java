package io.exoscout.forest;

/** How a forest turns what its leaves say into probabilities. */
public enum Link {

	/** Every leaf holds a distribution over the classes; the forest is their mean. */
	MEAN {
		@Override
		void apply(double[] sums, int trees) {
			for (int c = 0; c < sums.length; c++) {
				sums[c] /= trees;
			}
		}
	},
	/** Two classes; the leaves' sum is the log-odds of the second one. */
	LOGISTIC {
		@Override
		void apply(double[] sums, int trees) {
			double score = sums[0];
			sums[0] = Softmax.logistic(-score);
			sums[1] = Softmax.logistic(score);
		}
	},
	/** Every tree adds to the score of one class; the softmax of the scores. */
	SOFTMAX {
		@Override
		void apply(double[] sums, int trees) {
			Softmax.apply(sums);
		}
	};

	/**
	 * Turns sums into probabilities, in place.
	 * @param sums of what the leaves say, one for each output, and room for one of each
	 * class
	 * @param trees how many were asked
	 */
	abstract void apply(double[] sums, int trees);

}
