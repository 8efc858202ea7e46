package io.exoscout.result;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Curves for drawing, by class name, at most 200 points each: for two classes those of
 * the last one, for more those of each against the rest.
 *
 * @param roc from nothing called so to everything called so
 * @param precisionRecall from everything called so to nothing called so
 * @param reliability what became of rows that were given about the same probability
 */
public record CurvePoints(Map<String, List<RocPoint>> roc, Map<String, List<PrecisionRecallPoint>> precisionRecall,
		Map<String, List<ReliabilityBin>> reliability) {

	/**
	 * A point of the ROC curve.
	 *
	 * @param falsePositiveRate share of the others that is called so, 0 to 1
	 * @param truePositiveRate share of the class that is called so, 0 to 1
	 * @param threshold the probability from which on rows are called so; left out where
	 * none is
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record RocPoint(double falsePositiveRate, double truePositiveRate, @Nullable Double threshold) {
	}

	/**
	 * A point of the precision-recall curve.
	 *
	 * @param recall share of the class that is called so, 0 to 1
	 * @param precision share of those called so that are, 0 to 1
	 * @param threshold the probability from which on rows are called so; left out where
	 * none is
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record PrecisionRecallPoint(double recall, double precision, @Nullable Double threshold) {
	}

}
