package io.exoscout.cleaning;

import java.util.Arrays;

import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;

/**
 * The values one key had, by time, as far back as a window may still reach. At most
 * 10,000: beyond that the oldest go, and whoever asks is told.
 */
final class TimeWindow {

	static final int MOST = 10_000;

	private long[] times = new long[8];

	private double[] values = new double[8];

	private int first;

	private int end;

	/**
	 * Puts a value where it belongs; of values of one time the later ones come last.
	 * @return whether an older one had to go for want of room
	 */
	boolean add(long time, double value) {
		room();
		int at = this.end++;
		while (at > this.first && this.times[at - 1] > time) {
			this.times[at] = this.times[at - 1];
			this.values[at] = this.values[at - 1];
			at--;
		}
		this.times[at] = time;
		this.values[at] = value;
		if (this.end - this.first > MOST) {
			this.first++;
			return true;
		}
		return false;
	}

	private void room() {
		if (this.end < this.times.length) {
			return;
		}
		int size = this.end - this.first;
		int capacity = (size > this.times.length / 2) ? this.times.length * 2 : this.times.length;
		long[] newTimes = new long[capacity];
		double[] newValues = new double[capacity];
		System.arraycopy(this.times, this.first, newTimes, 0, size);
		System.arraycopy(this.values, this.first, newValues, 0, size);
		this.times = newTimes;
		this.values = newValues;
		this.first = 0;
		this.end = size;
	}

	/** Lets go of what happened then or before. */
	void forget(long time) {
		while (this.first < this.end && this.times[this.first] <= time) {
			this.first++;
		}
	}

	/**
	 * What the values after one time and up to another come to, with one more.
	 * @param statistic what to work out
	 * @param after the time before the first
	 * @param upTo the time of the last
	 * @param current one more value, or NaN for none
	 * @return the statistic; NaN of nothing
	 */
	double over(RollingStatistic statistic, long after, long upTo, double current) {
		int from = firstAfter(after);
		int to = firstAfter(upTo);
		return switch (statistic) {
			case MEAN -> mean(from, to, current);
			case MIN -> extreme(from, to, current, -1);
			case MAX -> extreme(from, to, current, 1);
			case STD -> deviation(from, to, current);
		};
	}

	private int firstAfter(long time) {
		int low = this.first;
		int high = this.end;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (this.times[middle] <= time) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	private double mean(int from, int to, double current) {
		double sum = 0;
		for (int i = from; i < to; i++) {
			sum += this.values[i];
		}
		int count = to - from;
		if (current == current) {
			sum += current;
			count++;
		}
		return sum / count;
	}

	private double extreme(int from, int to, double current, int sign) {
		double extreme = current;
		for (int i = from; i < to; i++) {
			if (extreme != extreme || this.values[i] * sign > extreme * sign) {
				extreme = this.values[i];
			}
		}
		return extreme;
	}

	private double deviation(int from, int to, double current) {
		double mean = mean(from, to, current);
		double squares = 0;
		for (int i = from; i < to; i++) {
			squares += (this.values[i] - mean) * (this.values[i] - mean);
		}
		boolean there = current == current;
		squares += there ? (current - mean) * (current - mean) : 0;
		return Math.sqrt(squares / (to - from + (there ? 1 : 0)));
	}

	void write(StateWriter state) {
		state.putCount(this.end - this.first);
		for (int i = this.first; i < this.end; i++) {
			state.putLong(this.times[i]);
			state.putDouble(this.values[i]);
		}
	}

	void read(StateReader state) {
		int size = state.getSize(MOST);
		this.times = new long[Math.max(8, size)];
		this.values = new double[Math.max(8, size)];
		this.first = 0;
		this.end = size;
		for (int i = 0; i < size; i++) {
			this.times[i] = state.getLong();
			this.values[i] = state.getDouble();
		}
	}

	@Override
	public String toString() {
		return Arrays.toString(Arrays.copyOfRange(this.values, this.first, this.end));
	}

}
