package io.exoscout.cleaning;

import java.util.Arrays;

import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;

/**
 * The median of what was seen, by five markers that are moved along (the P-square
 * algorithm: Jain and Chlamtac 1985, Communications of the ACM 28, 1076). Exact for up to
 * five values.
 */
final class MedianEstimate {

	private static final int MARKERS = 5;

	private static final double[] STEPS = { 0, 0.25, 0.5, 0.75, 1 };

	private final double[] heights = new double[MARKERS];

	private final double[] places = { 0, 1, 2, 3, 4 };

	private long count;

	void add(double value) {
		if (this.count < MARKERS) {
			this.heights[(int) this.count++] = value;
			Arrays.sort(this.heights, 0, (int) this.count);
			return;
		}
		this.count++;
		int cell = cell(value);
		for (int i = cell + 1; i < MARKERS; i++) {
			this.places[i]++;
		}
		for (int i = 1; i < MARKERS - 1; i++) {
			adjust(i);
		}
	}

	/** Between which markers it lies; the outer ones move to let it in. */
	private int cell(double value) {
		if (value < this.heights[0]) {
			this.heights[0] = value;
			return 0;
		}
		if (value >= this.heights[MARKERS - 1]) {
			this.heights[MARKERS - 1] = value;
			return MARKERS - 2;
		}
		int cell = 0;
		while (value >= this.heights[cell + 1]) {
			cell++;
		}
		return cell;
	}

	private void adjust(int i) {
		double off = STEPS[i] * (this.count - 1) - this.places[i];
		if ((off >= 1 && this.places[i + 1] - this.places[i] > 1)
				|| (off <= -1 && this.places[i - 1] - this.places[i] < -1)) {
			int step = (off > 0) ? 1 : -1;
			double parabolic = parabolic(i, step);
			boolean between = this.heights[i - 1] < parabolic && parabolic < this.heights[i + 1];
			this.heights[i] = between ? parabolic : linear(i, step);
			this.places[i] += step;
		}
	}

	private double parabolic(int i, int step) {
		double[] q = this.heights;
		double[] n = this.places;
		return q[i] + step / (n[i + 1] - n[i - 1]) * ((n[i] - n[i - 1] + step) * (q[i + 1] - q[i]) / (n[i + 1] - n[i])
				+ (n[i + 1] - n[i] - step) * (q[i] - q[i - 1]) / (n[i] - n[i - 1]));
	}

	private double linear(int i, int step) {
		return this.heights[i]
				+ step * (this.heights[i + step] - this.heights[i]) / (this.places[i + step] - this.places[i]);
	}

	/** The median; NaN of nothing. */
	double value() {
		if (this.count > MARKERS) {
			return this.heights[MARKERS / 2];
		}
		int seen = (int) this.count;
		if (seen == 0) {
			return Double.NaN;
		}
		return (this.heights[(seen - 1) / 2] + this.heights[seen / 2]) / 2;
	}

	void write(StateWriter state) {
		state.putCount(this.count);
		state.putDoubles(this.heights);
		state.putDoubles(this.places);
	}

	void read(StateReader state) {
		this.count = state.getCount();
		state.getDoubles(this.heights);
		state.getDoubles(this.places);
	}

}
