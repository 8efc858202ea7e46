package io.exoscout.series;

import java.util.List;

/**
 * The values of a series that have enough before them, and after them, in the same run:
 * no window ever crosses a gap. Numbered in the order of time.
 */
final class Targets {

	private final List<GridRun> runs;

	private final int context;

	private final int horizon;

	/** How many there are before each run, and in all. */
	private final int[] before;

	Targets(List<GridRun> runs, int context, int horizon) {
		this.runs = runs;
		this.context = context;
		this.horizon = horizon;
		this.before = new int[runs.size() + 1];
		for (int i = 0; i < runs.size(); i++) {
			int inside = Math.max(0, runs.get(i).length() - context - horizon + 1);
			this.before[i + 1] = this.before[i] + inside;
		}
	}

	int count() {
		return this.before[this.runs.size()];
	}

	/** How many of them are among the first values of the series. */
	int among(int points) {
		int offset = 0;
		int found = 0;
		for (GridRun run : this.runs) {
			int inside = Math.min(run.length(), points - offset);
			found += Math.max(0, Math.min(inside - this.context, run.length() - this.context - this.horizon + 1));
			offset += run.length();
			if (offset >= points) {
				break;
			}
		}
		return found;
	}

	/** Looks at some of them, from a number on to another, in order. */
	void each(int from, int to, int stride, Visitor visitor) {
		int run = 0;
		for (int number = from; number < to; number += stride) {
			while (number >= this.before[run + 1]) {
				run++;
			}
			visitor.visit(this.runs.get(run).values(), this.context + number - this.before[run]);
		}
	}

	/** Looks at a target. */
	interface Visitor {

		void visit(double[] values, int at);

	}

}
