package io.exoscout.predictor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.exoscout.admission.CallerPresence;
import io.exoscout.alias.ModelAlias;
import io.exoscout.dataset.Datasets;
import io.exoscout.explanation.WantedExplanation;
import io.exoscout.model.ModelStore;
import io.exoscout.prediction.Prediction;
import io.exoscout.prediction.PredictionWriter;
import io.exoscout.predictor.rows.JsonRows;
import io.exoscout.predictor.scoring.BlockThreads;
import io.exoscout.predictor.scoring.ReducedModelCache;
import io.exoscout.predictor.shelf.ModelRequest;
import io.exoscout.predictor.shelf.ModelShelf;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PredictionsTests {

	/** So many that they are scored in several parts. */
	private static final int ROWS = 2500;

	private static Map<String, Object> row(int number) {
		return Map.of("kepid", 1000 + number, "koi_period", 1 + number % 20, "koi_duration", 2, "koi_depth", 100,
				"koi_prad", 2, "koi_teq", 500);
	}

	@Test
	void workForACallerWhoIsGoneIsGivenUp() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		ProblemException gone = new ProblemException(ErrorCode.UNREADABLE_BODY, "gone");
		request.setAttribute(CallerPresence.ATTRIBUTE, (Runnable) () -> {
			throw gone;
		});
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
		try (PredictorStage stage = new PredictorStage();
				ReducedModelCache reduced = new ReducedModelCache(DataSize.ofMegabytes(1), 1);
				BlockThreads threads = new BlockThreads(2)) {
			stage.clear();
			stage.trained("a", "first");
			Datasets datasets = stage.context.getBean(Datasets.class);
			ModelShelf shelf = new ModelShelf(stage.jobs, stage.context.getBean(ModelStore.class),
					DataSize.ofMegabytes(1));
			Predictions predictions = new Predictions(shelf, reduced, threads, datasets, stage.scorableRows(),
					PredictorStage.JSON, new ScoredRows(stage.meters));
			assertThatExceptionOfType(ProblemException.class)
				.isThrownBy(() -> predictions.score(shelf.find(new ModelRequest("a", null)),
						new JsonRows(List.of(row(1)), datasets.limits()), WantedExplanation.NONE, (header) -> {
							throw new AssertionError("it was opened");
						}))
				.isSameAs(gone);
		}
		finally {
			RequestContextHolder.resetRequestAttributes();
		}
	}

	@Test
	void anAnswerThatHasBegunIsThatOfOneModelWhateverBecomesOfIt() throws IOException {
		try (PredictorStage stage = new PredictorStage();
				ReducedModelCache reduced = new ReducedModelCache(DataSize.ofMegabytes(1), 1);
				BlockThreads threads = new BlockThreads(2)) {
			stage.clear();
			stage.trained("a", "first");
			stage.trained("b", "second");
			ModelStore models = stage.context.getBean(ModelStore.class);
			ModelAlias seen = models.aliases().create("champion", "a", (id) -> true).orElseThrow();
			Datasets datasets = stage.context.getBean(Datasets.class);
			ModelShelf shelf = new ModelShelf(stage.jobs, models, DataSize.ofMegabytes(1));
			Predictions predictions = new Predictions(shelf, reduced, threads, datasets, stage.scorableRows(),
					PredictorStage.JSON, new ScoredRows(stage.meters));
			List<Prediction> said = new ArrayList<>();
			List<String> answering = new ArrayList<>();
			predictions.score(shelf.find(new ModelRequest(null, "champion")),
					new JsonRows(IntStream.range(0, ROWS).mapToObj(PredictionsTests::row).toList(), datasets.limits()),
					WantedExplanation.NONE, (header) -> {
						answering.add(header.jobId());
						return new PredictionWriter() {
							@Override
							public void write(Prediction prediction) {
								if (said.isEmpty()) {
									models.aliases().move(seen, "b", (id) -> true);
									models.delete("a", (sha256) -> false);
								}
								said.add(prediction);
							}

							@Override
							public void finish() {
							}
						};
					});
			assertThat(answering).containsExactly("a");
			assertThat(models.find("a")).isEmpty();
			assertThat(said).hasSize(ROWS)
				.allSatisfy((prediction) -> assertThat(prediction.probabilities().get("CONFIRMED"))
					.isEqualTo(((prediction.row() - 1) % 20 >= 9) ? 0.8 : 0.1));
		}
	}

}
