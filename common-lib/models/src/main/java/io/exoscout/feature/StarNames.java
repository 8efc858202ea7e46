package io.exoscout.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

import org.jspecify.annotations.Nullable;

/**
 * What another table calls the stars of a table that names them otherwise, or by which it
 * knows them at all.
 *
 * @param names the other table's name of each such star
 */
record StarNames(Map<Long, Long> names) {

	/** Finds an object in another table. */
	interface Lookup {

		@Nullable Neighbour find(Neighbour object);

	}

	/** Of tables that name their stars alike. */
	static final StarNames SAME = new StarNames(Map.of());

	/**
	 * Looks stars up: they are told by a common object, else by the place.
	 * @param objects the objects whose stars they are
	 * @param known whether the other table has a star of this name
	 * @param byName finds an object in the other table by its name
	 * @param byPlace finds one there by where it is on the sky
	 */
	static StarNames of(List<Neighbour> objects, LongPredicate known, Lookup byName, Lookup byPlace) {
		Map<Long, Long> names = new HashMap<>();
		// two stars may look like one; only who names all of them otherwise means the
		// same
		boolean foreign = objects.stream().noneMatch((object) -> known.test(object.star()));
		for (Neighbour object : objects) {
			if (object.star() == Neighbour.NAMELESS || known.test(object.star()) || names.containsKey(object.star())) {
				continue;
			}
			Neighbour twin = byName.find(object);
			Neighbour same = (twin != null || !foreign) ? twin : byPlace.find(object);
			if (same != null && same.star() != Neighbour.NAMELESS) {
				names.put(object.star(), same.star());
			}
		}
		return new StarNames(names);
	}

	/** An object by the name that its star has in the other table. */
	Neighbour named(Neighbour object) {
		Long star = this.names.get(object.star());
		return (star != null) ? object.of(star) : object;
	}

}
