package io.exoscout.series;

import java.util.List;

/**
 * A series on a regular grid, as runs between its gaps: nothing is kept for what is
 * missing, so that one mistyped year costs no memory.
 *
 * @param step from one value to the next, in the unit of the times
 * @param runs in the order of time; never empty
 * @param gaps how often values are missing between two runs
 * @param missing how many values would have been there
 * @param duplicates how many points had the time of another one; of such the mean counts
 * @param offGrid how many points lay between two steps and were left out, or began a run
 * at a place of its own
 */
public record RegularSeries(double step, List<GridRun> runs, int gaps, long missing, int duplicates, int offGrid) {

	public RegularSeries {
		runs = List.copyOf(runs);
	}

	/** How many values there are. */
	public int points() {
		return this.runs.stream().mapToInt(GridRun::length).sum();
	}

	/** The run that ends last. */
	public GridRun newest() {
		return this.runs.get(this.runs.size() - 1);
	}

	/** How many values the longest run has. */
	public int longest() {
		return this.runs.stream().mapToInt(GridRun::length).max().orElse(0);
	}

}
