package io.exoscout.leak;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What columns give away by themselves. Lists of leaks rot, so each column is also
 * measured: how well it alone, and which of its cells are blank alone, tells planets from
 * the rest on stars it was not learnt from. No honest measurement of the archive's tables
 * comes near the thresholds; what exceeds one was most likely written after, or because
 * of, the verdict.
 *
 * @param thresholdRocAuc area under the ROC curve above which a column is flagged
 * @param thresholdMissingRocAuc the same for its blank cells, and for those of all
 * columns in use together
 * @param objects decided objects that were looked at, at most {@value #MAX_OBJECTS}
 * @param flagged the columns above a threshold by more than chance explains
 * @param columns figures of the flagged columns, and of the strongest others; empty where
 * there are too few objects to judge by
 * @param blanksRocAuc what the blank cells of all columns left in use reach together;
 * {@code null} where there are too few objects
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LeakAudit(double thresholdRocAuc, double thresholdMissingRocAuc, int objects, List<String> flagged,
		List<AuditedColumn> columns, @Nullable Double blanksRocAuc) {

	/** More objects than this are not needed to find a leak. */
	static final int MAX_OBJECTS = 20_000;

	static final double ROC_AUC = 0.95;

	static final double MISSING_ROC_AUC = 0.80;

	/**
	 * A column by itself.
	 *
	 * @param column its name
	 * @param rocAuc what its values reach, blanks being one of them; 0.5 is nothing
	 * @param missingRocAuc what its blanks reach
	 * @param flagged whether it is left out
	 * @param finding why, in words; blank when it is not flagged
	 */
	public record AuditedColumn(String column, double rocAuc, double missingRocAuc, boolean flagged, String finding) {
	}

	/** Nothing can be said. */
	static LeakAudit ofTooFew(int objects) {
		return new LeakAudit(ROC_AUC, MISSING_ROC_AUC, objects, List.of(), List.of(), null);
	}

	/** Whether there were enough objects to judge columns by. */
	public boolean judged() {
		return this.blanksRocAuc != null;
	}

	/** What was found against each flagged column. */
	public Map<String, String> findings() {
		Map<String, String> findings = new LinkedHashMap<>();
		this.columns.stream()
			.filter(AuditedColumn::flagged)
			.forEach((audited) -> findings.put(audited.column(), audited.finding()));
		return findings;
	}

}
