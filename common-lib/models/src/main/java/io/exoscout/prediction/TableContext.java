package io.exoscout.prediction;

import io.exoscout.neighbour.Neighbours;

/**
 * Among which objects those of a request were seen. Features such as the number of
 * objects on a star look at other rows; a part of a table, or single rows, would miss
 * some of them, so the objects of the training table stand in for what was not sent.
 *
 * @param partial whether the request holds only a part of what the model was trained on
 * @param objects how many objects the request has
 * @param trainingObjects how many the training table had
 * @param found how many of the training table's objects are in the request
 * @param note what this means, in words
 */
public record TableContext(boolean partial, int objects, int trainingObjects, int found, String note) {

	/** A later table of the same archive may lack a few objects of an earlier one. */
	private static final double NEARLY_ALL = 0.95;

	/**
	 * Compares the objects of a request with those of the training table.
	 * @param sent those of the request
	 * @param trained those of the training table
	 * @param all both together, each object once
	 */
	public static TableContext of(Neighbours sent, Neighbours trained, Neighbours all) {
		if (sent == Neighbours.UNKNOWN) {
			return new TableContext(true, 0, trained.size(), 0,
					"The table is too large for features that count other objects: they were taken as unknown.");
		}
		int found = sent.size() + trained.size() - all.size();
		boolean partial = found < NEARLY_ALL * trained.size();
		return new TableContext(partial, sent.size(), trained.size(), found,
				partial ? "A part of a table: features that count other objects saw those sent and, for the rest, "
						+ "those of the training table."
						: "A whole table: features that count other objects saw all of them.");
	}

}
