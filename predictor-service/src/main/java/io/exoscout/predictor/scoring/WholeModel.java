package io.exoscout.predictor.scoring;

import io.exoscout.model.TrainedModel;

/** A model as it was trained, for rows that have all it looks at. */
record WholeModel(TrainedModel model) implements RowModel {

	@Override
	public void predict(float[][] vectors, double[][] probabilities) {
		this.model.predict(vectors, probabilities);
	}

	@Override
	public double[][] contributions(float[][] vectors, int output, Runnable meanwhile) {
		return this.model.forests().contributions(vectors, output, meanwhile);
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
