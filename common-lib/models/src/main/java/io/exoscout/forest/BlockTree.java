package io.exoscout.forest;

/** A tree as it is asked about a block of rows. */
interface BlockTree {

	/** Adds what the tree says of each row to its scores. */
	void add(RowBlock block);

}
