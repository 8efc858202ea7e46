package io.exoscout.predictor.scoring;

import io.exoscout.fitting.ReducedModel;

/**
 * A model that was fitted without what is not known.
 *
 * @param fitted the model
 * @param width length of the whole feature vector
 * @param information how much is there
 */
record FittedRowModel(ReducedModel fitted, int width, double information) implements RowModel {

	@Override
	public void predict(float[][] vectors, double[][] probabilities) {
		this.fitted.predict(vectors, probabilities);
	}

	@Override
	public double[][] contributions(float[][] vectors, int output, Runnable meanwhile) {
		double[][] found = this.fitted.forests().contributions(this.fitted.known(vectors), output, meanwhile);
		double[][] contributions = new double[vectors.length][this.width];
		for (int row = 0; row < found.length; row++) {
			for (int f = 0; f < found[row].length; f++) {
				contributions[row][this.fitted.features()[f]] = found[row][f];
			}
		}
		return contributions;
	}

	@Override
	public double accuracy() {
		return this.fitted.skill().accuracy();
	}

	@Override
	public boolean tellsNothing() {
		return this.information < LEAST || !this.fitted.skill().beyondBaseRate();
	}

}
