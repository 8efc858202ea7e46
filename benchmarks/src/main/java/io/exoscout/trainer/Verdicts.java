package io.exoscout.trainer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.exoscout.dataset.Mission;
import io.exoscout.dataset.ObjectTable;
import io.exoscout.dataset.Verdict;

/**
 * What a later table says about objects.
 *
 * @param byObject by the object's name
 */
record Verdicts(Map<String, Later> byObject) {

	/**
	 * A later verdict.
	 *
	 * @param planet whether it is one
	 * @param score the archive's own, {@code NaN} where there is none
	 */
	record Later(boolean planet, float score) {
	}

	/** The decided objects of a table; those without a name can not be found again. */
	static Verdicts of(ObjectTable table) {
		Map<String, Later> byObject = new HashMap<>();
		for (int row = 0; row < table.size(); row++) {
			Verdict verdict = verdict(table.mission(), table.labels()[row]);
			if (verdict != Verdict.UNDECIDED && !table.objects()[row].isEmpty()) {
				byObject.put(table.objects()[row], new Later(verdict == Verdict.PLANET, table.archiveScores()[row]));
			}
		}
		return new Verdicts(byObject);
	}

	/** The verdict on an object, if there is one by now. */
	Optional<Later> on(String object) {
		return Optional.ofNullable(this.byObject.get(object));
	}

	private static Verdict verdict(Mission mission, String label) {
		return mission.verdict(label).orElse(Verdict.UNDECIDED);
	}

}
