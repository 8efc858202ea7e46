package io.exoscout.result;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * All figures about predictions.
 *
 * @param single each a number
 * @param recallAtPrecision which share of a class is found when so many of those called
 * so must be right
 * @param precisionAt how many of the first rows of the ranking are right
 */
public record RankedFigures(@JsonUnwrapped ByFigure<Double> single, List<RecallAtPrecision> recallAtPrecision,
		List<PrecisionAtTop> precisionAt) {

	/**
	 * A point of the precision-recall curve.
	 *
	 * @param precision what is asked for, 0 to 1
	 * @param recall the largest recall that reaches it, 0 to 1
	 */
	public record RecallAtPrecision(double precision, double recall) {
	}

	/**
	 * The head of the ranking.
	 *
	 * @param top how many rows are looked at
	 * @param precision share of them that is of the class, 0 to 1
	 */
	public record PrecisionAtTop(int top, double precision) {
	}

}
