package io.exoscout.feature;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody wants left out of a training. A column that is named goes with everything
 * computed from it; a computed feature that is named goes alone; a tag takes the features
 * that have it, and leaves others that are computed from the same columns.
 */
public final class Exclusions {

	/** What is left out unless somebody says what to leave out instead. */
	public static final List<String> DEFAULT = List.of(FeatureTag.POSSIBLE_FOLLOW_UP.id());

	/** Why something is left out that was named. */
	static final String REQUESTED = "left out on request";

	private final Set<String> names = new TreeSet<>();

	private final Set<FeatureTag> tags = EnumSet.noneOf(FeatureTag.class);

	/** Leaves out features and columns by their names, and whole tags. */
	public Exclusions(Collection<String> wanted) {
		for (String name : wanted) {
			FeatureTag.of(name).ifPresentOrElse(this.tags::add, () -> this.names.add(name));
		}
	}

	/** The same list with each tag spelled as its id, in order, each entry once. */
	public static List<String> canonical(Collection<String> wanted) {
		return wanted.stream()
			.map((name) -> FeatureTag.of(name).map(FeatureTag::id).orElse(name))
			.distinct()
			.sorted()
			.toList();
	}

	/** The entries that are no tags. */
	public Set<String> names() {
		return this.names;
	}

	/** Why a feature or column is left out for its own sake; empty if it is not. */
	Optional<String> reason(Feature feature) {
		if (this.names.contains(feature.name())) {
			return Optional.of(REQUESTED);
		}
		return feature.tags()
			.stream()
			.filter(this.tags::contains)
			.findFirst()
			.map((tag) -> "left out: tag " + tag.title() + (feature.doubt().isEmpty() ? "" : "; " + feature.doubt()));
	}

}
