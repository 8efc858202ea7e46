package io.exoscout.predictor.scoring;

import java.util.Arrays;

import io.exoscout.explanation.Parts;
import io.exoscout.explanation.ScoreUnit;
import io.exoscout.model.TrainedModel;
import org.jspecify.annotations.Nullable;

/** What is left to say of a row of which nothing is known: how common the classes are. */
record BaseRates(TrainedModel model) implements RowModel {

	@Override
	public void predict(float[][] vectors, double[][] probabilities) {
		double[] rates = rates();
		for (double[] row : probabilities) {
			System.arraycopy(rates, 0, row, 0, rates.length);
		}
	}

	private double[] rates() {
		double[] rates = new double[this.model.forests().classes()];
		int[] labels = this.model.rows().labels();
		for (int label : labels) {
			rates[label] += 1.0 / labels.length;
		}
		if (labels.length == 0) {
			Arrays.fill(rates, 1.0 / rates.length);
		}
		return rates;
	}

	@Override
	public Parts parts(float[][] vectors, int output, @Nullable ScoreUnit unit, Runnable meanwhile) {
		double[] rates = new double[vectors.length];
		Arrays.fill(rates, rates()[output]);
		Parts parts = new Parts(ScoreUnit.PROBABILITY, rates,
				new double[vectors.length][this.model.forests().features()]);
		return (unit == ScoreUnit.LOG_ODDS) ? parts.logOdds() : parts;
	}

	@Override
	public double information() {
		return 0;
	}

	@Override
	public double accuracy() {
		return Arrays.stream(rates()).max().orElse(Double.NaN);
	}

}
