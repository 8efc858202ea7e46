package io.exoscout.explanation;

import java.util.Arrays;

import io.exoscout.forest.Forests;
import io.exoscout.forest.Softmax;
import io.exoscout.integral.StraightLine;
import io.exoscout.model.Calibration;
import org.jspecify.annotations.Nullable;

/**
 * Explains a model's scores: by exact Shapley values on the forest's own scale, and,
 * where a unit is asked for, carried over from there along the straight line to what is
 * shown, calibration included. For two classes that multiplies all parts by one number,
 * so that they stay in the proportions of the Shapley values.
 *
 * @param forests how it scores
 * @param calibration of its scores
 * @param unknown features that are not known of any row
 */
public record Explainer(Forests forests, Calibration calibration, boolean[] unknown) {

	/** A model that knows all its features. */
	public Explainer(Forests forests, Calibration calibration) {
		this(forests, calibration, new boolean[forests.features()]);
	}

	/**
	 * Explains rows.
	 * @param vectors one value per feature for each row, {@code NaN} where it is missing
	 * @param output the class whose score is explained
	 * @param unit of the parts, or {@code null} for the forest's own scale before
	 * calibration
	 * @param meanwhile called every few milliseconds; may end it with an exception
	 * @return parts that add up to the log-odds of the calibrated probability or to
	 * itself; without a unit to the score before calibration
	 */
	public Parts parts(float[][] vectors, int output, @Nullable ScoreUnit unit, Runnable meanwhile) {
		if (unit == null) {
			double[] base = new double[vectors.length];
			Arrays.fill(base, this.forests.average(output));
			return new Parts(own(), base, contributions(vectors, output, meanwhile));
		}
		Parts parts = probabilities(vectors, output, meanwhile);
		return (unit == ScoreUnit.LOG_ODDS) ? parts.logOdds() : parts;
	}

	private ScoreUnit own() {
		return ScoreUnit.of(this.forests.contributionUnit()).orElseThrow();
	}

	private double[][] contributions(float[][] vectors, int output, Runnable meanwhile) {
		return this.forests.contributions(vectors, this.unknown, output, meanwhile);
	}

	private Parts probabilities(float[][] vectors, int output, Runnable meanwhile) {
		int classes = this.forests.classes();
		double[] average = new double[classes];
		double[][][] toScores = new double[classes][][];
		for (int k = 0; k < classes; k++) {
			if (classes == 2 && k == 0 && !this.forests.softmax()) {
				// of two classes the second one has the score
				toScores[k] = new double[vectors.length][this.forests.features()];
			}
			else {
				average[k] = this.forests.average(k);
				toScores[k] = contributions(vectors, k, meanwhile);
			}
		}
		Calibrated target = new Calibrated(output);
		StraightLine line = new StraightLine(average, target);
		double[] base = new double[vectors.length];
		Arrays.fill(base, target.at(average, new double[classes]));
		double[][] contributions = new double[vectors.length][];
		for (int row = 0; row < contributions.length; row++) {
			int number = row;
			contributions[row] = line
				.carry(Arrays.stream(toScores).map((ofClass) -> ofClass[number]).toArray(double[][]::new));
			meanwhile.run();
		}
		return new Parts(ScoreUnit.PROBABILITY, base, contributions);
	}

	/** The calibrated probability of a class, by the scores that contributions are to. */
	private final class Calibrated implements StraightLine.OfScores {

		private final int output;

		private Calibrated(int output) {
			this.output = output;
		}

		@Override
		public double at(double[] scores, double[] slopes) {
			boolean logOdds = own() == ScoreUnit.LOG_ODDS;
			double[] raw = scores.clone();
			if (logOdds) {
				Softmax.apply(raw);
			}
			else if (raw.length == 2) {
				raw[0] = 1 - raw[1];
			}
			double[] shown = raw.clone();
			Explainer.this.calibration.apply(shown);
			double[] byRaw = byRaw(raw, shown);
			double mean = 0;
			for (int k = 0; k < raw.length; k++) {
				mean += raw[k] * byRaw[k];
			}
			for (int k = 0; k < raw.length; k++) {
				slopes[k] = logOdds ? raw[k] * (byRaw[k] - mean) : byRaw[k];
			}
			if (!logOdds && raw.length == 2) {
				slopes[1] -= slopes[0];
				slopes[0] = 0;
			}
			return shown[this.output];
		}

		/** The derivative of what is shown by each probability before calibration. */
		private double[] byRaw(double[] raw, double[] shown) {
			double[] slopes = new double[raw.length];
			boolean none = Explainer.this.calibration.offsets().isEmpty();
			for (int k = 0; k < raw.length; k++) {
				double same = (k == this.output) ? 1 : 0;
				slopes[k] = none ? same : shown[this.output] * (same - shown[k]) * Explainer.this.calibration.slope()
						/ (raw[k] + Calibration.FLOOR);
			}
			return slopes;
		}

	}

}
