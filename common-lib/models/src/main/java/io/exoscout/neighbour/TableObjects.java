package io.exoscout.neighbour;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import io.exoscout.objects.PlaceSort;

/**
 * The objects of a whole table, and what its rows are to each other. Relations are looked
 * up for one row after the other in the order in which neighbours are kept, so that what
 * one row looked at is still at hand for the next; in the order of the table each row
 * would wait for memory dozens of times.
 */
public final class TableObjects {

	/** So many rows are looked up together. */
	private static final int STRETCH = 64;

	/** An object that can not be told from others, of which nothing is known. */
	private static final Neighbour NOBODY = new Neighbour(Neighbour.NAMELESS, Neighbour.NAMELESS, Float.NaN, Float.NaN,
			Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN);

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
		boolean company = Arrays.stream(relations).anyMatch(this::asksForCompany);
		boolean[] matched = company ? matched(neighbours, meanwhile) : new boolean[0];
		inOrder(order, List.of(rows), meanwhile, (objects, places) -> {
			for (int relation : relations) {
				Lookup lookup = this.lookups.get(relation);
				ToDoubleFunction<Neighbour> found = asksForCompany(relation)
						? (object) -> Relation.smallCompanions(object, neighbours, (place) -> matched[place])
						: (object) -> lookup.relation().of(object, neighbours);
				for (int i = 0; i < objects.length; i++) {
					values[relation][places[i]] = (float) lookup.bounds()
						.applyAsDouble(found.applyAsDouble(objects[i]));
				}
			}
		});
	}

	private boolean asksForCompany(int relation) {
		return this.lookups.get(relation).relation() == Relation.SMALL_COMPANIONS;
	}

	/**
	 * Which objects have a match, by their places among those sorted by star. Looked up
	 * by period, where those that may match lie side by side: by star each would be
	 * looked for far away, once for each of its companions.
	 */
	private static boolean[] matched(Neighbours neighbours, Runnable meanwhile) {
		List<Neighbour> byStar = neighbours.index().byStar();
		boolean[] matched = new boolean[byStar.size()];
		inOrder(LookupOrder.PERIOD, byStar, meanwhile, (objects, places) -> {
			for (int i = 0; i < objects.length; i++) {
				matched[places[i]] = Relation.hasMatch(objects[i], neighbours);
			}
		});
		return matched;
	}

	/** Takes some objects and their places. */
	private interface Stretch {

		void take(Neighbour[] objects, int[] places);

	}

	/** Goes through objects in an order, a few at a time, on all processors. */
	private static void inOrder(LookupOrder order, List<Neighbour> objects, Runnable meanwhile, Stretch action) {
		long[] keys = new long[objects.size()];
		for (int place = 0; place < keys.length; place++) {
			keys[place] = PlaceSort.key(order.key(objects.get(place)), place);
		}
		PlaceSort.sort(keys, keys.length);
		InTurns.forEach((keys.length + STRETCH - 1) / STRETCH, InTurns.TOGETHER / STRETCH, meanwhile, (stretch) -> {
			int from = stretch * STRETCH;
			int[] places = new int[Math.min(keys.length - from, STRETCH)];
			Neighbour[] some = new Neighbour[places.length];
			for (int i = 0; i < places.length; i++) {
				places[i] = PlaceSort.place(keys[from + i]);
				Neighbour object = objects.get(places[i]);
				// looked into here, so that memory is asked for many of them at once
				some[i] = object.recognisable() ? object : NOBODY;
			}
			action.take(some, places);
		});
	}

}
