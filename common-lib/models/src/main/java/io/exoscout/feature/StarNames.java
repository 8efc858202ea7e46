package io.exoscout.feature;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What another table calls the stars of a table that names them otherwise, or by which it
 * knows them at all.
 *
 * @param names the other table's name of each such star
 */
record StarNames(Map<Long, Long> names) {

	/** Of tables that name their stars alike. */
	static final StarNames SAME = new StarNames(Map.of());

	/**
	 * Looks stars up: they are told by a common object, else by the place.
	 * @param objects the objects whose stars they are
	 * @param others those of the other table
	 */
	static StarNames of(Neighbours objects, Neighbours others) {
		Map<Long, Long> names = new HashMap<>();
		// two stars may look like one; only who names all of them otherwise means the
		// same
		boolean foreign = objects.objects().stream().noneMatch((object) -> others.hasStar(object.star()));
		for (Neighbour object : objects.objects()) {
			if (object.star() == Neighbour.NAMELESS || others.hasStar(object.star())
					|| names.containsKey(object.star())) {
				continue;
			}
			Neighbour twin = others.byName(object);
			Optional<Neighbour> same = (twin != null) ? Optional.of(twin)
					: foreign ? others.atPlaceOf(object) : Optional.empty();
			same.filter((other) -> other.star() != Neighbour.NAMELESS)
				.ifPresent((other) -> names.put(object.star(), other.star()));
		}
		return new StarNames(names);
	}

	/** An object by the name that its star has in the other table. */
	Neighbour named(Neighbour object) {
		Long star = this.names.get(object.star());
		return (star != null) ? object.of(star) : object;
	}

}
