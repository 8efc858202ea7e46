package io.exoscout.feature;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FeatureTagTests {

	@ParameterizedTest
	@ValueSource(strings = { "possible_follow_up", "possible follow-up", "Possible Follow-Up", " possible_follow_up " })
	void readsIdAndTitle(String text) {
		assertThat(FeatureTag.of(text)).hasValue(FeatureTag.POSSIBLE_FOLLOW_UP);
	}

	@ParameterizedTest
	@EnumSource
	void readsItsOwnId(FeatureTag tag) {
		assertThat(FeatureTag.of(tag.id())).hasValue(tag);
	}

	@Test
	void doesNotReadAFeature() {
		assertThat(FeatureTag.of("koi_depth")).isEmpty();
	}

}
