package io.exoscout.learning;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import io.exoscout.archive.Mission;
import io.exoscout.archive.StarName;
import io.exoscout.archive.Target;
import io.exoscout.archive.Verdict;
import io.exoscout.model.TrainingOptions;
import io.exoscout.objects.ObjectTable;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;

/**
 * The decided rows of a table, in an order of their own (by star and object), so that
 * nothing depends on the order of the file.
 *
 * @param features names of the columns
 * @param classNames the classes, planets last; the last one is "positive" where a figure
 * needs one
 * @param values {@code values[feature][row]}, {@code NaN} where missing
 * @param labels index of each row's class
 * @param stars each row's star, or its own name where the table names no star
 * @param archiveScores the archive's own score of each row, {@code NaN} where it has
 * none; a leak, for comparison only
 */
public record Samples(List<String> features, List<String> classNames, float[][] values, int[] labels, String[] stars,
		float[] archiveScores) {

	/**
	 * Picks the rows that can be trained on.
	 * @param table the table
	 * @param options says what to tell apart, and which columns to leave out
	 * @return the rows
	 * @throws ProblemException {@code UNUSABLE} if there is no column, or fewer than two
	 * classes
	 */
	public static Samples of(ObjectTable table, TrainingOptions options) {
		List<String> features = table.columns()
			.stream()
			.filter((column) -> !options.excludeFeatures().contains(column))
			.toList();
		if (features.isEmpty()) {
			throw new ProblemException(ErrorCode.NO_USABLE_COLUMN,
					"No column is left to learn from after leaving out " + options.excludeFeatures() + ".");
		}
		int[] rows = decided(table, options.target());
		List<String> classNames = classNames(table, options.target(), rows);
		int[] labels = new int[rows.length];
		String[] stars = new String[rows.length];
		for (int i = 0; i < rows.length; i++) {
			labels[i] = classNames.indexOf(classOf(table, options.target(), rows[i]));
			stars[i] = StarName.of(table.stars()[rows[i]], table.objects()[rows[i]], table.rows()[rows[i]]);
		}
		float[][] values = features.stream()
			.map((feature) -> pick(table.values()[table.columns().indexOf(feature)], rows))
			.toArray(float[][]::new);
		return new Samples(features, classNames, values, labels, stars, pick(table.archiveScores(), rows));
	}

	/** How many rows there are. */
	public int size() {
		return this.labels.length;
	}

	/** The same rows without some of the columns. */
	public Samples without(Collection<String> columns) {
		int[] left = IntStream.range(0, this.features.size())
			.filter((feature) -> !columns.contains(this.features.get(feature)))
			.toArray();
		return new Samples(IntStream.of(left).mapToObj(this.features::get).toList(), this.classNames,
				IntStream.of(left).mapToObj((feature) -> this.values[feature]).toArray(float[][]::new), this.labels,
				this.stars, this.archiveScores);
	}

	/** Copies one row into a feature vector. */
	public void copyRow(int row, float[] vector) {
		for (int f = 0; f < vector.length; f++) {
			vector[f] = this.values[f][row];
		}
	}

	/** How many rows each class has, by name, in class order. */
	public int[] classCounts() {
		int[] counts = new int[this.classNames.size()];
		for (int label : this.labels) {
			counts[label]++;
		}
		return counts;
	}

	/** The rows of a table that can be trained on, in the order of the samples. */
	public static int[] decided(ObjectTable table, Target target) {
		return inOrder(table, (row) -> target.classOf(table.mission(), table.labels()[row]).isPresent());
	}

	/** Rows of a table in an order that is not that of the file. */
	public static int[] inOrder(ObjectTable table, IntPredicate chosen) {
		return IntStream.range(0, table.size())
			.filter(chosen)
			.boxed()
			.sorted(Comparator.comparing((Integer row) -> table.stars()[row])
				.thenComparing((row) -> table.objects()[row])
				.thenComparing((row) -> table.rows()[row]))
			.mapToInt(Integer::intValue)
			.toArray();
	}

	private static List<String> classNames(ObjectTable table, Target target, int[] rows) {
		Map<String, Verdict> found = new TreeMap<>();
		for (int row : rows) {
			Verdict verdict = table.mission().verdict(table.labels()[row]).orElseThrow();
			found.put(classOf(table, target, row), verdict);
		}
		if (found.size() < 2) {
			throw oneClass(table.mission(), target, found);
		}
		// no planet, undecided, planet; by name among equals
		List<Verdict> order = List.of(Verdict.NOT_PLANET, Verdict.UNDECIDED, Verdict.PLANET);
		return found.entrySet()
			.stream()
			.sorted(Comparator.comparing((entry) -> order.indexOf(entry.getValue())))
			.map(Map.Entry::getKey)
			.toList();
	}

	private static ProblemException oneClass(Mission mission, Target target, Map<String, Verdict> found) {
		String there = found.isEmpty() ? "no decided row" : "only " + found.keySet().iterator().next() + " rows";
		return new ProblemException(ErrorCode.ONE_CLASS,
				"Training for the target '%s' takes rows of at least two classes of %s; this table has %s."
					.formatted(target.id(), mission.labelColumn(), there));
	}

	private static String classOf(ObjectTable table, Target target, int row) {
		return target.classOf(table.mission(), table.labels()[row]).orElseThrow();
	}

	/** The values of some rows of a column, in the order of these. */
	public static float[] pick(float[] column, int[] rows) {
		float[] picked = new float[rows.length];
		for (int i = 0; i < rows.length; i++) {
			picked[i] = column[rows[i]];
		}
		return picked;
	}

}
