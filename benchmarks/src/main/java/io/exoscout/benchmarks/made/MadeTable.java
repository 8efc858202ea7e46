package io.exoscout.benchmarks.made;

import java.util.List;

/** How one mission's table is written. */
interface MadeTable {

	/** The columns of the archive's default download. */
	List<String> columns();

	/**
	 * A survey as this mission would see it.
	 * @param dice where chance comes from
	 * @param count how many objects
	 * @param candidates whether none is decided yet
	 */
	List<Detection> survey(SeededRandom dice, int count, boolean candidates);

	/**
	 * The rows of one object; only K2 has several.
	 * @param dice where chance comes from
	 * @param find the object
	 */
	List<Cells> rows(SeededRandom dice, Detection find);

}
