package io.exoscout.dataset;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What stands against any use of a table that can be read: its numbers are no
 * measurements.
 */
final class TableProblems {

	private TableProblems() {
	}

	/**
	 * Refuses columns that matter most and hold nothing; {@code null} where all hold
	 * something.
	 */
	static @Nullable ProblemException empty(Map<String, ColumnTally> core) {
		List<String> empty = core.keySet().stream().filter((name) -> at(core, name).empty()).sorted().toList();
		return (empty.size() < 2) ? null : new ProblemException(ErrorCode.EMPTY_CORE_COLUMNS,
				"The columns " + String.join(", ", empty) + " are wholly empty, and they matter most: without them "
						+ "objects can not be told apart. If the table never had them, leave the columns out.",
				empty.stream().map((name) -> InputError.column(name, name + " is empty")).toList());
	}

	/**
	 * Refuses columns that hold no measurements, or not in the archive's units. A single
	 * one is reason enough: blank or not, a depth in per cent would lose all planets.
	 * @param impossible why, of columns with many values that can not be
	 * @param units what the others look like
	 * @return the problem, or {@code null}
	 */
	static @Nullable ProblemException impossible(Map<String, String> impossible, UnitCheck units) {
		Map<String, String> off = units.reasons();
		Map<String, String> reasons = new LinkedHashMap<>(off);
		reasons.putAll(impossible);
		Collection<String> scaled = units.scaled();
		if (!reasons.isEmpty()) {
			String detail = String.join("; ", reasons.values());
			boolean table = !impossible.isEmpty() || 2 * off.size() > units.judged()
					|| units.guess(off.keySet()).isPresent();
			return new ProblemException(ErrorCode.IMPOSSIBLE_VALUES,
					table ? "The table does not hold measurements in the archive's units, but perhaps "
							+ units.guess(off.keySet()).orElse("standardised or otherwise transformed values") + ": "
							+ detail + ". Send the values as they were measured."
							: "The table is not in the archive's units: " + detail
									+ ". Send the values in these, or name the unit in the header, as in "
									+ "\"koi_duration [days]\".",
					reasons.entrySet()
						.stream()
						.map((reason) -> InputError.column(reason.getKey(), reason.getValue()))
						.toList());
		}
		return scaled.isEmpty() ? null : new ProblemException(ErrorCode.IMPOSSIBLE_VALUES,
				"All values of " + String.join(", ", scaled) + " lie between 0 and 1: the table was scaled, and "
						+ "does not hold measurements in the archive's units. Send the values as they were measured.",
				scaled.stream().map((name) -> InputError.column(name, name + " lies between 0 and 1")).toList());
	}

	private static ColumnTally at(Map<String, ColumnTally> tallies, String name) {
		return Objects.requireNonNull(tallies.get(name));
	}

}
