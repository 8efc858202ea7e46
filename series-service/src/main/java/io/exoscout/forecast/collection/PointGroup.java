package io.exoscout.forecast.collection;

import java.util.Arrays;

/** The points of one series, as they come. */
public final class PointGroup {

	private double[] times = new double[64];

	private double[] values = new double[64];

	private int size;

	public void add(double time, double value) {
		if (this.size == this.times.length) {
			this.times = Arrays.copyOf(this.times, 2 * this.size);
			this.values = Arrays.copyOf(this.values, 2 * this.size);
		}
		this.times[this.size] = time;
		this.values[this.size++] = value;
	}

	public int size() {
		return this.size;
	}

	public double[] times() {
		return Arrays.copyOf(this.times, this.size);
	}

	/** Values, {@code NaN} where a point has none. */
	public double[] values() {
		return Arrays.copyOf(this.values, this.size);
	}

	/** The same points without those before a time. */
	PointGroup since(double time) {
		PointGroup newest = new PointGroup();
		for (int i = 0; i < this.size; i++) {
			if (this.times[i] >= time) {
				newest.add(this.times[i], this.values[i]);
			}
		}
		return newest;
	}

}
