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
 * @param confusion how many rows are called right and wrong by the threshold; left out of
 * jobs of earlier times
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CurvePoints(Map<String, List<RocPoint>> roc, Map<String, List<PrecisionRecallPoint>> precisionRecall,
		Map<String, List<ReliabilityBin>> reliability, @Nullable Map<String, ThresholdCounts> confusion) {

	/**
	 * The confusion of one class with the others, at 201 thresholds; as columns, because
	 * there are many.
	 *
	 * @param threshold the probability from which on rows are called so: 0 to 1 by steps
	 * of 0.005
	 * @param truePositives rows of the class that are called so
	 * @param falsePositives others that are called so
	 * @param trueNegatives others that are not
	 * @param falseNegatives rows of the class that are not
	 */
	public record ThresholdCounts(List<Double> threshold, List<Integer> truePositives, List<Integer> falsePositives,
			List<Integer> trueNegatives, List<Integer> falseNegatives) {
	}

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
