package io.exoscout.trainer.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How well each class is recognised, by the rules of scikit-learn: a figure whose
 * denominator is zero counts as zero.
 *
 * @param matrix {@code matrix[true class][predicted class]}, rows counted
 */
public record ClassReport(int[][] matrix) {

	/**
	 * Counts rows.
	 * @param classes how many classes there are
	 * @param labels class of each row
	 * @param predicted what each row was called
	 * @param weights how often each row counts
	 */
	static ClassReport of(int classes, int[] labels, int[] predicted, int[] weights) {
		int[][] matrix = new int[classes][classes];
		for (int row = 0; row < predicted.length; row++) {
			matrix[labels[row]][predicted[row]] += weights[row];
		}
		return new ClassReport(matrix);
	}

	/**
	 * Figures of one class, or of several together.
	 *
	 * @param precision share of those called so that are
	 * @param recall share of those that are that are called so
	 * @param f1 harmonic mean of the two
	 * @param support how many are
	 */
	record Line(double precision, double recall, double f1, int support) {

		Map<String, Object> asMap() {
			Map<String, Object> map = new LinkedHashMap<>();
			map.put("precision", this.precision);
			map.put("recall", this.recall);
			map.put("f1_score", this.f1);
			map.put("support", this.support);
			return map;
		}

	}

	double accuracy() {
		return ratio(IntStream.range(0, this.matrix.length).map((c) -> this.matrix[c][c]).sum(), rows());
	}

	/** Mean over classes, each with the weight of its rows. */
	Line weighted() {
		return mean((line) -> (double) line.support() / rows());
	}

	/** Plain mean over classes. */
	Line macro() {
		return mean((line) -> 1.0 / this.matrix.length);
	}

	Line line(int label) {
		int hits = this.matrix[label][label];
		int support = IntStream.of(this.matrix[label]).sum();
		int called = IntStream.range(0, this.matrix.length).map((c) -> this.matrix[c][label]).sum();
		return new Line(ratio(hits, called), ratio(hits, support), ratio(2 * hits, called + support), support);
	}

	/** The report with classes by name. */
	public Map<String, Object> asMap(List<String> classNames) {
		Map<String, Object> report = new LinkedHashMap<>();
		for (int c = 0; c < this.matrix.length; c++) {
			report.put(classNames.get(c), line(c).asMap());
		}
		report.put("accuracy", accuracy());
		report.put("macro avg", macro().asMap());
		report.put("weighted avg", weighted().asMap());
		return report;
	}

	/**
	 * The confusion matrix with its labels: a line per true class, a column per predicted
	 * one.
	 */
	public Map<String, Object> matrixAsMap(List<String> classNames) {
		List<List<Integer>> lines = new ArrayList<>();
		for (int[] line : this.matrix) {
			lines.add(IntStream.of(line).boxed().toList());
		}
		return Map.of("labels", classNames, "matrix", lines);
	}

	private Line mean(ToDoubleFunction<Line> weight) {
		List<Line> lines = IntStream.range(0, this.matrix.length).mapToObj(this::line).toList();
		return new Line(lines.stream().mapToDouble((line) -> weight.applyAsDouble(line) * line.precision()).sum(),
				lines.stream().mapToDouble((line) -> weight.applyAsDouble(line) * line.recall()).sum(),
				lines.stream().mapToDouble((line) -> weight.applyAsDouble(line) * line.f1()).sum(), rows());
	}

	private int rows() {
		return IntStream.range(0, this.matrix.length).map((c) -> IntStream.of(this.matrix[c]).sum()).sum();
	}

	private static double ratio(int part, int whole) {
		return (whole == 0) ? 0 : (double) part / whole;
	}

}
