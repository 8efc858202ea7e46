package io.exoscout.trainer.evaluation;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.archive.Verdict;
import io.exoscout.leak.LeakAudit;
import io.exoscout.leak.LeakSearch;
import io.exoscout.leak.LeakAudit.AuditedColumn;
import io.exoscout.learning.Samples;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.result.FeatureLeaks;
import org.jspecify.annotations.Nullable;

/**
 * What the features give away by themselves, and the rows without those that give away
 * too much. The columns of the table were audited when it was received; this looks at
 * what a model really sees, features computed from several columns among it.
 *
 * @param samples the rows with the features that are left
 * @param audit the verdicts
 */
public record FeatureAudit(Samples samples, LeakAudit audit) {

	/**
	 * Audits the features on planets and false positives, whatever classes are to be
	 * learnt.
	 * @param samples the rows with all features
	 * @param mission whose they are
	 * @param target what the classes are
	 * @return the verdicts, and what is left
	 * @throws ProblemException {@code UNUSABLE} if no feature is left
	 */
	public static FeatureAudit of(Samples samples, Mission mission, Target target) {
		Verdict[] classes = samples.classNames()
			.stream()
			.map((name) -> target.verdictOf(mission, name))
			.toArray(Verdict[]::new);
		Verdict[] verdicts = IntStream.of(samples.labels()).mapToObj((label) -> classes[label]).toArray(Verdict[]::new);
		LeakAudit audit = LeakSearch.of(samples.features(), samples.values(), verdicts, samples.stars());
		Samples left = samples.without(audit.flagged());
		if (left.features().isEmpty()) {
			throw noneLeft(audit);
		}
		return new FeatureAudit(left, audit);
	}

	/**
	 * The verdicts for results and manifest.
	 * @param table the audit of the table's columns, whose flagged ones never came here;
	 * {@code null} where there was none
	 */
	public FeatureLeaks leaks(@Nullable LeakAudit table) {
		return new FeatureLeaks(this.audit,
				(table != null) ? table.columns().stream().filter(AuditedColumn::flagged).toList() : null);
	}

	private static ProblemException noneLeft(LeakAudit audit) {
		return new ProblemException(ErrorCode.NO_USABLE_COLUMN,
				"No column is left to learn from, all look like leaks of the label: " + audit.findings()
					.entrySet()
					.stream()
					.map((finding) -> finding.getKey() + " (" + finding.getValue() + ")")
					.collect(Collectors.joining(", ")) + ".");
	}

}
