package io.exoscout.learning;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows to fit a model on: a choice of rows of a table that is not copied.
 *
 * @param values {@code values[feature][table row]}, {@code NaN} where missing
 * @param labels class of each table row
 * @param classes number of classes
 * @param rows the chosen table rows
 * @param featureNames one for each feature
 * @param classNames one for each class
 */
public record TrainingSet(float[][] values, int[] labels, int classes, int[] rows, List<String> featureNames,
		List<String> classNames) {

	private static final int SOME = 512;

	/** Rows whose features and classes are called by their numbers. */
	public TrainingSet(float[][] values, int[] labels, int classes, int[] rows) {
		this(values, labels, classes, rows, numbers(values.length), numbers(classes));
	}

	private static List<String> numbers(int count) {
		return IntStream.range(0, count).mapToObj(String::valueOf).toList();
	}

	public static TrainingSet all(Samples samples) {
		return of(samples, IntStream.range(0, samples.size()).toArray());
	}

	public static TrainingSet of(Samples samples, int[] rows) {
		return new TrainingSet(samples.values(), samples.labels(), samples.classNames().size(), rows,
				samples.features(), samples.classNames());
	}

	/** The same table with other rows. */
	TrainingSet having(int[] rows) {
		return new TrainingSet(this.values, this.labels, this.classes, rows, this.featureNames, this.classNames);
	}

	/** No more of the rows than tell how good a model is, from all over them. */
	TrainingSet some() {
		int step = Math.max(1, (this.rows.length + SOME - 1) / SOME);
		return having(
				IntStream.iterate(0, (i) -> i < this.rows.length, (i) -> i + step).map((i) -> this.rows[i]).toArray());
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

	/** Copies a chosen row into a feature vector. */
	public void copyRow(int row, float[] vector) {
		for (int f = 0; f < vector.length; f++) {
			vector[f] = value(f, row);
		}
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
