package io.exoscout.trainer.evaluation;

import io.exoscout.forest.Forests;
import io.exoscout.model.Calibration;

/**
 * The model of one fold, which knows nothing of the fold's stars.
 *
 * @param forests how it scores
 * @param calibration fitted on its training rows only
 */
public record FoldModel(Forests forests, Calibration calibration) {

	/** Writes one calibrated probability per class. */
	public void predict(float[] vector, double[] probabilities) {
		this.forests.predict(vector, probabilities);
		this.calibration.apply(probabilities);
	}

}
