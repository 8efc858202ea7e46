package io.exoscout.predictor.scoring;

import io.exoscout.explanation.Explainer;
import io.exoscout.explanation.Parts;
import io.exoscout.explanation.ScoreUnit;
import io.exoscout.model.TrainedModel;
import org.jspecify.annotations.Nullable;

/** A model as it was trained, for rows that have all it looks at. */
record WholeModel(TrainedModel model) implements RowModel {

	@Override
	public void predict(float[][] vectors, double[][] probabilities) {
		this.model.predict(vectors, probabilities);
	}

	@Override
	public Parts parts(float[][] vectors, int output, @Nullable ScoreUnit unit, Runnable meanwhile) {
		return new Explainer(this.model.forests(), this.model.manifest().calibrator()).parts(vectors, output, unit,
				meanwhile);
	}

	@Override
	public double information() {
		return 1;
	}

	@Override
	public double accuracy() {
		return this.model.manifest().metrics().getOrDefault("accuracy", Double.NaN);
	}

}
