package io.exoscout.monitor;

import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;

/**
 * Sums up by how much numbers lie above and below their mean, and speaks when such a sum
 * has moved too far from where it was at its extreme (Page 1954, Biometrika 41, 100; with
 * the forgetting of Sebastião and Fernandes 2017, ISMIS '17, 492).
 */
public final class PageHinkley implements DriftDetector {

	private static final int FEWEST = 30;

	private static final double FORGETTING = 1 - 0.0001;

	private final double delta;

	private final double threshold;

	private long count;

	private double mean;

	private double rise;

	private double fall;

	private double lowest = Double.POSITIVE_INFINITY;

	private double highest = -1;

	private boolean drifted;

	/**
	 * Begins.
	 * @param delta what is allowed on top of the mean
	 * @param threshold how far the sum may move
	 */
	public PageHinkley(double delta, double threshold) {
		this.delta = delta;
		this.threshold = threshold;
	}

	@Override
	public boolean add(double value) {
		if (this.drifted) {
			reset();
		}
		this.count++;
		this.mean += (value - this.mean) / this.count;
		double apart = value - this.mean;
		this.rise = FORGETTING * this.rise + apart - this.delta;
		this.fall = FORGETTING * this.fall + apart + this.delta;
		this.lowest = Math.min(this.lowest, this.rise);
		this.highest = Math.max(this.highest, this.fall);
		this.drifted = this.count >= FEWEST
				&& (this.rise - this.lowest > this.threshold || this.highest - this.fall > this.threshold);
		return this.drifted;
	}

	private void reset() {
		this.count = 0;
		this.mean = 0;
		this.rise = 0;
		this.fall = 0;
		this.lowest = Double.POSITIVE_INFINITY;
		this.highest = -1;
		this.drifted = false;
	}

	@Override
	public void write(StateWriter state) {
		state.putBoolean(this.drifted);
		state.putCount(this.count);
		state.putDoubles(new double[] { this.mean, this.rise, this.fall, this.lowest, this.highest });
	}

	@Override
	public void read(StateReader state) {
		this.drifted = state.getBoolean();
		this.count = state.getCount();
		this.mean = state.getDouble();
		this.rise = state.getDouble();
		this.fall = state.getDouble();
		this.lowest = state.getDouble();
		this.highest = state.getDouble();
	}

}
