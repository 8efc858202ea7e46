package io.exoscout.cleaning;

import java.util.Arrays;

import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;

/** What the last events of one key had, in the order they came. */
final class LagQueue {

	private final int width;

	/** Row by event, the oldest to be overwritten next. */
	private final double[] rows;

	private final int lag;

	private long count;

	LagQueue(int lag, int width) {
		this.lag = lag;
		this.width = width;
		this.rows = new double[lag * width];
		Arrays.fill(this.rows, Double.NaN);
	}

	/**
	 * Copies what the event had that many before the one to come; NaN if there was none.
	 */
	void oldest(double[] into, int at) {
		System.arraycopy(this.rows, (int) (this.count % this.lag) * this.width, into, at, this.width);
	}

	void add(double[] from, int at) {
		System.arraycopy(from, at, this.rows, (int) (this.count++ % this.lag) * this.width, this.width);
	}

	void write(StateWriter state) {
		state.putCount(this.count);
		state.putDoubles(this.rows);
	}

	void read(StateReader state) {
		this.count = state.getCount();
		state.getDoubles(this.rows);
	}

}
