package io.exoscout.fitting;

import java.util.Arrays;

import io.exoscout.forest.Forests;
import io.exoscout.model.Calibration;

/**
 * A model for rows of which some features are not known, fitted to what is left of the
 * training rows without these features (reduced-feature models, Saar-Tsechansky &amp;
 * Provost 2007).
 *
 * @param features places of the features it looks at in the whole feature vector
 * @param forests how it scores
 * @param calibration of its scores
 * @param skill what it is worth, out of fold
 * @param information how much of what the whole model knows of the classes is left, from
 * 0 to 1: by how much it lowers the log loss below that of the base rates, compared with
 * the whole model; out of fold
 */
public record ReducedModel(int[] features, Forests forests, Calibration calibration, Skill skill, double information) {

	/**
	 * Scores rows.
	 * @param vectors whole feature vectors
	 * @param probabilities receives one calibrated probability per class for each row
	 */
	public void predict(float[][] vectors, double[][] probabilities) {
		this.forests.predict(known(vectors), probabilities);
		for (double[] row : probabilities) {
			this.calibration.apply(row);
		}
	}

	/** The features it looks at out of whole feature vectors. */
	public float[][] known(float[][] vectors) {
		return Arrays.stream(vectors).map(this::known).toArray(float[][]::new);
	}

	private float[] known(float[] vector) {
		float[] known = new float[this.features.length];
		for (int f = 0; f < known.length; f++) {
			known[f] = vector[this.features[f]];
		}
		return known;
	}

	/** Memory it takes. */
	public long bytes() {
		return this.forests.memory() + (long) this.features.length * Integer.BYTES;
	}

}
