package io.exoscout.trainer.ranking;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.exoscout.archive.Target;
import io.exoscout.archive.Verdict;
import io.exoscout.learning.Samples;
import io.exoscout.objects.ObjectTable;

/**
 * The objects of a table that nobody has decided on, in an order of their own, so that
 * nothing depends on the order of the file.
 *
 * @param table the table
 * @param rows their places in the table
 * @param columns places of the model's features among the columns of the table
 * @param samples which sample each object is: tables' own labels are trained on as they
 * are, undecided ones included; -1 for those that are no sample
 */
record Undecided(ObjectTable table, int[] rows, int[] columns, int[] samples) {

	/** What {@link #samples} holds for an object that was not trained on. */
	static final int NEW = -1;

	static Undecided of(ObjectTable table, Samples samples, Target target) {
		int[] rows = Samples.inOrder(table,
				(row) -> table.mission().verdict(table.labels()[row]).filter(Verdict.UNDECIDED::equals).isPresent());
		int[] sampleOf = new int[table.size()];
		Arrays.fill(sampleOf, NEW);
		int[] decided = Samples.decided(table, target);
		for (int sample = 0; sample < decided.length; sample++) {
			sampleOf[decided[sample]] = sample;
		}
		return new Undecided(table, rows, samples.features().stream().mapToInt(table.columns()::indexOf).toArray(),
				Arrays.stream(rows).map((row) -> sampleOf[row]).toArray());
	}

	int size() {
		return this.rows.length;
	}

	boolean isNew(int object) {
		return this.samples[object] == NEW;
	}

	/** How many of them were trained on. */
	long trained() {
		return IntStream.range(0, size()).filter((object) -> !isNew(object)).count();
	}

	String name(int object) {
		return this.table.objects()[this.rows[object]];
	}

	String star(int object) {
		return this.table.stars()[this.rows[object]];
	}

	/** 1-based data row. */
	long row(int object) {
		return this.table.rows()[this.rows[object]];
	}

	float value(int object, int feature) {
		return this.table.values()[this.columns[feature]][this.rows[object]];
	}

	float[] vector(int object) {
		float[] vector = new float[this.columns.length];
		for (int f = 0; f < vector.length; f++) {
			vector[f] = value(object, f);
		}
		return vector;
	}

	/** How many of them are on a star that has decided objects, too. */
	long besideDecided() {
		Set<String> stars = IntStream.range(0, this.table.size())
			.filter((row) -> isDecided(this.table, row))
			.mapToObj((row) -> this.table.stars()[row])
			.filter((star) -> !star.isEmpty())
			.collect(Collectors.toSet());
		return IntStream.range(0, size()).filter((object) -> stars.contains(star(object))).count();
	}

	private static boolean isDecided(ObjectTable table, int row) {
		return table.mission()
			.verdict(table.labels()[row])
			.filter((verdict) -> verdict != Verdict.UNDECIDED)
			.isPresent();
	}

}
