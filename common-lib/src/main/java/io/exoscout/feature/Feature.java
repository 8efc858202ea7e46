package io.exoscout.feature;

import java.util.List;

/**
 * A computed feature, as its feature set declares it.
 *
 * @param name its name, that of no column
 * @param unit the unit of its values, blank where there is none
 * @param formula how it is computed, from columns and from other lines of the set
 * @param sources the table's columns it comes from in the end
 * @param reference the paper it follows, or blank
 * @param meaning what it says, in words
 */
public record Feature(String name, String unit, String formula, List<String> sources, String reference,
		String meaning) {
}
