package io.exoscout.suite;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class FeatureWordsTests {

	private final FeatureWords words = new FeatureWords(
			json("""
					{"mission": "kepler", "computed_features": [
					  {"name": "duration_ratio", "unit": "", "meaning": "how much longer the transit takes than it should"}]}"""));

	@Test
	void valuesHaveUnits() {
		assertThat(this.words.value(json("{\"feature\": \"koi_depth\", \"value\": 153.0}")))
			.isEqualTo("koi_depth = 153.0 ppm");
		assertThat(this.words.value(json("{\"feature\": \"duration_ratio\", \"value\": 1.5}")))
			.isEqualTo("duration_ratio = 1.5");
		assertThat(this.words.value(json("{\"feature\": \"koi_depth\", \"value\": null}")))
			.isEqualTo("koi_depth unknown");
	}

	@Test
	void contributionsHaveADirection() {
		assertThat(FeatureWords.direction(json("{\"contribution\": 0.8}"))).isEqualTo("speaks for a planet (+0.80)");
		assertThat(FeatureWords.direction(json("{\"contribution\": -0.25}")))
			.isEqualTo("speaks against a planet (-0.25)");
	}

	@Test
	void featuresHaveMeanings() {
		assertThat(this.words.meaning("koi_depth")).isEqualTo("Transit Depth, in ppm");
		assertThat(this.words.meaning("duration_ratio")).isEqualTo("how much longer the transit takes than it should");
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

}
