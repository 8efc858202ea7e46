package io.exoscout.feature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Something a model looks at, for people: a column of the table, or what is computed from
 * columns.
 *
 * @param name the feature's name
 * @param kind {@link #COLUMN} or {@link #COMPUTED}
 * @param unit the unit of its values, blank where there is none
 * @param column the column it is, if it is one
 * @param formula how it is computed, if it is
 * @param tags what kind of thing it tells
 * @param meaning what it says, in words
 * @param doubt what speaks against trusting it, or blank
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeatureInput(String name, String kind, String unit, @Nullable String column, @Nullable String formula,
		List<FeatureTag> tags, String meaning, @JsonInclude(JsonInclude.Include.NON_EMPTY) String doubt) {

	/** A column as it stands in the table. */
	public static final String COLUMN = "column";

	/** Computed from columns. */
	public static final String COMPUTED = "computed";

	/** The ids of its tags. */
	public List<String> tagIds() {
		return this.tags.stream().map(FeatureTag::id).toList();
	}

	/** The same for a reader of reasons, who has not asked for doubts. */
	public static List<String> doubtNotes(List<FeatureInput> inputs) {
		return doubts(inputs).stream().map("In doubt: "::concat).toList();
	}

	/** What speaks against trusting some of them, a sentence for each such doubt. */
	public static List<String> doubts(List<FeatureInput> inputs) {
		return inputs.stream()
			.filter((input) -> !input.doubt().isEmpty())
			.collect(Collectors.groupingBy(FeatureInput::doubt, LinkedHashMap::new,
					Collectors.mapping(FeatureInput::name, Collectors.joining(", "))))
			.entrySet()
			.stream()
			.map((said) -> said.getValue() + ": " + said.getKey() + ".")
			.toList();
	}

}
