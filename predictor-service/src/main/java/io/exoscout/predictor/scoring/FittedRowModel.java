package io.exoscout.predictor.scoring;

import io.exoscout.explanation.Explainer;
import io.exoscout.explanation.Parts;
import io.exoscout.explanation.ScoreUnit;
import io.exoscout.fitting.ReducedModel;
import org.jspecify.annotations.Nullable;

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
	public Parts parts(float[][] vectors, int output, @Nullable ScoreUnit unit, Runnable meanwhile) {
		Parts found = new Explainer(this.fitted.forests(), this.fitted.calibration()).parts(this.fitted.known(vectors),
				output, unit, meanwhile);
		double[][] contributions = new double[vectors.length][this.width];
		for (int row = 0; row < contributions.length; row++) {
			for (int f = 0; f < this.fitted.features().length; f++) {
				contributions[row][this.fitted.features()[f]] = found.contributions()[row][f];
			}
		}
		return new Parts(found.unit(), found.base(), contributions);
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
