package io.exoscout.dataset;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.exoscout.problem.Offence;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;

/**
 * Whether a readable table can be trained on: it has labels, two classes with a star for
 * every fold each, and a column to learn from.
 */
final class TrainingCheck {

	private static final String STILL = " The table can still be used for prediction.";

	private TrainingCheck() {
	}

	static void check(TableSurvey survey, TableReport report, Target target, Collection<String> excluded) {
		Mission mission = report.mission();
		survey.limits().requireRoom(report.objects(), report.used().size(), survey.characters());
		if (!survey.schema().labelled()) {
			throw unusable("no_label_column",
					"The table has no column " + mission.labelColumn() + ", which holds the labels to learn.",
					Offence.column(mission.labelColumn(), "missing"));
		}
		Map<String, Long> classes = survey.labels().objects(target);
		if (classes.size() < 2) {
			throw unusable("one_class",
					"Training needs objects of at least two classes, but the table has " + list(classes)
							+ " for target " + target.id() + "; its labels are " + list(report.labels()) + ".",
					Offence.column(mission.labelColumn(), "fewer than two classes"));
		}
		List<String> small = survey.labels()
			.stars(target)
			.entrySet()
			.stream()
			.filter((stars) -> stars.getValue() < LabelTally.FOLDS)
			.map(Map.Entry::getKey)
			.toList();
		if (!small.isEmpty()) {
			throw unusable("too_few_rows",
					"Every class needs objects on at least " + LabelTally.FOLDS + " stars, one for each fold; too few "
							+ "for " + String.join(", ", small) + ". The table has " + list(classes) + " object(s).",
					Offence.column(mission.labelColumn(), "too few objects of " + String.join(", ", small)));
		}
		if (excluded.containsAll(report.used())) {
			throw unusable("no_usable_column",
					"No column is left to learn from: of " + report.columns() + " columns " + report.used().size()
							+ " could be used, and "
							+ (report.used().isEmpty() ? "the report says why not the others."
									: "all of them are excluded by exclude_features."),
					report.ignored()
						.stream()
						.filter((column) -> ArchiveColumns.role(mission, column.column()) == ColumnRole.FEATURE)
						.map((column) -> Offence.column(column.column(), column.reason() + ": " + column.detail()))
						.toArray(Offence[]::new));
		}
	}

	private static String list(Map<String, Long> counts) {
		return counts.isEmpty() ? "none"
				: counts.entrySet()
					.stream()
					.map((entry) -> entry.getKey() + " " + entry.getValue())
					.collect(Collectors.joining(", "));
	}

	private static ProblemException unusable(String code, String detail, Offence... errors) {
		return new ProblemException(ProblemKind.UNUSABLE, code, detail + STILL, errors);
	}

}
