package io.exoscout.monitor;

/**
 * A prediction and the label that came for it, beside what those who look at nothing
 * would have said when it was made.
 */
final class JudgedLabel {

	private static final double SMALLEST = 1e-15;

	final boolean positive;

	final double probability;

	final double loss;

	final double baseProbability;

	final double baseLoss;

	final boolean lastLabel;

	/**
	 * Judges a prediction.
	 * @param probability what was predicted
	 * @param positive what came
	 * @param base how frequent the positive label had been, smoothed, so neither 0 nor 1
	 * @param last the last label known then
	 */
	JudgedLabel(double probability, boolean positive, double base, boolean last) {
		this.positive = positive;
		this.probability = probability;
		this.loss = loss(probability, positive);
		this.baseProbability = base;
		this.baseLoss = loss(base, positive);
		this.lastLabel = last;
	}

	boolean correct() {
		return (this.probability > 0.5) == this.positive;
	}

	boolean baseCorrect() {
		return (this.baseProbability > 0.5) == this.positive;
	}

	boolean lastCorrect() {
		return this.lastLabel == this.positive;
	}

	double brier() {
		return square(this.probability);
	}

	double baseBrier() {
		return square(this.baseProbability);
	}

	private double square(double said) {
		double error = said - (this.positive ? 1 : 0);
		return error * error;
	}

	private static double loss(double probability, boolean positive) {
		double said = positive ? probability : 1 - probability;
		return -Math.log(Math.max(said, SMALLEST));
	}

}
