package io.exoscout.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.ColumnRole;
import io.exoscout.archive.LabelWord;
import io.exoscout.archive.StarName;
import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.leak.LeakAudit;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;

/**
 * Whether a readable table can be trained on: it has labels, two classes with a star for
 * every fold each, and a column to learn from.
 */
final class TrainingCheck {

	private static final String STILL = " The table can still be used for prediction.";

	private TrainingCheck() {
	}

	static void check(TableSurvey survey, TableReport report, Target target, boolean allExcluded) {
		survey.limits().requireRoom(report.objects(), report.used().size(), survey.characters());
		List<ProblemException> problems = problems(survey, report, target, allExcluded);
		if (!problems.isEmpty()) {
			throw together(problems, survey.problems().isEmpty() && report.notNumeric().isEmpty());
		}
	}

	/** All that stands against training, the size among it; the most telling first. */
	static List<ProblemException> all(TableSurvey survey, TableReport report, Target target, boolean allExcluded) {
		List<ProblemException> all = new ArrayList<>();
		try {
			survey.limits().requireRoom(report.objects(), report.used().size(), survey.characters());
		}
		catch (ProblemException ex) {
			all.add(ex);
		}
		all.addAll(problems(survey, report, target, allExcluded));
		return all;
	}

	/** One problem that tells of all. */
	private static ProblemException together(List<ProblemException> problems, boolean scorable) {
		String detail = problems.stream().map(ProblemException::getMessage).collect(Collectors.joining(" "));
		List<InputError> errors = problems.stream().flatMap((problem) -> problem.errors().stream()).toList();
		return new ProblemException(problems.get(0).code(), detail + (scorable ? STILL : ""), errors);
	}

	/** All that stands against training, the most telling first. */
	static List<ProblemException> problems(TableSurvey survey, TableReport report, Target target, boolean allExcluded) {
		LeakAudit audit = report.leakAudit();
		List<ProblemException> problems = new ArrayList<>(
				survey.problems((audit != null) ? audit.flagged() : List.of()));
		if (!survey.schema().labelled()) {
			String label = report.mission().labelColumn();
			problems.add(new ProblemException(ErrorCode.NO_LABEL_COLUMN,
					"The table has no column " + label + ", which holds the labels to learn.",
					InputError.column(label, "missing")));
		}
		else {
			labels(survey, report, target, problems);
		}
		if (allExcluded || report.used().isEmpty()) {
			problems.add(noColumn(report));
		}
		return problems;
	}

	private static void labels(TableSurvey survey, TableReport report, Target target, List<ProblemException> problems) {
		Mission mission = report.mission();
		Map<String, Long> classes = survey.labels().objects(target);
		if (survey.labels().foreign()) {
			problems.add(new ProblemException(ErrorCode.UNKNOWN_LABELS,
					"The labels in " + mission.labelColumn() + " are not understood: the table has "
							+ survey.labels().found() + "; accepted are " + String.join(", ", LabelWord.accepted())
							+ ". What other values mean can be said in params: \"labels\": {\"1\": \"CONFIRMED\", "
							+ "\"0\": \"FALSE POSITIVE\"}.",
					InputError.column(mission.labelColumn(), "values that are no labels: " + survey.labels().found())));
		}
		else if (classes.size() < 2) {
			problems.add(new ProblemException(ErrorCode.ONE_CLASS,
					"Training needs objects of at least two classes, but the table has " + list(classes)
							+ " for target " + target.id() + "; its labels are " + list(report.labels())
							+ (survey.labels().unknown().isEmpty() ? "" : " (" + survey.labels().found() + ")") + ".",
					InputError.column(mission.labelColumn(), "fewer than two classes")));
		}
		else {
			tooFew(survey, classes, target).ifPresent(problems::add);
		}
	}

	private static Optional<ProblemException> tooFew(TableSurvey survey, Map<String, Long> classes, Target target) {
		List<String> small = survey.labels()
			.stars(target)
			.entrySet()
			.stream()
			.filter((stars) -> stars.getValue() < StarName.FOLDS)
			.map(Map.Entry::getKey)
			.toList();
		return small.isEmpty() ? Optional.empty() : Optional.of(new ProblemException(ErrorCode.TOO_FEW_ROWS,
				"Every class needs objects on at least " + StarName.FOLDS + " stars, one for each fold; too few for "
						+ String.join(", ", small) + ". The table has " + list(classes) + " object(s).",
				InputError.column(survey.schema().mission().labelColumn(),
						"too few objects of " + String.join(", ", small))));
	}

	private static ProblemException noColumn(TableReport report) {
		return new ProblemException(ErrorCode.NO_USABLE_COLUMN, "No column is left to learn from: of "
				+ report.columns() + " columns " + report.used().size() + " could be used, and "
				+ (report.used().isEmpty() ? "the report says why not the others."
						: "all of them are left out by exclude_features, which leaves out possible_follow_up unless "
								+ "it is given."),
				report.ignored()
					.stream()
					.filter((column) -> ArchiveColumns.role(report.mission(), column.column()) == ColumnRole.FEATURE)
					.map((column) -> InputError.column(column.column(), column.reason() + ": " + column.detail()))
					.toArray(InputError[]::new));
	}

	private static String list(Map<String, Long> counts) {
		return counts.isEmpty() ? "none"
				: counts.entrySet()
					.stream()
					.map((entry) -> entry.getKey() + " " + entry.getValue())
					.collect(Collectors.joining(", "));
	}

}
