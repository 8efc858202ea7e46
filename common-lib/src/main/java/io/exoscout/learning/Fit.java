package io.exoscout.learning;

import io.exoscout.model.Forest;
import io.exoscout.model.Forests;

/**
 * A fitted model.
 *
 * @param forests the model
 * @param gain what the splits on each feature gained in the loss, summed over all trees
 */
public record Fit(Forests forests, double[] gain) {

	public Fit(Forest forest, double[] gain) {
		this(Forests.of(forest), gain);
	}

	/** Each feature's share of the gain; all zero where no tree has a split. */
	public double[] importance() {
		double sum = 0;
		for (double one : this.gain) {
			sum += one;
		}
		double[] importance = new double[this.gain.length];
		for (int f = 0; f < importance.length; f++) {
			importance[f] = (sum > 0) ? this.gain[f] / sum : 0;
		}
		return importance;
	}

}
