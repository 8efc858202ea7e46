package io.exoscout.predictor.inputs;

import java.util.Arrays;

import io.exoscout.feature.FeatureInput;

/**
 * A column that a model looks at.
 *
 * @param column its name in a table
 * @param unit of its values, blank where there is none
 * @param meaning what it holds, in words
 * @param importance of all features that come from it, from 0 to 1
 * @param missing share of the training rows that have none, from 0 to 1
 * @param quantiles of the training rows: 0 %, 5 %, ..., 100 %; empty where none has a
 * value
 */
public record InputColumn(String column, String unit, String meaning, double importance, double missing,
		float[] quantiles) {

	private static final int STEPS = 20;

	/**
	 * Describes a column.
	 * @param input what is known of it
	 * @param importance of all features that come from it
	 * @param values of the training rows, {@code NaN} where missing
	 */
	static InputColumn of(FeatureInput input, double importance, float[] values) {
		float[] sorted = values.clone();
		// NaN comes last
		Arrays.sort(sorted);
		int there = sorted.length;
		while (there > 0 && Float.isNaN(sorted[there - 1])) {
			there--;
		}
		float[] quantiles = new float[(there == 0) ? 0 : STEPS + 1];
		for (int i = 0; i < quantiles.length; i++) {
			quantiles[i] = sorted[(int) Math.round(i / (double) STEPS * (there - 1))];
		}
		return new InputColumn(input.name(), input.unit(), input.meaning(), importance,
				(values.length == 0) ? 1 : 1 - there / (double) values.length, quantiles);
	}

}
