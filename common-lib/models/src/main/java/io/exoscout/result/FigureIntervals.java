package io.exoscout.result;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * How far the figures could have come out otherwise.
 *
 * @param method how they were drawn, for a person
 * @param level share of the resamples that lies within an interval, 0 to 1
 * @param resamples how many there were
 * @param figures an interval for each figure
 * @param recallAtPrecision an interval for the recall at each precision
 */
public record FigureIntervals(String method, double level, int resamples, @JsonUnwrapped ByFigure<Bounds> figures,
		List<RecallBounds> recallAtPrecision) {

	/**
	 * Between which values a figure lies.
	 *
	 * @param lower the lower end, in the unit of the figure
	 * @param upper the upper end, in the unit of the figure
	 */
	public record Bounds(double lower, double upper) {
	}

	/**
	 * Between which values the recall lies at a precision.
	 *
	 * @param precision what is asked for, 0 to 1
	 * @param lower the lower end, 0 to 1
	 * @param upper the upper end, 0 to 1
	 */
	public record RecallBounds(double precision, double lower, double upper) {
	}

}
