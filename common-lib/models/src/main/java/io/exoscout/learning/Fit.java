package io.exoscout.learning;

import io.exoscout.forest.Forest;
import io.exoscout.forest.Forests;
import org.jspecify.annotations.Nullable;

/**
 * A fitted model.
 *
 * @param forests the model
 * @param gain what the splits on each feature gained in the loss, summed over all trees
 * @param original the model in the form of the library that fitted it, as gzip;
 * {@code null} unless it was to be kept and there is such a form
 */
public record Fit(Forests forests, double[] gain, byte @Nullable [] original) {

	public Fit(Forests forests, double[] gain) {
		this(forests, gain, null);
	}

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

	/**
	 * Scores some rows.
	 * @param samples the table they are in
	 * @param rows which ones
	 * @param scores {@code scores[row]} receives the probabilities of the classes
	 * @param monitor may stop this
	 */
	public void score(Samples samples, int[] rows, double[][] scores, FitMonitor monitor) {
		float[] vector = new float[samples.features().size()];
		for (int row : rows) {
			monitor.checkStopped();
			samples.copyRow(row, vector);
			scores[row] = new double[samples.classNames().size()];
			this.forests.predict(vector, scores[row]);
		}
	}

}
