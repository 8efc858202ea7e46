package io.exoscout.learning;

import java.util.stream.IntStream;

/**
 * Rows to fit a model on: a choice of rows of a table that is not copied.
 *
 * @param values {@code values[feature][table row]}, {@code NaN} where missing
 * @param labels class of each table row
 * @param classes number of classes
 * @param rows the chosen table rows
 */
public record TrainingSet(float[][] values, int[] labels, int classes, int[] rows) {

	public static TrainingSet all(Samples samples) {
		return of(samples, IntStream.range(0, samples.size()).toArray());
	}

	public static TrainingSet of(Samples samples, int[] rows) {
		return new TrainingSet(samples.values(), samples.labels(), samples.classNames().size(), rows);
	}

	public int size() {
		return this.rows.length;
	}

	public int features() {
		return this.values.length;
	}

	/** Class of a chosen row. */
	public int label(int row) {
		return this.labels[this.rows[row]];
	}

	/** Value of a chosen row. */
	public float value(int feature, int row) {
		return this.values[feature][this.rows[row]];
	}

	/** How many chosen rows each class has. */
	public int[] classCounts() {
		int[] counts = new int[this.classes];
		for (int row : this.rows) {
			counts[this.labels[row]]++;
		}
		return counts;
	}

}
