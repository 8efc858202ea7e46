package io.exoscout.orchestrator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.exoscout.dataset.TableReport;
import io.exoscout.dataset.TableReport.IgnoredColumn;
import io.exoscout.dataset.TrainingCheck;
import io.exoscout.model.TrainingOptions;
import io.exoscout.problem.Offence;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;

/** Whether a table can be trained on as asked. */
final class Trainable {

	private Trainable() {
	}

	/**
	 * Checks a table against the options.
	 * @param report what was understood of the table
	 * @param options what was asked for
	 * @return the report without the columns that were to be left out
	 * @throws ProblemException {@code INVALID} for columns that are not there,
	 * {@code UNUSABLE} where nothing could be learnt
	 */
	static TableReport check(TableReport report, TrainingOptions options) {
		TableReport rest = without(report, options.excludeFeatures());
		TrainingCheck.require(rest, options.target());
		return rest;
	}

	private static TableReport without(TableReport report, List<String> excluded) {
		List<String> known = Stream.concat(report.used().stream(), report.ignored().stream().map(IgnoredColumn::column))
			.toList();
		List<Offence> unknown = excluded.stream()
			.filter((column) -> !known.contains(column))
			.map((column) -> Offence.column(column, "exclude_features: the table has no column '%s'".formatted(column)))
			.toList();
		if (!unknown.isEmpty()) {
			throw new ProblemException(ProblemKind.INVALID, "unknown_column", unknown.get(0).message(), unknown);
		}
		List<String> used = report.used().stream().filter((column) -> !excluded.contains(column)).toList();
		List<IgnoredColumn> ignored = new ArrayList<>(report.ignored());
		report.used()
			.stream()
			.filter(excluded::contains)
			.forEach((column) -> ignored.add(new IgnoredColumn(column, "excluded", "left out on request")));
		return new TableReport(report.mission(), report.explanation(), report.rows(), report.objects(),
				report.columns(), used, ignored, report.labels(), report.notes());
	}

}
