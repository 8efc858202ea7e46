package io.exoscout.study;

import java.util.List;
import java.util.Map;

import io.exoscout.result.ResultJson;
import org.junit.jupiter.api.Test;

import io.exoscout.fitting.OutOfFold;
import io.exoscout.trainer.evaluation.PredictionFigures;

import static org.assertj.core.api.Assertions.assertThat;

class FigureTests {

	@Test
	void standsUnderItsName() {
		assertThat(Figure.ROC_AUC.in(Map.of("roc_auc", 0.9))).hasValue(0.9);
	}

	@Test
	void recallsStandInAList() {
		Map<String, Object> results = Map.of("recall_at_precision",
				List.of(Map.of("precision", 0.99, "recall", 0.7), Map.of("precision", 0.97, "recall", 0.8)));
		assertThat(Figure.RECALL_AT_99.in(results)).hasValue(0.7);
		assertThat(Figure.RECALL_AT_97.in(results)).hasValue(0.8);
	}

	@Test
	void isFoundInTheResultsOfRealFigures() {
		OutOfFold predictions = new OutOfFold(new int[] { 0, 1, 1 },
				new double[][] { { 0.9, 0.1 }, { 0.2, 0.8 }, { 0.4, 0.6 } });
		Map<String, Object> results = ResultJson.map(new PredictionFigures(predictions).ranked());
		assertThat(Figure.values()).allMatch((figure) -> figure.in(results).isPresent());
	}

	@Test
	void mayBeMissing() {
		assertThat(Figure.values()).allMatch((figure) -> figure.in(Map.of()).isEmpty());
	}

}
