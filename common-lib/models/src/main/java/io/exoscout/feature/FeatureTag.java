package io.exoscout.feature;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What kind of thing a feature tells. Every feature has at least one tag; a whole kind
 * can be left out of a training by its tag.
 */
public enum FeatureTag {

	/** When, how long, how deep, in which shape and where on the sky the star dims. */
	TRANSIT("when, how long, how deep, in which shape and where on the sky the star dims"),
	/** What the catalogues say of the star, or what follows from it. */
	STAR("what the catalogues say of the star, or what follows from it"),
	/** Which other objects of the table are on its star or near it. */
	COMPANY("other objects of the table on its star or near it"),
	/** How well the transit was measured: noise and uncertainties of the light curve. */
	MEASUREMENT("how well the transit was measured: noise and uncertainties"),
	/**
	 * Changes when somebody looks at the object again, so that it tells who was looked at
	 * rather than what the object is. Left out unless somebody asks for it.
	 */
	POSSIBLE_FOLLOW_UP("what changes when somebody looks at the object again");

	private final String meaning;

	FeatureTag(String meaning) {
		this.meaning = meaning;
	}

	/** What features of this kind tell. */
	public String meaning() {
		return this.meaning;
	}

	/** For example {@code possible_follow_up}. */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** For people: {@code possible follow-up}. */
	public String title() {
		return (this == POSSIBLE_FOLLOW_UP) ? "possible follow-up" : id();
	}

	/** A tag by its id or its title, whatever the case. */
	public static Optional<FeatureTag> of(String text) {
		String name = text.strip().toLowerCase(Locale.ROOT);
		return Arrays.stream(values()).filter((tag) -> tag.id().equals(name) || tag.title().equals(name)).findFirst();
	}

	/** All ids. */
	public static List<String> ids() {
		return Arrays.stream(values()).map(FeatureTag::id).toList();
	}

}
