package io.exoscout.model;

import io.exoscout.forest.Forests;
import io.exoscout.neighbour.Neighbours;

/**
 * A model ready to score.
 *
 * @param manifest what it says about itself
 * @param forests how it scores, before calibration
 * @param neighbours the objects of the training table, which stand in for those that a
 * part of a table lacks; none where no feature looks at other objects
 * @param rows what it was trained on, for tables that lack some of its columns
 */
public record TrainedModel(ModelManifest manifest, Forests forests, Neighbours neighbours, TrainingRows rows) {

	/** A model that has not kept its training rows. */
	public TrainedModel(ModelManifest manifest, Forests forests, Neighbours neighbours) {
		this(manifest, forests, neighbours, TrainingRows.NONE);
	}

	/**
	 * Scores one feature vector: what the forests say, calibrated.
	 * @param values one value per feature, {@code NaN} where it is missing
	 * @param probabilities receives one probability per class; they sum to 1
	 */
	public void predict(float[] values, double[] probabilities) {
		this.forests.predict(values, probabilities);
		this.manifest.calibrator().apply(probabilities);
	}

	/**
	 * Scores many feature vectors: what the forests say, calibrated.
	 * @param vectors one value per feature for each row, {@code NaN} where it is missing
	 * @param probabilities receives one probability per class for each row; they sum to 1
	 */
	public void predict(float[][] vectors, double[][] probabilities) {
		this.forests.predict(vectors, probabilities);
		for (double[] row : probabilities) {
			this.manifest.calibrator().apply(row);
		}
	}

}
