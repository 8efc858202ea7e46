package io.exoscout.benchmarks;

import java.time.Duration;

/**
 * What the answer to a table cost.
 *
 * @param rows of the table
 * @param time until all of it was there
 * @param processor how much time of processors it took
 */
record TableCost(int rows, Duration time, Duration processor) {

	double rowsPerSecond() {
		return this.rows / (this.time.toNanos() / 1e9);
	}

	/** Microseconds of a processor for each row. */
	double perRow() {
		return this.processor.toNanos() / 1e3 / this.rows;
	}

}
