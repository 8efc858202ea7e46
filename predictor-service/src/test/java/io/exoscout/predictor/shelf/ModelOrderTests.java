package io.exoscout.predictor.shelf;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.model.Algorithm;
import io.exoscout.model.ModelStore.ModelLine;
import io.exoscout.model.ModelStore.ModelPlace;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ModelOrderTests {

	private static final List<ModelLine> LINES = List.of(line("a", "x", 1, Map.of("roc_auc", 0.9)),
			line("b", "z", 2, Map.of("roc_auc", 0.95)), line("c", "y", 3, Map.of()),
			line("d", "x", 4, Map.of("roc_auc", 0.9)));

	private static ModelLine line(String id, String name, int second, Map<String, Double> metrics) {
		return new ModelLine(new ModelPlace(Instant.ofEpochSecond(second), id), name, Mission.KEPLER, Algorithm.XGBOOST,
				Target.PLANET, metrics, false);
	}

	private static Stream<ModelSpot> spots(ModelOrder order) {
		return LINES.stream().map(order::spot).sorted(order.comparator());
	}

	@ParameterizedTest
	@CsvSource({ "-created_at,dcba", "created_at,abcd", "model_name,dacb", "-model_name,bcda", "-roc_auc,bdac",
			"roc_auc,dabc", "brier,dcba" })
	void ordersModelsWithThoseThatLackTheFigureLast(String order, String expected) {
		assertThat(spots(ModelOrder.of(order)).map(ModelSpot::modelId).reduce("", String::concat)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-created_at", "model_name", "roc_auc", "-brier" })
	void cursorIsAsGoodAsTheModel(String text) {
		ModelOrder order = ModelOrder.of(text);
		assertThat(spots(order)).allSatisfy((spot) -> {
			assertThat(ModelSpot.of(spot.cursor(), text)).isEqualTo(spot);
			assertThat(order.comparator().compare(ModelSpot.of(spot.cursor(), text), spot)).isZero();
		});
	}

	@Test
	void cursorOfAnotherOrderIsNone() {
		String cursor = spots(ModelOrder.of("roc_auc")).findFirst().orElseThrow().cursor();
		for (String other : List.of(cursor, "", "!", "bm9uZQ")) {
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> ModelSpot.of(other, "-roc_auc"))
				.returns(ErrorCode.INVALID_PARAMETER, ProblemException::code);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-", "auc", "--roc_auc", "ROC_AUC" })
	void namesTheOrdersThereAre(String order) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> ModelOrder.of(order))
			.withMessageContaining("created_at, model_name, roc_auc");
	}

}
