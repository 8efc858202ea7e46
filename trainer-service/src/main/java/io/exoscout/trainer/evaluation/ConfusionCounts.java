package io.exoscout.trainer.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import io.exoscout.result.ClassFigures;
import io.exoscout.result.ClassificationReport;
import io.exoscout.result.ConfusionMatrix;

/**
 * How well each class is recognised, by the rules of scikit-learn: a figure whose
 * denominator is zero counts as zero.
 *
 * @param matrix {@code matrix[true class][predicted class]}, rows counted
 */
public record ConfusionCounts(int[][] matrix) {

	/**
	 * Counts rows by their class and by what they were called, each as often as its
	 * weight says.
	 */
	static ConfusionCounts of(int classes, int[] labels, int[] predicted, int[] weights) {
		int[][] matrix = new int[classes][classes];
		for (int row = 0; row < predicted.length; row++) {
			matrix[labels[row]][predicted[row]] += weights[row];
		}
		return new ConfusionCounts(matrix);
	}

	double accuracy() {
		return ratio(IntStream.range(0, this.matrix.length).map((c) -> this.matrix[c][c]).sum(), rows());
	}

	/** Mean over classes, each with the weight of its rows. */
	ClassFigures weighted() {
		return mean((line) -> (double) line.support() / rows());
	}

	/** Plain mean over classes. */
	ClassFigures macro() {
		return mean((line) -> 1.0 / this.matrix.length);
	}

	ClassFigures line(int label) {
		int hits = this.matrix[label][label];
		int support = IntStream.of(this.matrix[label]).sum();
		int called = IntStream.range(0, this.matrix.length).map((c) -> this.matrix[c][label]).sum();
		return new ClassFigures(ratio(hits, called), ratio(hits, support), ratio(2 * hits, called + support), support);
	}

	/** The report with classes by name. */
	public ClassificationReport named(List<String> classNames) {
		Map<String, ClassFigures> classes = new LinkedHashMap<>();
		for (int c = 0; c < this.matrix.length; c++) {
			classes.put(classNames.get(c), line(c));
		}
		return new ClassificationReport(classes, accuracy(), macro(), weighted());
	}

	/** The confusion matrix with its labels. */
	public ConfusionMatrix confusion(List<String> classNames) {
		return new ConfusionMatrix(classNames,
				Arrays.stream(this.matrix).map((line) -> IntStream.of(line).boxed().toList()).toList());
	}

	private ClassFigures mean(ToDoubleFunction<ClassFigures> weight) {
		List<ClassFigures> lines = IntStream.range(0, this.matrix.length).mapToObj(this::line).toList();
		return new ClassFigures(
				lines.stream().mapToDouble((line) -> weight.applyAsDouble(line) * line.precision()).sum(),
				lines.stream().mapToDouble((line) -> weight.applyAsDouble(line) * line.recall()).sum(),
				lines.stream().mapToDouble((line) -> weight.applyAsDouble(line) * line.f1Score()).sum(), rows());
	}

	private int rows() {
		return IntStream.range(0, this.matrix.length).map((c) -> IntStream.of(this.matrix[c]).sum()).sum();
	}

	private static double ratio(int part, int whole) {
		return (whole == 0) ? 0 : (double) part / whole;
	}

}
