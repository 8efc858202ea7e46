package io.exoscout.catalog;

import java.util.List;

import io.exoscout.dataset.DatasetRef;
import io.exoscout.problem.InputError;

/**
 * What became of a table of confirmed planets.
 *
 * @param dryRun whether nothing was written
 * @param dataset the table: digests, name and size
 * @param added planets that were not there
 * @param changed planets of which the table says something else than was there
 * @param same planets that are as they were
 * @param absent planets from earlier imports that this table does not have, or not in a
 * row that was taken; they stay
 * @param refused rows that were not taken
 * @param changes which columns changed, for the first of the changed planets
 * @param refusals what is wrong with the first of the refused rows, with line and column
 * @param own planets that somebody entered by hand and the table has, too: both are kept,
 * the first of them are named
 * @param ownCount how many of these there are
 * @param missingColumns what is usually kept of a planet and the table does not have
 * @param ignoredColumns what the table has and is not kept
 * @param notes what else to know of the table
 */
record ImportReport(boolean dryRun, DatasetRef dataset, long added, long changed, long same, long absent, long refused,
		List<Change> changes, List<InputError> refusals, List<OwnPlanet> own, long ownCount,
		List<String> missingColumns, List<String> ignoredColumns, List<String> notes) {

	/** So many of a kind are named. */
	static final int NAMED = 100;

	/**
	 * A planet that changed.
	 *
	 * @param name its name
	 * @param fields which of its fields
	 */
	record Change(String name, List<String> fields) {
	}

	/**
	 * A planet that somebody entered by hand.
	 *
	 * @param id of that entry
	 * @param name as it was entered
	 */
	record OwnPlanet(String id, String name) {
	}

}
