package io.exoscout.trainer;

import io.exoscout.model.Calibration;
import io.exoscout.model.Forests;

/**
 * The model of one fold, which knows nothing of the fold's stars.
 *
 * @param forests how it scores
 * @param calibration fitted on its training rows only
 */
record FoldModel(Forests forests, Calibration calibration) {

	/**
	 * Scores one feature vector.
	 * @param vector one value per feature, {@code NaN} where it is missing
	 * @param probabilities receives one calibrated probability per class
	 */
	void predict(float[] vector, double[] probabilities) {
		this.forests.predict(vector, probabilities);
		this.calibration.apply(probabilities);
	}

}
