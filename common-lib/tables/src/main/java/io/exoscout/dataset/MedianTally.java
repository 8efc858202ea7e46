package io.exoscout.dataset;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The median of however many numbers, of a sample of them where they are many. The same
 * numbers in the same order give the same median.
 */
final class MedianTally {

	/** Of fewer the median says little: they may be objects of any kind. */
	static final int FEWEST = 20;

	private static final int SAMPLE = 2048;

	private final SplittableRandom random = new SplittableRandom(1);

	private float[] sample = new float[32];

	private long numbers;

	private float least = Float.POSITIVE_INFINITY;

	private float greatest = Float.NEGATIVE_INFINITY;

	/** Counts a number; {@code NaN} and infinity are none. */
	void add(double value) {
		float number = (float) value;
		if (!Float.isFinite(number)) {
			return;
		}
		this.numbers++;
		this.least = Math.min(this.least, number);
		this.greatest = Math.max(this.greatest, number);
		long place = (this.numbers <= SAMPLE) ? this.numbers - 1 : this.random.nextLong(this.numbers);
		if (place < SAMPLE) {
			if (place >= this.sample.length) {
				this.sample = Arrays.copyOf(this.sample, Math.min(SAMPLE, 2 * this.sample.length));
			}
			this.sample[(int) place] = number;
		}
	}

	boolean enough() {
		return this.numbers >= FEWEST;
	}

	/** Of those counted; asked for only where there are {@link #enough}. */
	double median() {
		float[] sorted = Arrays.copyOf(this.sample, (int) Math.min(SAMPLE, this.numbers));
		Arrays.sort(sorted);
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + (double) sorted[middle]) / 2;
	}

	/** Whether all lie from 0 to a number, and some differ. */
	boolean within(double most) {
		return this.least >= 0 && this.greatest <= most && this.least < this.greatest;
	}

	/** How many there were. */
	long numbers() {
		return this.numbers;
	}

	double greatest() {
		return this.greatest;
	}

}
