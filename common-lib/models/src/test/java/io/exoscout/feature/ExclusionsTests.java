package io.exoscout.feature;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExclusionsTests {

	private static final Feature FEATURE = new Feature("spread", "", "a / b", List.of("a", "b"), "", "",
			List.of(FeatureTag.STAR, FeatureTag.POSSIBLE_FOLLOW_UP), "tells who was looked at");

	@Test
	void spellsEachTagInOneWayAndSortsByName() {
		assertThat(Exclusions.canonical(List.of("possible follow-up", "star", "b", "a", "possible_follow_up", "b")))
			.containsExactly("a", "b", "possible_follow_up", "star");
	}

	@Test
	void saysWhichTagTakesAFeatureAndWhatSpeaksAgainstIt() {
		assertThat(new Exclusions(List.of("possible_follow_up")).reason(FEATURE))
			.hasValue("left out: tag possible follow-up; tells who was looked at");
	}

	@Test
	void takesAFeatureByItsName() {
		assertThat(new Exclusions(List.of("spread")).reason(FEATURE)).hasValue("left out on request");
	}

	@Test
	void leavesAFeatureOfOtherTags() {
		assertThat(new Exclusions(List.of("company", "transit")).reason(FEATURE)).isEmpty();
	}

	@Test
	void tagsAreNoNames() {
		assertThat(new Exclusions(List.of("company", "spread", "Possible Follow-Up")).names())
			.containsExactly("spread");
	}

}
