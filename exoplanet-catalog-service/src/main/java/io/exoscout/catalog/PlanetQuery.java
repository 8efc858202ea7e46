package io.exoscout.catalog;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Which planets to list, in which order, and what of each.
 *
 * @param text only planets whose name or star contains this, however it is written
 * @param equal fields with the value they should have
 * @param ranges fields with the values they should lie between; only measurements do
 * @param source whether they come from the archive, or were entered by hand
 * @param fields what to show of each; everything where there are none
 * @param order what they are sorted by; the newest first where it is {@code null}
 * @param descending whether the largest comes first
 */
record PlanetQuery(@Nullable String text, Map<String, Object> equal, Map<String, Range> ranges, @Nullable Source source,
		List<String> fields, @Nullable String order, boolean descending) {

	/** Where planets come from. */
	enum Source {

		ARCHIVE, OWN

	}

	/**
	 * Values that are asked for.
	 *
	 * @param least the smallest, if there is one
	 * @param most the largest, if there is one
	 */
	record Range(@Nullable Double least, @Nullable Double most) {
	}

}
