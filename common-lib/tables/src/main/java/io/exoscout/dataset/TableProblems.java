package io.exoscout.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;

/**
 * What stands against any use of a table that can be read: its numbers are no
 * measurements.
 */
final class TableProblems {

	/** From so many core columns on, all from 0 to 1, a table was scaled. */
	private static final int ALL_SCALED = 3;

	private TableProblems() {
	}

	/**
	 * Looks at what the columns hold.
	 * @param core the columns that matter most, of those in the table
	 * @param all every measured column
	 */
	static List<ProblemException> of(Map<String, ColumnTally> core, Collection<ColumnTally> all) {
		List<ProblemException> problems = new ArrayList<>();
		List<String> empty = core.keySet().stream().filter((name) -> at(core, name).empty()).sorted().toList();
		if (empty.size() >= 2) {
			problems.add(problem("empty_core_columns",
					"The columns " + String.join(", ", empty) + " are wholly empty, and they matter most: without them "
							+ "objects can not be told apart. If the table never had them, leave the columns out.",
					empty.stream().map((name) -> InputError.column(name, name + " is empty")).toList()));
		}
		List<String> impossible = all.stream().map(ColumnTally::impossible).filter(Objects::nonNull).toList();
		List<String> scaled = core.keySet().stream().filter((name) -> at(core, name).scaled()).sorted().toList();
		if (!impossible.isEmpty()) {
			problems.add(problem("impossible_values",
					"The table does not hold measurements in the archive's units, but perhaps standardised or otherwise "
							+ "transformed values: " + String.join("; ", impossible)
							+ ". Send the values as they were measured.",
					impossible.stream()
						.map((reason) -> InputError.column(reason.substring(0, reason.indexOf(' ')), reason))
						.toList()));
		}
		else if (scaled.size() >= ALL_SCALED && scaled.size() == core.size()) {
			problems.add(problem("impossible_values", "All values of " + String.join(", ", scaled)
					+ " lie between 0 and 1: the table was scaled, and "
					+ "does not hold measurements in the archive's units. Send the values as they were measured.",
					scaled.stream().map((name) -> InputError.column(name, name + " lies between 0 and 1")).toList()));
		}
		return problems;
	}

	private static ColumnTally at(Map<String, ColumnTally> tallies, String name) {
		return Objects.requireNonNull(tallies.get(name));
	}

	static ProblemException problem(String code, String detail, List<InputError> errors) {
		return new ProblemException(ProblemKind.UNUSABLE, code, detail, errors);
	}

}
