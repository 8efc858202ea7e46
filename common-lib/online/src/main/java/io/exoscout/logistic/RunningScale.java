package io.exoscout.logistic;

import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;

/**
 * Means and variances of what was seen so far, by which values are brought to mean 0 and
 * deviation 1 (Welford 1962, Technometrics 4, 419). Values without any spread become 0.
 */
final class RunningScale {

	/** Beyond this, sums of products with weights would not stay finite. */
	private static final double MOST = 1e100;

	private final double[] counts;

	private final double[] means;

	private final double[] variances;

	private final double[] deviations;

	RunningScale(int inputs) {
		this.counts = new double[inputs];
		this.means = new double[inputs];
		this.variances = new double[inputs];
		this.deviations = new double[inputs];
	}

	void learn(double[] values) {
		for (int i = 0; i < values.length; i++) {
			double value = values[i];
			if (value == value) {
				double count = ++this.counts[i];
				double before = this.means[i];
				double after = before + (value - before) / count;
				this.means[i] = after;
				double variance = this.variances[i] + ((value - before) * (value - after) - this.variances[i]) / count;
				this.variances[i] = variance;
				this.deviations[i] = Math.sqrt(variance);
			}
		}
	}

	/**
	 * A value in deviations from the mean; 0 where it is missing or there is no spread.
	 */
	double scaled(int input, double value) {
		double deviation = this.deviations[input];
		if (deviation == 0 || value != value) {
			return 0;
		}
		double scaled = (value - this.means[input]) / deviation;
		return (Math.abs(scaled) <= MOST) ? scaled : Math.copySign(MOST, scaled);
	}

	void write(StateWriter state) {
		state.putDoubles(this.counts);
		state.putDoubles(this.means);
		state.putDoubles(this.variances);
	}

	void read(StateReader state) {
		state.getDoubles(this.counts);
		state.getDoubles(this.means);
		state.getDoubles(this.variances);
		for (int i = 0; i < this.deviations.length; i++) {
			this.deviations[i] = Math.sqrt(this.variances[i]);
		}
	}

}
