package io.exoscout.series;

import java.util.Arrays;

/**
 * How wide an interval has to be: a quantile of the newest errors, each divided by how
 * restless the series was just then (split conformal with locally weighted errors, Lei et
 * al. 2018). Which quantile it is follows from how often intervals have missed of late
 * (adaptive conformal inference, Gibbs and Candès 2021), because series change.
 */
final class ConformalWidth {

	/** How many of the newest errors count. */
	private static final int MEMORY = 300;

	/** How fast the quantile follows. */
	private static final double RATE = 0.05;

	private static final double NEVER = 0.001;

	private final double miss;

	private double level;

	private final double[] newest = new double[MEMORY];

	private final double[] sorted = new double[MEMORY];

	private int count;

	private int place;

	/**
	 * Intervals of which nothing is known yet.
	 * @param miss how often they may miss, from 0 to 1
	 */
	ConformalWidth(double miss) {
		this.miss = miss;
		this.level = miss;
	}

	/** By what the restlessness is to be multiplied, as things stand. */
	double factor() {
		double allowed = Math.max(NEVER, Math.min(1 - NEVER, this.level));
		int rank = (int) Math.ceil((this.count + 1) * (1 - allowed));
		return this.sorted[Math.max(0, Math.min(this.count, rank) - 1)];
	}

	/** Notes whether an interval held what it was to hold. */
	void follow(boolean held) {
		this.level += RATE * (this.miss - (held ? 0 : 1));
	}

	/** Notes an error as a multiple of the restlessness before it. */
	void add(double score) {
		if (this.count == MEMORY) {
			remove(this.newest[this.place]);
		}
		int at = Arrays.binarySearch(this.sorted, 0, this.count, score);
		at = (at < 0) ? -at - 1 : at;
		System.arraycopy(this.sorted, at, this.sorted, at + 1, this.count - at);
		this.sorted[at] = score;
		this.count++;
		this.newest[this.place] = score;
		this.place = (this.place + 1) % MEMORY;
	}

	private void remove(double score) {
		int at = Arrays.binarySearch(this.sorted, 0, this.count, score);
		System.arraycopy(this.sorted, at + 1, this.sorted, at, this.count - at - 1);
		this.count--;
	}

}
