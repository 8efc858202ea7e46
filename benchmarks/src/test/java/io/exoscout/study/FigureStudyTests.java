package io.exoscout.study;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.exoscout.archive.Target;
import io.exoscout.model.Algorithm;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FigureStudyTests {

	private static final FigureTask TASK = new FigureTask("made", "made.csv", Target.PLANET,
			List.of(Figure.ROC_AUC, Figure.BRIER), Map.of(Figure.BRIER, "≤ 0.032"), Map.of());

	private static Map<String, Object> results(double rocAuc, Map<String, Object> baselines) {
		return Map.of("roc_auc", rocAuc, "brier", 0.03, "uncalibrated", Map.of("brier", 0.05), "evaluation",
				Map.of("baselines", baselines));
	}

	private static String table(Map<String, Object> baselines) {
		return FigureStudy
			.table(TASK,
					new EnumMap<>(Map.of(Algorithm.XGBOOST,
							new SeedRange(List.of(results(0.98, baselines), results(0.99, baselines))))))
			.toString();
	}

	@Test
	void showsMeanAndRangeAndWhatIsWanted() {
		assertThat(table(Map.of("majority_class", Map.of("roc_auc", 0.5), "archive_score", Map.of("brier", 0.02))))
			.isEqualTo("""
					|                                | ROC-AUC                | Brier                  |
					|---|---|---|
					| `xgboost`                      | 0.9850 (0.9800–0.9900) | 0.0300 (0.0300–0.0300) |
					| the same, not calibrated       | –                      | 0.0500 (0.0500–0.0500) |
					| wanted of the best one         | –                      | ≤ 0.032                |
					| always the most frequent class | 0.5000 (0.5000–0.5000) | –                      |
					| the archive's own score        | –                      | 0.0200 (0.0200–0.0200) |""");
	}

	@Test
	void leavesOutWhatTheArchiveHasNot() {
		assertThat(table(Map.of("majority_class", Map.of("roc_auc", 0.5)))).doesNotContain("archive");
	}

	@Test
	void oneSeedHasNoRange() {
		assertThat(new SeedRange(List.of(Map.of("roc_auc", 0.9))).text(Figure.ROC_AUC)).isEqualTo("0.9000");
	}

}
