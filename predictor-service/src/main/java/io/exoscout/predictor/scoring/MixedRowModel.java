package io.exoscout.predictor.scoring;

import io.exoscout.explanation.Parts;
import io.exoscout.explanation.ScoreUnit;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * For rows of which it is not sure what their blanks mean: the model that takes them for
 * what blanks were in the training table, and the one that takes nothing from them.
 *
 * @param telling takes blanks as they were in training
 * @param silent takes nothing from them
 * @param weight of the first, from 0 to 1
 */
record MixedRowModel(RowModel telling, RowModel silent, double weight) implements RowModel {

	@Override
	public void predict(float[][] vectors, double[][] probabilities) {
		double[][] others = Arrays.stream(probabilities).map(double[]::clone).toArray(double[][]::new);
		this.telling.predict(vectors, probabilities);
		this.silent.predict(vectors, others);
		for (int i = 0; i < others.length; i++) {
			for (int c = 0; c < others[i].length; c++) {
				probabilities[i][c] = this.weight * probabilities[i][c] + (1 - this.weight) * others[i][c];
			}
		}
	}

	@Override
	public Parts parts(float[][] vectors, int output, @Nullable ScoreUnit unit, Runnable meanwhile) {
		if (unit == null) {
			// scores before calibration have no mean: the one that has more of a say
			return ((this.weight >= 0.5) ? this.telling : this.silent).parts(vectors, output, null, meanwhile);
		}
		Parts parts = this.telling.parts(vectors, output, ScoreUnit.PROBABILITY, meanwhile)
			.mixed(this.weight, this.silent.parts(vectors, output, ScoreUnit.PROBABILITY, meanwhile));
		return (unit == ScoreUnit.LOG_ODDS) ? parts.logOdds() : parts;
	}

	@Override
	public double information() {
		return this.weight * this.telling.information() + (1 - this.weight) * this.silent.information();
	}

	@Override
	public double accuracy() {
		return this.weight * this.telling.accuracy() + (1 - this.weight) * this.silent.accuracy();
	}

	@Override
	public boolean tellsNothing() {
		return this.silent.tellsNothing() && this.weight * this.telling.information() < LEAST;
	}

}
