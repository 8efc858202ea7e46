package io.exoscout.predictor.scoring;

import java.util.BitSet;

import io.exoscout.explanation.Explainer;
import io.exoscout.explanation.Parts;
import io.exoscout.explanation.ScoreUnit;
import io.exoscout.model.TrainedModel;
import org.jspecify.annotations.Nullable;

/**
 * A model that has kept no training rows, asked about rows that lack something: what it
 * would say on average over what is not known. Not calibrated for that, and not as good
 * as a model fitted without; better than taking what is not known for a blank.
 *
 * @param model the model
 * @param unknown what is not known, by the feature's place
 * @param information how much is there
 */
record ExpectedRowModel(TrainedModel model, boolean[] unknown, double information) implements RowModel {

	static ExpectedRowModel of(TrainedModel model, BitSet unknown, double information) {
		boolean[] places = new boolean[model.forests().features()];
		unknown.stream().forEach((feature) -> places[feature] = true);
		return new ExpectedRowModel(model, places, information);
	}

	@Override
	public void predict(float[][] vectors, double[][] probabilities) {
		for (int i = 0; i < vectors.length; i++) {
			this.model.forests().predict(vectors[i], this.unknown, probabilities[i]);
			this.model.manifest().calibrator().apply(probabilities[i]);
		}
	}

	@Override
	public Parts parts(float[][] vectors, int output, @Nullable ScoreUnit unit, Runnable meanwhile) {
		return new Explainer(this.model.forests(), this.model.manifest().calibrator(), this.unknown).parts(vectors,
				output, unit, meanwhile);
	}

	@Override
	public double accuracy() {
		return Double.NaN;
	}

}
