package io.exoscout.series;

/**
 * Values at equal steps with none missing.
 *
 * @param first the time of the first one
 * @param last the time of the last one
 * @param values one after the other; not copied
 * @param places where each was among the points as they were given
 */
public record GridRun(double first, double last, double[] values, int[] places) {

	public int length() {
		return this.values.length;
	}

}
