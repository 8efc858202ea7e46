package io.exoscout.dataset;

import java.util.Optional;

import io.exoscout.csv.CsvRow;
import io.exoscout.csv.CsvTable;
import io.exoscout.objects.ObjectRow;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;

/**
 * Tells the archive's table of published planets ({@code PS}) from K2's, whose columns it
 * has but for the labels: by what its rows say of the telescope and the star.
 */
final class PublishedPlanets {

	private final int facility;

	private long rows;

	private long ofK2;

	PublishedPlanets(CsvTable table) {
		this.facility = table.column("disc_facility");
	}

	void add(CsvRow row, ObjectRow object) {
		String facility = (this.facility < 0) ? "" : row.cells().get(this.facility);
		this.rows++;
		this.ofK2 += facility.contains("K2") || isK2(object.star()) || isK2(object.object()) ? 1 : 0;
	}

	/** What keeps the table from being used, when it is not K2's. */
	Optional<ProblemException> problem() {
		if (2 * this.ofK2 >= this.rows) {
			return Optional.empty();
		}
		return Optional.of(new ProblemException(ErrorCode.PUBLISHED_PLANETS,
				"This is the archive's table of published planets (PS), not K2's table of planets and candidates "
						+ "(k2pandc): it has no column disposition, and " + (this.rows - this.ofK2) + " of " + this.rows
						+ " rows are not of K2. Nothing in it says which object is a false positive.",
				InputError.column("disposition", "missing")));
	}

	private static boolean isK2(String name) {
		return name.startsWith("K2-") || name.startsWith("EPIC ");
	}

}
