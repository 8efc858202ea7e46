package io.exoscout.neighbour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

import io.exoscout.objects.SameObjects;
import org.jspecify.annotations.Nullable;

/**
 * What another table calls the stars of a table that names them otherwise, or by which it
 * knows them at all; and what one table calls those it has under several names.
 *
 * @param names the one name of each such star
 * @param objects the one name of each object that has several
 */
record StarNames(Map<Long, Long> names, Map<Long, Long> objects) {

	/** Of fewer objects no other thread is asked. */
	private static final int MANY = 1 << 10;

	/** Finds an object in another table. */
	interface Lookup {

		@Nullable Neighbour find(Neighbour object);

	}

	/** Of tables that name their stars alike. */
	static final StarNames SAME = new StarNames(Map.of(), Map.of());

	/**
	 * Gives objects that stand under several names the same one, so that nobody is in his
	 * own company; nameless copies of others are left out.
	 * @param objects all objects of a table, in an order that depends on nothing else
	 * @param meanwhile called again and again; may end it with an exception
	 * @return what was called otherwise
	 */
	static StarNames join(List<Neighbour> objects, Runnable meanwhile) {
		int[] same = same(objects, meanwhile);
		boolean[] several = several(same);
		Map<Long, Long> stars = new HashMap<>();
		Map<Long, Long> names = new HashMap<>();
		// of each object the first name that some row has for it, and for its star
		Map<Integer, Long> named = new HashMap<>();
		Map<Integer, Long> starred = new HashMap<>();
		for (int i = 0; i < same.length; i++) {
			Neighbour object = objects.get(i);
			if (several[i] && object.named()) {
				Long first = named.putIfAbsent(same[i], object.object());
				link(names, object.object(), (first != null) ? first : object.object());
			}
			if (several[i] && object.star() != Neighbour.NAMELESS) {
				Long first = starred.putIfAbsent(same[i], object.star());
				link(stars, object.star(), (first != null) ? first : object.star());
			}
		}
		List<Neighbour> left = new ArrayList<>(objects.size());
		StarNames joined = new StarNames(flat(stars), flat(names));
		for (int i = 0; i < same.length; i++) {
			boolean surplus = several[i] && !objects.get(i).named() && (named.containsKey(same[i]) || same[i] != i);
			if (!surplus) {
				left.add(joined.named(objects.get(i)));
			}
		}
		objects.clear();
		objects.addAll(left);
		return joined;
	}

	/** Which objects stand there more than once. */
	private static boolean[] several(int[] same) {
		boolean[] several = new boolean[same.length];
		for (int i = 0; i < same.length; i++) {
			if (same[i] != i) {
				several[i] = true;
				several[same[i]] = true;
			}
		}
		return several;
	}

	/** Whether nothing is called otherwise. */
	boolean none() {
		return this.names.isEmpty() && this.objects.isEmpty();
	}

	/** These names, and what those are called by others. */
	StarNames then(StarNames others) {
		return new StarNames(then(this.names, others.names), then(this.objects, others.objects));
	}

	private static Map<Long, Long> then(Map<Long, Long> names, Map<Long, Long> others) {
		Map<Long, Long> all = new HashMap<>(others);
		names.forEach((name, other) -> all.put(name, others.getOrDefault(other, other)));
		return all;
	}

	/**
	 * Looks stars up: they are told by a common object, else by the place.
	 * @param objects the objects whose stars they are
	 * @param known whether the other table has a star of this name
	 * @param byName finds an object in the other table by its name
	 * @param byPlace finds one there by where it is on the sky
	 * @param meanwhile called again and again; may end it with an exception
	 */
	static StarNames of(List<Neighbour> objects, LongPredicate known, Lookup byName, Lookup byPlace,
			Runnable meanwhile) {
		Map<Long, Long> names = new HashMap<>();
		// two stars may look like one; only who names all of them otherwise means the
		// same
		boolean foreign = objects.stream().noneMatch((object) -> known.test(object.star()));
		Neighbour[] twins = new Neighbour[objects.size()];
		IntConsumer find = (place) -> {
			Neighbour object = objects.get(place);
			if (object.star() != Neighbour.NAMELESS && !known.test(object.star())) {
				Neighbour twin = byName.find(object);
				twins[place] = (twin != null || !foreign) ? twin : byPlace.find(object);
			}
		};
		if (twins.length < MANY) {
			IntStream.range(0, twins.length).forEach(find);
		}
		else {
			InTurns.forEach(twins.length, meanwhile, find);
		}
		for (int place = 0; place < twins.length; place++) {
			Neighbour same = twins[place];
			if (same != null && same.star() != Neighbour.NAMELESS) {
				names.putIfAbsent(objects.get(place).star(), same.star());
			}
		}
		return new StarNames(names, Map.of());
	}

	/** An object by the one name that it has, and its star. */
	Neighbour named(Neighbour object) {
		if (none()) {
			return object;
		}
		Long star = this.names.get(object.star());
		Long name = this.objects.get(object.object());
		return (star == null && name == null) ? object
				: object.named((name != null) ? name : object.object(), (star != null) ? star : object.star());
	}

	/** Of each object the first one that is the same. */
	private static int[] same(List<Neighbour> objects, Runnable meanwhile) {
		float[][] numbers = new float[7][objects.size()];
		int i = 0;
		for (Neighbour object : objects) {
			numbers[0][i] = object.period();
			numbers[1][i] = object.epoch();
			numbers[2][i] = object.ra();
			numbers[3][i] = object.dec();
			numbers[4][i] = object.duration();
			numbers[5][i] = object.radius();
			numbers[6][i++] = object.impact();
		}
		return SameObjects.find(numbers[0], numbers[1], numbers[2], numbers[3],
				new float[][] { numbers[4], numbers[5], numbers[6] }, meanwhile);
	}

	/** Makes two names one. */
	private static void link(Map<Long, Long> names, long one, long other) {
		long a = last(names, one);
		long b = last(names, other);
		if (a != b) {
			names.put(a, b);
		}
	}

	private static Map<Long, Long> flat(Map<Long, Long> names) {
		Map<Long, Long> flat = new HashMap<>();
		List.copyOf(names.keySet()).forEach((name) -> flat.put(name, last(names, name)));
		return flat;
	}

	private static long last(Map<Long, Long> names, long name) {
		long last = name;
		for (Long next = names.get(last); next != null; next = names.get(last)) {
			last = next;
		}
		// no way is gone twice in full
		if (last != name) {
			names.put(name, last);
		}
		return last;
	}

}
