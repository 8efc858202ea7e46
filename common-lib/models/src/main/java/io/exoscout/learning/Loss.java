package io.exoscout.learning;

import io.exoscout.forest.Link;
import io.exoscout.forest.Softmax;

/**
 * The log loss of a set of rows, for boosting: two classes share one output (log-odds of
 * the second), more have one each.
 */
final class Loss {

	private static final double RARE = 1e-6;

	private static final double FLAT = 1e-16;

	private final TrainingSet set;

	private final double[] base;

	private final double[] probabilities;

	Loss(TrainingSet set) {
		this.set = set;
		this.base = base(set.classCounts(), set.size());
		this.probabilities = new double[this.base.length];
	}

	Link link() {
		return (this.base.length == 1) ? Link.LOGISTIC : Link.SOFTMAX;
	}

	/** The score of each output before the first round: what the class shares say. */
	double[] base() {
		return this.base;
	}

	/**
	 * How much of a Newton step is right, given that the outputs share one constraint.
	 */
	double damping() {
		int classes = this.set.classes();
		return (this.base.length == 1) ? 1 : (classes - 1.0) / classes;
	}

	/**
	 * Derivatives of the loss at every row.
	 * @param scores {@code scores[output][row]}
	 * @param gradients receives the first ones, same shape
	 * @param hessians receives the second ones, same shape
	 */
	void derive(double[][] scores, double[][] gradients, double[][] hessians) {
		for (int row = 0; row < this.set.size(); row++) {
			probabilities(scores, row);
			int label = this.set.label(row);
			for (int k = 0; k < this.base.length; k++) {
				double p = this.probabilities[k];
				boolean hit = (this.base.length == 1) ? label == 1 : label == k;
				gradients[k][row] = p - (hit ? 1 : 0);
				hessians[k][row] = Math.max(p * (1 - p), FLAT);
			}
		}
	}

	private void probabilities(double[][] scores, int row) {
		if (this.base.length == 1) {
			this.probabilities[0] = Softmax.logistic(scores[0][row]);
			return;
		}
		for (int k = 0; k < scores.length; k++) {
			this.probabilities[k] = scores[k][row];
		}
		Softmax.apply(this.probabilities);
	}

	private static double[] base(int[] counts, int rows) {
		if (counts.length == 2) {
			double share = Math.min(Math.max((double) counts[1] / rows, RARE), 1 - RARE);
			return new double[] { Math.log(share / (1 - share)) };
		}
		double[] base = new double[counts.length];
		for (int k = 0; k < base.length; k++) {
			base[k] = Math.log(Math.max((double) counts[k] / rows, RARE));
		}
		return base;
	}

}
