package io.exoscout.explanation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.ColumnRole;
import io.exoscout.archive.Mission;
import io.exoscout.feature.Feature;
import io.exoscout.feature.FeatureSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReasonSentencesTests {

	private static @Nullable String told(ReasonLanguage language, String feature, @Nullable Float value,
			double contribution, String className) {
		return new ReasonSentences(language).of(feature, value, contribution, ScoreUnit.LOG_ODDS, className)
			.orElse(null);
	}

	@Test
	void aTransitTooLongForItsStarSpeaksAgainstAPlanet() {
		assertThat(told(ReasonLanguage.ENGLISH, "log_density_ratio", -1f, -0.8, "CONFIRMED")).isEqualTo(
				"The transit is too long for this star's density (it asks for one 10 times lower): this speaks against a planet.");
		assertThat(told(ReasonLanguage.SPANISH, "log_density_ratio", -1f, -0.8, "CONFIRMED")).isEqualTo(
				"El tránsito es demasiado largo para la densidad de esta estrella (pide una 10 veces menor): habla en contra de un planeta.");
	}

	@Test
	void aStarNearbySpeaksForAFalsePositive() {
		assertThat(told(ReasonLanguage.ENGLISH, "nearest_star", 1 / 3f, 0.5, "FALSE POSITIVE"))
			.isEqualTo("Another star with an object is only 20″ away: this speaks for a false positive.");
		assertThat(told(ReasonLanguage.SPANISH, "nearest_star", 1 / 3f, 0.5, "FALSE POSITIVE"))
			.isEqualTo("Otra estrella con un objeto está a solo 20″: habla a favor de un falso positivo.");
	}

	@Test
	void numbersAreWrittenAsTheLanguageWritesThem() {
		assertThat(told(ReasonLanguage.ENGLISH, "koi_period", 9.488036f, 0.2, "CONFIRMED")).contains("9.49 days");
		assertThat(told(ReasonLanguage.SPANISH, "koi_period", 9.488036f, 0.2, "CONFIRMED")).contains("9,49 días");
		assertThat(told(ReasonLanguage.ENGLISH, "koi_depth", 123456f, 0.2, "CONFIRMED")).contains("123000 ppm");
	}

	@Test
	void aBlankIsTold() {
		assertThat(told(ReasonLanguage.ENGLISH, "koi_teq", null, 0.2, "CONFIRMED"))
			.isEqualTo("There is no value of koi_teq: this speaks for a planet.");
	}

	@Test
	void weakContributionsAreNotWorthASentence() {
		assertThat(told(ReasonLanguage.ENGLISH, "koi_period", 9f, 0.09, "CONFIRMED")).isNull();
		ReasonSentences english = new ReasonSentences(ReasonLanguage.ENGLISH);
		assertThat(english.of("koi_period", 9f, 0.09, ScoreUnit.PROBABILITY, "CONFIRMED")).isPresent();
		assertThat(english.of("koi_period", 9f, -0.01, ScoreUnit.PROBABILITY, "CONFIRMED")).isEmpty();
	}

	@Test
	void whatNobodyHasWrittenAboutIsToldByItsName() {
		assertThat(told(ReasonLanguage.ENGLISH, "my_feature", 2f, -1, "MOON"))
			.isEqualTo("My_feature is 2: this speaks against MOON.");
	}

	@ParameterizedTest
	@EnumSource
	void everythingThatModelsLookAtIsWrittenAbout(Mission mission) {
		List<String> columns = ArchiveColumns.named(mission)
			.stream()
			.filter((column) -> column.role() == ColumnRole.FEATURE)
			.map((column) -> column.name())
			.toList();
		List<String> computed = Stream.concat(Stream.of(mission.id() + "-2"), FeatureSet.offered(mission).stream())
			.flatMap((version) -> FeatureSet.of(mission, version).features().stream())
			.map(Feature::name)
			.toList();
		assertThat(columns).isNotEmpty().allMatch(ReasonSentences::knows);
		assertThat(computed).isNotEmpty().allMatch(ReasonSentences::knows);
	}

	@ParameterizedTest
	@EnumSource
	void everyValueHasASentenceOfItsFeature(Mission mission) {
		FeatureSet.offered(mission)
			.stream()
			.flatMap((version) -> FeatureSet.of(mission, version).features().stream())
			.forEach((feature) -> Arrays.stream(ReasonLanguage.values())
				.forEach((language) -> Stream.of(-1e9f, -1f, -0.2f, 0f, 0.5f, 1f, 1.5f, 9f, 1e9f)
					.forEach((value) -> assertThat(told(language, feature.name(), value, 1, "CONFIRMED"))
						.doesNotContain("{", "}")
						.matches((said) -> !said.toLowerCase(Locale.ROOT).startsWith(feature.name())))));
	}

}
