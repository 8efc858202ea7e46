package io.exoscout.benchmarks.made;

import java.util.List;

/** How one mission's table is written. */
abstract class MadeTable {

	private final List<String> columns;

	private final double days;

	private final double evolvedFalsePositives;

	/**
	 * A table.
	 * @param columns those of the archive's default download, with commas between them
	 * @param days how long the mission watched each star
	 * @param evolvedFalsePositives how likely the star of a false positive is evolved
	 */
	MadeTable(String columns, double days, double evolvedFalsePositives) {
		this.columns = List.of(columns.split(","));
		this.days = days;
		this.evolvedFalsePositives = evolvedFalsePositives;
	}

	List<String> columns() {
		return this.columns;
	}

	/** A survey as this mission would see it. */
	List<Detection> survey(SeededRandom random, int count, boolean candidates) {
		return Detection.survey(random, count, this.days, this.evolvedFalsePositives, candidates);
	}

	/** The rows of one object; only K2 has several. */
	abstract List<Cells> rows(SeededRandom random, Detection detection);

}
