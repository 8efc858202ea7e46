package io.exoscout.predictor.scoring;

import java.util.Arrays;

import io.exoscout.model.TrainedModel;

/** What is left to say of a row of which nothing is known: how common the classes are. */
record BaseRates(TrainedModel model) implements RowModel {

	@Override
	public void predict(float[] vector, double[] probabilities) {
		Arrays.fill(probabilities, 0);
		int[] labels = this.model.rows().labels();
		for (int label : labels) {
			probabilities[label] += 1.0 / labels.length;
		}
		if (labels.length == 0) {
			Arrays.fill(probabilities, 1.0 / probabilities.length);
		}
	}

	@Override
	public double[][] contributions(float[][] vectors, int output, Runnable meanwhile) {
		return new double[vectors.length][this.model.forests().features()];
	}

	@Override
	public double information() {
		return 0;
	}

	@Override
	public double accuracy() {
		double[] probabilities = new double[this.model.forests().classes()];
		predict(new float[0], probabilities);
		return Arrays.stream(probabilities).max().orElse(Double.NaN);
	}

}
