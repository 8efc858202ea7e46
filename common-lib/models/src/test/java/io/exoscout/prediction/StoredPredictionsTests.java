package io.exoscout.prediction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.objects.ObjectFacts;
import io.exoscout.prediction.Prediction.Contribution;
import io.exoscout.prediction.Prediction.Explained;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StoredPredictionsTests {

	private static final PredictionHeader HEADER = new PredictionHeader("job", "model",
			Instant.parse("2025-10-04T07:34:55.123Z"), List.of("FALSE POSITIVE", "CONFIRMED"), List.of("kepid"),
			List.of(), 1.0, 0.95, List.of(), null, null, new TableContext(true, 3, 400, 2, "A part of a table."),
			new Drift("moderate", 200, 0.2, 0.01, 0.1, 0.1,
					List.of(new Drift.FeatureDrift("koi_period", "strong", 0.3, 0.02, 0, 0.1))),
			null);

	private static final StoredPredictions STORED = new StoredPredictions(HEADER,
			new StoredPredictions.File("ab".repeat(32), 123, 2));

	@Test
	void standInTheResultsOfAJob() {
		assertThat(STORED.asMap()).containsOnlyKeys("job_id", "model", "model_created_at", "class_names",
				"ignored_columns", "missing_columns", "information", "expected_accuracy", "absent_columns", "context",
				"drift", "result");
		assertThat(StoredPredictions.of(STORED.asMap())).isEqualTo(STORED);
	}

	@Test
	void modelsThatDoNotLookAroundHaveNoContext() {
		StoredPredictions alone = new StoredPredictions(new PredictionHeader("job", "model", null, List.of("A", "B"),
				List.of(), List.of(), null, null, null, null, null, null, null, null), STORED.result());
		assertThat(alone.asMap()).doesNotContainKeys("context", "model_created_at", "notes", "information");
		assertThat(StoredPredictions.of(alone.asMap())).isEqualTo(alone);
	}

	@Test
	void fileGivesBackWhatWasWritten() throws IOException {
		Map<String, Double> probabilities = new LinkedHashMap<>();
		probabilities.put("FALSE POSITIVE", 1.0E-6);
		probabilities.put("CONFIRMED", 0.999999);
		Prediction explained = new Prediction(1, "K\u00f6nig \n1", "CONFIRMED", 0.999999, probabilities, 1.0, 0.95,
				List.of(new Contribution("koi_depth", 0.1f, -0.25, List.of("transit")),
						new Contribution("koi_prad", null, 3, null)),
				new Explained("CONFIRMED", "log-odds", true, -0.5, 0.25),
				new ObjectFacts(9.488036f, null, 2.26f, null, null, null, "https://a/b", null), null);
		Prediction bare = new Prediction(2, null, "CONFIRMED", 0.999999, probabilities, null, null, null);
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		PredictionWriter writer = PredictionFile.write(HEADER, file);
		writer.write(explained);
		writer.write(bare);
		writer.finish();
		assertThat(file.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
		try (PredictionReader reader = PredictionFile.read(new ByteArrayInputStream(file.toByteArray()))) {
			Prediction first = reader.next();
			assertThat(first).isEqualTo(explained);
			assertThat(first.probabilities().keySet()).containsExactlyElementsOf(probabilities.keySet());
			assertThat(reader.next()).isEqualTo(bare);
			assertThat(reader.next()).isNull();
		}
	}

	@Test
	void fileThatCanNotBeReadIsAnOutage() throws IOException {
		try (PredictionReader reader = PredictionFile.read(new InputStream() {
			@Override
			public int read() throws IOException {
				throw new IOException("Input/output error");
			}
		})) {
			assertThatExceptionOfType(ProblemException.class).isThrownBy(reader::next)
				.returns(ProblemKind.UNAVAILABLE, ProblemException::kind);
		}
	}

	@Test
	void readsTheFirstFormatForGood() throws IOException {
		try (PredictionReader reader = PredictionFile
			.read(StoredPredictionsTests.class.getResourceAsStream("predictions-1.ndjson"))) {
			assertThat(reader.next()).isEqualTo(
					new Prediction(1, "K00752.01", "CONFIRMED", 0.98, Map.of("CONFIRMED", 0.98, "FALSE POSITIVE", 0.02),
							null, null, List.of(new Contribution("koi_depth", 615.8f, 1.25, null),
									new Contribution("koi_prad", null, -0.5, null))));
			assertThat(reader.next()).isEqualTo(new Prediction(2, null, "FALSE POSITIVE", 0.75,
					Map.of("CONFIRMED", 0.25, "FALSE POSITIVE", 0.75), null, null, null));
			assertThat(reader.next()).isNull();
		}
	}

}
