package io.exoscout.feature;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A feature, as its feature set declares it: computed, or a column as it is.
 *
 * @param name its name
 * @param unit the unit of its values, blank where there is none
 * @param formula how it is computed, from columns and from other lines of the set
 * @param sources the table's columns it comes from in the end
 * @param reference the paper it follows, or blank
 * @param meaning what it says, in words
 * @param tags what kind of thing it tells; none in sets from before there were tags
 * @param doubt what speaks against trusting it, for the reader of a ranking; or blank
 */
public record Feature(String name, String unit, String formula, List<String> sources, String reference, String meaning,
		List<FeatureTag> tags, @JsonInclude(JsonInclude.Include.NON_EMPTY) String doubt) {
}
