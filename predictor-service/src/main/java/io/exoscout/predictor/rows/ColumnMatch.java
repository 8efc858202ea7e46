package io.exoscout.predictor.rows;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.exoscout.archive.Mission;
import io.exoscout.dataset.TableReport;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;

/**
 * How the columns at hand fit those a model looks at.
 *
 * @param ignored columns at hand that the model does not look at
 * @param missing columns it looks at that are not at hand
 */
public record ColumnMatch(List<String> ignored, List<String> missing) {

	/**
	 * Matches a table with a model.
	 * @param trained the model's mission
	 * @param wanted what it looks at
	 * @param report what was understood of the table
	 * @param columns header of the table
	 * @return the match
	 * @throws ProblemException {@code UNUSABLE} for another mission's table, or one with
	 * text where measurements belong, as its inspection says
	 */
	static ColumnMatch of(Mission trained, List<String> wanted, TableReport report, List<String> columns) {
		requireMission(trained, report.mission());
		report.notNumeric().ifPresent((problem) -> {
			throw problem;
		});
		return of(wanted, columns);
	}

	/**
	 * Matches columns with those that a model looks at, where the mission can not be told
	 * from them.
	 */
	static ColumnMatch of(List<String> wanted, Collection<String> columns) {
		return new ColumnMatch(without(columns, wanted), without(wanted, columns));
	}

	static void requireMission(Mission trained, Mission mission) {
		if (mission != trained) {
			throw new ProblemException(ErrorCode.WRONG_MISSION,
					"This is a %s table, but the model was trained on %s".formatted(mission.id(), trained.id()));
		}
	}

	private static List<String> without(Collection<String> columns, Collection<String> others) {
		Set<String> known = Set.copyOf(others);
		return columns.stream().filter((column) -> !known.contains(column)).toList();
	}

}
