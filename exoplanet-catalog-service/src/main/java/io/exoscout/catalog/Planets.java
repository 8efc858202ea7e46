package io.exoscout.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** All saved planets. */
interface Planets {

	/**
	 * Saves a planet.
	 * @param fields what to keep of it, checked before
	 * @return the planet with its id
	 */
	Planet save(Map<String, @Nullable Object> fields);

	Optional<Planet> find(String id);

	/** Planets that match, newest first. */
	List<Planet> list(PlanetQuery query);

	/** Whether there was one to delete. */
	boolean delete(String id);

}
