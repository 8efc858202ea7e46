package io.exoscout.neighbour;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import io.exoscout.objects.PlaceSort;

/**
 * The objects of a whole table, and what its rows are to each other. Relations are looked
 * up for one row after the other in the order in which neighbours are kept, so that what
 * one row looked at is still at hand for the next; in the order of the table each row
 * would wait for memory dozens of times.
 */
public final class TableObjects {

	private final Neighbours all;

	private final Neighbour[] rows;

	private final List<Lookup> lookups;

	/**
	 * The objects of a table.
	 * @param all of them
	 * @param rows the object of each row; none of a table that is too large to know
	 * @param lookups what is asked for
	 */
	public TableObjects(Neighbours all, Neighbour[] rows, List<Lookup> lookups) {
		this.all = all;
		this.rows = rows;
		this.lookups = lookups;
	}

	/**
	 * A relation that is asked for.
	 *
	 * @param relation which
	 * @param bounds makes a value that is out of bounds {@code NaN}
	 */
	public record Lookup(Relation relation, DoubleUnaryOperator bounds) {

		/** What it says of an object. */
		public double of(Neighbour object, Neighbours neighbours) {
			return this.bounds.applyAsDouble(this.relation.of(object, neighbours));
		}

	}

	/** All of them, each once. */
	public Neighbours all() {
		return this.all;
	}

	/**
	 * What relations say of each row; nothing of a table that is too large to know.
	 *
	 * @param values {@code values[relation][row]}
	 */
	public record Relations(float[][] values) {

		/** Of tables of which nothing is known beforehand. */
		public static final Relations NONE = new Relations(new float[0][]);

		/** Whether something is known of the rows. */
		public boolean known() {
			return this.values.length > 0;
		}

	}

	/**
	 * What the rows are among these objects and others.
	 * @param meanwhile called again and again; may end it with an exception
	 */
	public Relations among(Neighbours neighbours, Runnable meanwhile) {
		if (this.rows.length == 0) {
			return Relations.NONE;
		}
		float[][] values = new float[this.lookups.size()][this.rows.length];
		Neighbour[] named = new Neighbour[this.rows.length];
		Arrays.parallelSetAll(named, (row) -> neighbours.named(this.rows[row]));
		for (LookupOrder order : LookupOrder.values()) {
			int[] ordered = IntStream.range(0, values.length)
				.filter((i) -> this.lookups.get(i).relation().order() == order)
				.toArray();
			if (ordered.length > 0) {
				fill(values, ordered, order, named, neighbours, meanwhile);
			}
		}
		return new Relations(values);
	}

	private void fill(float[][] values, int[] relations, LookupOrder order, Neighbour[] rows, Neighbours neighbours,
			Runnable meanwhile) {
		long[] keys = new long[rows.length];
		for (int row = 0; row < keys.length; row++) {
			keys[row] = PlaceSort.key(order.key(rows[row]), row);
		}
		PlaceSort.sort(keys, keys.length);
		InTurns.forEach(keys.length, meanwhile, (i) -> {
			int row = PlaceSort.place(keys[i]);
			Neighbour object = rows[row];
			for (int relation : relations) {
				values[relation][row] = (float) this.lookups.get(relation).of(object, neighbours);
			}
		});
	}

}
