package io.exoscout.monitor;

import java.util.Arrays;

import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;

/**
 * A window that is as long as nothing changes (Bifet and Gavaldà 2007, SDM '07, 443,
 * algorithm ADWIN2): its numbers stand in buckets of 1, 2, 4 and so on, at most five of
 * each size, with their sums and variances. Every 32 numbers each cut between two buckets
 * is tried; if the means on its sides differ by more than chance allows, the oldest
 * bucket goes. The bound takes both sides short by five, and no side has fewer than five
 * numbers, as in River, whose counts of changes these are.
 */
public final class Adwin implements DriftDetector {

	private static final int PER_SIZE = 5;

	private static final int SIZES = 48;

	private static final int CLOCK = 32;

	private static final int SHORTEST = 5;

	private static final int GRACE = 10;

	private final double delta;

	/** Row by size, oldest first within it; one place more than may stay. */
	private final double[] totals = new double[SIZES * (PER_SIZE + 1)];

	private final double[] variances = new double[SIZES * (PER_SIZE + 1)];

	private final int[] buckets = new int[SIZES];

	private int rows = 1;

	private long ticks;

	private double width;

	private double total;

	private double variance;

	private boolean drifted;

	/**
	 * Begins.
	 * @param delta the chance of a false alarm
	 */
	public Adwin(double delta) {
		this.delta = delta;
	}

	@Override
	public boolean add(double value) {
		if (this.drifted) {
			reset();
		}
		insert(value);
		this.ticks++;
		this.drifted = this.ticks % CLOCK == 0 && this.width > GRACE && shrink();
		return this.drifted;
	}

	/** How many numbers are in the window. */
	public long width() {
		return (long) this.width;
	}

	private void reset() {
		Arrays.fill(this.totals, 0);
		Arrays.fill(this.variances, 0);
		Arrays.fill(this.buckets, 0);
		this.rows = 1;
		this.ticks = 0;
		this.width = 0;
		this.total = 0;
		this.variance = 0;
		this.drifted = false;
	}

	private void insert(double value) {
		put(0, value, 0);
		this.width++;
		if (this.width > 1) {
			double apart = value - this.total / (this.width - 1);
			this.variance += (this.width - 1) * apart * apart / this.width;
		}
		this.total += value;
		for (int row = 0; this.buckets[row] > PER_SIZE; row++) {
			merge(row);
		}
	}

	private void put(int row, double sum, double spread) {
		int at = row * (PER_SIZE + 1) + this.buckets[row]++;
		this.totals[at] = sum;
		this.variances[at] = spread;
		this.rows = Math.max(this.rows, row + 1);
	}

	/** Makes one bucket of the two oldest of a row. */
	private void merge(int row) {
		int at = row * (PER_SIZE + 1);
		double size = size(row);
		double apart = this.totals[at] / size - this.totals[at + 1] / size;
		double between = size * size * apart * apart / (size + size);
		double sum = this.totals[at] + this.totals[at + 1];
		double spread = this.variances[at] + this.variances[at + 1] + between;
		put(row + 1, sum, spread);
		remove(row, 2);
	}

	private void remove(int row, int oldest) {
		int at = row * (PER_SIZE + 1);
		int left = this.buckets[row] - oldest;
		System.arraycopy(this.totals, at + oldest, this.totals, at, left);
		System.arraycopy(this.variances, at + oldest, this.variances, at, left);
		this.buckets[row] = left;
		while (this.rows > 1 && this.buckets[this.rows - 1] == 0) {
			this.rows--;
		}
	}

	/** Lets go of the oldest buckets as long as some cut shows a change. */
	private boolean shrink() {
		boolean changed = false;
		while (someCutDiffers()) {
			changed = true;
			forgetOldest();
		}
		return changed;
	}

	private boolean someCutDiffers() {
		double older = 0;
		double olderTotal = 0;
		double spread = this.variance / this.width;
		double chance = Math.log(2 * Math.log(this.width) / this.delta);
		for (int row = this.rows - 1; row >= 0; row--) {
			for (int i = 0; i < this.buckets[row]; i++) {
				older += size(row);
				olderTotal += this.totals[row * (PER_SIZE + 1) + i];
				double newer = this.width - older;
				if (newer >= SHORTEST && older >= SHORTEST) {
					double apart = Math.abs(olderTotal / older - (this.total - olderTotal) / newer);
					double shares = 1 / (older - SHORTEST + 1) + 1 / (newer - SHORTEST + 1);
					if (apart > Math.sqrt(2 * shares * spread * chance) + 2.0 / 3 * chance * shares) {
						return true;
					}
				}
			}
		}
		return false;
	}

	private void forgetOldest() {
		int row = this.rows - 1;
		int at = row * (PER_SIZE + 1);
		double size = size(row);
		this.width -= size;
		this.total -= this.totals[at];
		double apart = this.totals[at] / size - this.total / this.width;
		this.variance -= this.variances[at] + size * this.width * apart * apart / (size + this.width);
		remove(row, 1);
	}

	private static double size(int row) {
		return 1L << row;
	}

	@Override
	public void write(StateWriter state) {
		state.putBoolean(this.drifted);
		state.putCount(this.ticks);
		state.putDouble(this.width);
		state.putDouble(this.total);
		state.putDouble(this.variance);
		state.putCount(this.rows);
		for (int row = 0; row < this.rows; row++) {
			state.putCount(this.buckets[row]);
			for (int i = 0; i < this.buckets[row]; i++) {
				state.putDouble(this.totals[row * (PER_SIZE + 1) + i]);
				state.putDouble(this.variances[row * (PER_SIZE + 1) + i]);
			}
		}
	}

	@Override
	public void read(StateReader state) {
		reset();
		this.drifted = state.getBoolean();
		this.ticks = state.getCount();
		this.width = state.getDouble();
		this.total = state.getDouble();
		this.variance = state.getDouble();
		int stored = state.getSize(SIZES);
		for (int row = 0; row < stored; row++) {
			int count = state.getSize(PER_SIZE);
			for (int i = 0; i < count; i++) {
				put(row, state.getDouble(), state.getDouble());
			}
		}
		this.rows = stored;
	}

}
