package io.exoscout.predictor.card;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CardPageTests {

	@Test
	void showsEverySectionOfAModelCard() {
		assertThat(CardPage.of(CardModels.card("one", "mine"), List.of("champion"))).contains("<h1>Model mine</h1>",
				"champion", "Intended use", "Not for", "Training data", "Kept from it", "koi_score", "How good it is",
				"0.9700", "0.9500", "Limits", "What happens without columns", "koi_period", "How to cite it");
	}

	@Test
	void claimsNothingOfATrainingThatIsNotKnown() {
		String page = CardPage.of(CardModels.ofOnnx(Map.of("onnx_producer", "skl2onnx 1.14.0")), List.of());
		assertThat(page)
			.contains("from sklearn.onnx; an ONNX file by skl2onnx 1.14.0", "no figures came with it",
					"made of an ONNX file by skl2onnx 1.14.0", "knows no object of its training table")
			.doesNotContain("trained by job", "seed 42", "0".repeat(64), "Base rates");
	}

	@Test
	void saysWhichModelOfOurOwnCameBack() {
		String page = CardPage.of(
				CardModels.ofOnnx(Map.of("onnx_producer", "exoscout", "onnx_job_id", "j1", "onnx_objects", "7")),
				List.of());
		assertThat(page).contains("an ONNX file by exoscout, trained by job j1")
			.doesNotContain("knows no object of its training table");
	}

	@Test
	void runsNothingThatAFileBrings() {
		String evil = "</td><script>alert('\"x\"')</script>&";
		String page = CardPage.of(
				CardModels.card(evil, evil, Map.of("roc_auc", 0.5),
						Map.of("protocol", evil, "notes", List.of(evil), "leak_audit",
								Map.of("flagged_in_table", List.of(Map.of("column", evil, "finding", evil)))),
						evil),
				List.of(evil));
		assertThat(page).doesNotContain("<script", "</td>&lt;/td><", "'\"").contains("&lt;script&gt;");
	}

	@Test
	void comparisonRunsNothingEither() {
		String evil = "<img src=x onerror=alert(1)>";
		ModelComparison comparison = ModelComparison
			.of(List.of(CardModels.card("one", evil), CardModels.card("two", "mine")));
		assertThat(ComparisonPage.of(comparison)).doesNotContain("<img").contains("&lt;img", "roc_auc");
	}

}
