package io.exoscout.study;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.exoscout.archive.Verdict;
import io.exoscout.objects.ObjectTable;

/**
 * What a later table says about objects that an earlier one leaves open.
 *
 * @param byObject by the object's name
 */
record Verdicts(Map<String, Later> byObject) {

	/**
	 * A later verdict.
	 *
	 * @param planet whether it is one
	 * @param score the archive's own in the later table, {@code NaN} where it has none
	 */
	record Later(boolean planet, float score) {
	}

	/**
	 * Finds them.
	 * @param earlier the earlier table
	 * @param later the later table
	 * @return one for each object that the earlier table leaves open and the later one
	 * does not; objects without a name can not be found again
	 * @throws StudyRefused if the tables are of two missions, or there is none
	 */
	static Verdicts between(ObjectTable earlier, ObjectTable later) {
		if (earlier.mission() != later.mission()) {
			throw new StudyRefused(
					"The earlier table is one of %s, the later one of %s; verdicts can be looked up within one mission only."
						.formatted(earlier.mission().id(), later.mission().id()));
		}
		Map<String, Later> decided = decided(later);
		Map<String, Later> judged = new HashMap<>();
		for (int row = 0; row < earlier.size(); row++) {
			Later verdict = decided.get(earlier.objects()[row]);
			if (verdict != null && verdict(earlier, row) == Verdict.UNDECIDED) {
				judged.put(earlier.objects()[row], verdict);
			}
		}
		if (judged.isEmpty()) {
			throw new StudyRefused(
					"There is nothing to judge by: the later table decides on no object that the earlier one leaves open.");
		}
		return new Verdicts(judged);
	}

	/** The verdict on an object, if there is one by now. */
	Optional<Later> on(String object) {
		return Optional.ofNullable(this.byObject.get(object));
	}

	private static Map<String, Later> decided(ObjectTable table) {
		Map<String, Later> decided = new HashMap<>();
		for (int row = 0; row < table.size(); row++) {
			Verdict verdict = verdict(table, row);
			if (verdict != Verdict.UNDECIDED && !table.objects()[row].isEmpty()) {
				decided.put(table.objects()[row], new Later(verdict == Verdict.PLANET, table.archiveScores()[row]));
			}
		}
		return decided;
	}

	/** A label that the archive does not use decides nothing. */
	private static Verdict verdict(ObjectTable table, int row) {
		return table.mission().verdict(table.labels()[row]).orElse(Verdict.UNDECIDED);
	}

}
