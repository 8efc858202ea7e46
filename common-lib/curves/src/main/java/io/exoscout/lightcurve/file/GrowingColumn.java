package io.exoscout.lightcurve.file;

import java.util.Arrays;

/** Numbers that come one after the other. */
final class GrowingColumn {

	private double[] values = new double[1 << 12];

	private int size;

	void add(double value) {
		if (this.size == this.values.length) {
			this.values = Arrays.copyOf(this.values, this.size + (this.size >> 1));
		}
		this.values[this.size++] = value;
	}

	double get(int at) {
		return this.values[at];
	}

	int size() {
		return this.size;
	}

	double[] toArray() {
		return Arrays.copyOf(this.values, this.size);
	}

}
