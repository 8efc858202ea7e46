package io.exoscout.orchestrator;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.exoscout.body.TableLimits;
import io.exoscout.model.Algorithm;
import io.exoscout.web.UploadSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/** What a form can be made of. */
class OptionsControllerTests {

	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private JsonNode options;

	@BeforeEach
	void ask() throws Exception {
		OptionsController controller = new OptionsController(
				new UploadSettings(DataSize.ofMegabytes(7), DataSize.ofMegabytes(1), Path.of("uploads")),
				TableLimits.DEFAULTS);
		MockMvcTester http = MockMvcTester.of(List.of(controller),
				(builder) -> builder.setMessageConverters(new JacksonJsonHttpMessageConverter(JSON)).build());
		this.options = JSON.readTree(
				http.get().uri("/exo-scout-orchestrator/options").exchange().getResponse().getContentAsByteArray());
	}

	private JsonNode algorithm(Algorithm algorithm) {
		return this.options.get("algorithms")
			.valueStream()
			.filter((one) -> one.get("id").asString().equals(algorithm.id()))
			.findFirst()
			.orElseThrow();
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void acceptsTheBoundsAndDefaultsItNames(Algorithm algorithm) {
		Map<String, Number> smallest = new TreeMap<>();
		Map<String, Number> largest = new TreeMap<>();
		Map<String, Number> usual = new TreeMap<>();
		algorithm(algorithm).get("hyperparameters").forEach((setting) -> {
			assertThat(setting.get("meaning").asString()).isNotBlank();
			String name = setting.get("name").asString();
			smallest.put(name, setting.get("min").numberValue());
			largest.put(name, setting.get("max").numberValue());
			usual.put(name, setting.get("default").numberValue());
		});
		assertThat(algorithm.check(smallest)).isEqualTo(smallest);
		assertThat(algorithm.check(largest)).isEqualTo(largest);
		assertThat(algorithm.check(Map.of())).isEqualTo(usual);
	}

	@Test
	void namesWhatIsUsedWhereNothingIsAskedFor() {
		TrainingRequest nothing = new TrainingRequestReader(JSON).read(null);
		JsonNode defaults = this.options.get("defaults");
		assertThat(defaults.get("algorithm").asString()).isEqualTo(nothing.options().algorithm().id());
		assertThat(defaults.get("target").asString()).isEqualTo(nothing.options().target().id());
		assertThat(defaults.get("seed").asLong()).isEqualTo(nothing.options().seed());
		assertThat(defaults.get("exclude_features").get(0).asString())
			.isEqualTo(nothing.options().excludeFeatures().get(0));
	}

	@Test
	void saysWhichEngineHasWhichAlgorithm() {
		assertThat(algorithm(Algorithm.XGBOOST).get("engines").valueStream().map(JsonNode::asString))
			.containsExactly("exoscout", "tribuo");
		assertThat(algorithm(Algorithm.ENSEMBLE).get("engines").valueStream().map(JsonNode::asString))
			.containsExactly("exoscout");
	}

	@Test
	void saysWhichFeatureSetsThereAreForEachMission() {
		assertThat(this.options.get("missions").get(0).get("features").valueStream().map(JsonNode::asString))
			.containsExactly("kepler-3", "kepler-4");
		assertThat(this.options.get("missions").get(2).get("features").valueStream().map(JsonNode::asString))
			.containsExactly("k2-3");
	}

	@Test
	void saysHowLargeATableMayBe() {
		assertThat(this.options.get("limits").get("upload_bytes").asLong()).isEqualTo(7 << 20);
		assertThat(this.options.get("limits").get("columns").asInt()).isEqualTo(2000);
	}

	@Test
	void saysWhichColumnsTellAnObjectAndItsVerdict() {
		JsonNode tess = this.options.get("missions").get(1);
		assertThat(tess.get("id").asString()).isEqualTo("tess");
		assertThat(tess.get("label_column").asString()).isEqualTo("tfopwg_disp");
		assertThat(tess.get("labels").valueStream().map(JsonNode::asString)).containsExactly("APC", "CP", "FA", "FP",
				"KP", "PC");
	}

}
