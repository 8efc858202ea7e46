package io.exoscout.predictor.card;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.exoscout.predictor.card.ModelComparison.ComparedFigure;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ModelComparisonTests {

	private static ComparedFigure rocAuc(double... values) {
		return ModelComparison
			.of(IntStream.range(0, values.length).mapToObj((i) -> CardModels.rocAuc("m" + i, values[i])).toList())
			.figures()
			.get(0);
	}

	@Test
	void theBestIsClearWhereIntervalsAreApart() {
		assertThat(rocAuc(0.9, 0.95)).returns("m1", ComparedFigure::best).returns(true, ComparedFigure::clear);
	}

	@Test
	void theBestIsNotClearWhereIntervalsOverlap() {
		assertThat(rocAuc(0.96, 0.95, 0.5)).returns("m0", ComparedFigure::best).returns(false, ComparedFigure::clear);
	}

	@Test
	void equalsAreNotClear() {
		assertThat(rocAuc(0.9, 0.9).clear()).isFalse();
	}

	@Test
	void lessIsBetterOfErrors() {
		ModelComparison comparison = ModelComparison
			.of(List.of(CardModels.card("one", "one", Map.of("brier", 0.2), Map.of(), CardModels.TABLE),
					CardModels.card("two", "two", Map.of("brier", 0.1), Map.of(), CardModels.TABLE)));
		assertThat(comparison.figures()).singleElement()
			.returns("two", ComparedFigure::best)
			.returns(false, ComparedFigure::clear);
		assertThat(comparison.notes()).anySatisfy((note) -> assertThat(note).contains("may be chance"));
	}

	@Test
	void figuresOfDifferentTablesHaveNoBest() {
		ModelComparison comparison = ModelComparison.of(List.of(CardModels.card("one", "one"),
				CardModels.card("two", "two", Map.of("roc_auc", 0.99), Map.of(), "2".repeat(64))));
		assertThat(comparison.comparable()).isFalse();
		assertThat(comparison.figures()).allSatisfy((figure) -> assertThat(figure.best()).isNull());
		assertThat(comparison.notes()).anySatisfy((note) -> assertThat(note).contains("different training tables"));
	}

	@Test
	void settingsThatDifferAreMarked() {
		ModelComparison comparison = ModelComparison
			.of(List.of(CardModels.card("one", "one"), CardModels.card("two", "two")));
		assertThat(comparison.settings()).anySatisfy((setting) -> {
			assertThat(setting.setting()).isEqualTo("n_estimators");
			assertThat(setting.values()).containsExactly("300", "300");
			assertThat(setting.same()).isTrue();
		});
		assertThat(comparison.commonFeatures()).hasSize(3);
		assertThat(comparison.ownFeatures()).containsOnlyKeys("one", "two").containsEntry("one", List.of());
	}

}
