package io.exoscout.result;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.result.RankedFigures.PrecisionAtTop;
import io.exoscout.result.RankedFigures.RecallAtPrecision;
import org.jspecify.annotations.Nullable;

/**
 * What can be had without a model, judged on the same rows.
 *
 * @param majorityClass always says how common each class is among the rows trained on
 * @param archiveScore ranks by the archive's own score; {@code null} where the table has
 * none, or more than two classes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FigureBaselines(RankedFigures majorityClass, @Nullable ArchiveScore archiveScore) {

	/**
	 * How the archive's own score does. It is no probability, so that log loss and
	 * calibration error are left out.
	 *
	 * @param accuracy share of the rows on the right side of 0.5, 0 to 1
	 * @param averagePrecision area under the precision-recall curve, 0 to 1
	 * @param brier mean squared error, 0 to 1
	 * @param f1Score harmonic mean of precision and recall, weighted by the rows of the
	 * classes, 0 to 1
	 * @param rocAuc area under the ROC curve, 0 to 1
	 * @param recallAtPrecision which share of the planets is found when so many of those
	 * called so must be right
	 * @param precisionAt how many of the first rows of the ranking are right
	 * @param rowsWithoutScore how many rows have no score, or none that can be
	 * @param remark what to bear in mind, for a person
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record ArchiveScore(double accuracy, @Nullable Double averagePrecision, double brier, double f1Score,
			@Nullable Double rocAuc, List<RecallAtPrecision> recallAtPrecision, List<PrecisionAtTop> precisionAt,
			long rowsWithoutScore, String remark) {
	}

}
