package io.exoscout.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Which planets to list, newest first.
 *
 * @param name only planets whose name contains this, in any case
 * @param type only planets of exactly this type
 * @param maxDistance only planets known to be no farther away, in light years
 * @param limit how many at most
 * @param after only planets that come after the one with this id
 */
record PlanetQuery(@Nullable String name, @Nullable String type, @Nullable Double maxDistance, int limit,
		@Nullable String after) {
}
