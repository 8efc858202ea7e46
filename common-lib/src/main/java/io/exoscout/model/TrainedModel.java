package io.exoscout.model;

/**
 * A model ready to score.
 *
 * @param manifest what it says about itself
 * @param forests how it scores, before calibration
 */
public record TrainedModel(ModelManifest manifest, Forests forests) {

	/**
	 * Scores one feature vector: what the forests say, calibrated.
	 * @param values one value per feature, {@code NaN} where it is missing
	 * @param probabilities receives one probability per class; they sum to 1
	 */
	public void predict(float[] values, double[] probabilities) {
		this.forests.predict(values, probabilities);
		this.manifest.calibrator().apply(probabilities);
	}

}
