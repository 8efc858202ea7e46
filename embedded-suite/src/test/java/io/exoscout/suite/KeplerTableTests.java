package io.exoscout.suite;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.exoscout.dataset.MadeTables;
import io.exoscout.dataset.RealTables;

import static org.assertj.core.api.Assertions.assertThat;

/** The cumulative Kepler table, from the upload to the stored model. */
@SuiteTest
class KeplerTableTests {

	private static final Map<String, UnaryOperator<String>> COPIES = Map.of("downloaded on another day",
			(table) -> table.replaceFirst("# .* 2025", "# Sun Nov 16 10:00:00 2025"), "with more comments",
			(table) -> "# my copy\n#\n" + table, "without comments", (table) -> table.replaceAll("(?m)^#.*\n", ""),
			"with CRLF", (table) -> table.replace("\n", "\r\n"), "with a byte order mark", (table) -> "\uFEFF" + table,
			"without the last line end", String::stripTrailing);

	private final Client client;

	KeplerTableTests(Client client) {
		this.client = client;
	}

	static Stream<String> copies() {
		return COPIES.keySet().stream().sorted();
	}

	@ParameterizedTest
	@ValueSource(strings = { "gradient_boosting", "random_forest", "xgboost", "ensemble" })
	void trainsWithEachAlgorithm(String algorithm) {
		JsonNode job = this.client.trained(RealTables.bytes(RealTables.KEPLER),
				"{\"algorithm\": \"%s\"}".formatted(algorithm));
		assertThat(job.get("params").get("data_source").asString()).isEqualTo("kepler");
		assertThat(job.get("params").get("algorithm").asString()).isEqualTo(algorithm);
		assertThat(job.get("dataset").get("rows").asInt()).isEqualTo(9564);
		JsonNode results = job.get("results");
		assertThat(results.get("roc_auc").asDouble()).isGreaterThanOrEqualTo(0.980);
		assertThat(results.get("classification_report").propertyNames()).contains("CONFIRMED", "FALSE POSITIVE");
		assertThat(results.get("classification_report").get("CONFIRMED").get("support").asInt()).isEqualTo(2746);
		assertThat(results.get("classification_report").get("FALSE POSITIVE").get("support").asInt()).isEqualTo(4839);
		assertThat(results.get("evaluation").get("folds").asInt()).isEqualTo(5);
	}

	@Test
	void reportsHowACompletedJobEnded() {
		JsonNode job = this.client.trained(RealTables.bytes(RealTables.KEPLER), "{}");
		assertThat(job.get("progress").get("phase").asString()).isEqualTo("completed");
		assertThat(job.get("progress").get("fraction").asDouble()).isEqualTo(1);
		assertThat(job.get("attempts").asInt()).isEqualTo(1);
		assertThat(job.propertyNames()).contains("started_at", "completed_at", "worker_id", "results")
			.doesNotContain("error");
		assertThat(job.get("results").propertyNames()).contains("f1_score", "accuracy", "roc_auc", "average_precision",
				"log_loss", "brier", "calibration_error", "recall_at_precision", "precision_at",
				"classification_report", "confusion_matrix", "curves", "feature_importance", "evaluation", "model",
				"timings", "provenance");
	}

	@Test
	void namesALeakUnderTheNameOfAFeatureInReportJobAndModelCard() {
		String table = new String(RealTables.bytes(RealTables.KEPLER), StandardCharsets.UTF_8)
			.replaceFirst("(?m)^(kepid.*)koi_score(.*)koi_kepmag", "$1koi_kepmag$2koi_score");
		JsonNode job = this.client.trained(WrittenTable.bytes(table), WrittenTable.QUICK);
		JsonNode report = job.get("report");
		assertThat(report.get("leak_audit").get("flagged").valueStream().map(JsonNode::asString)).contains("koi_kepmag")
			.doesNotContain("koi_score");
		assertThat(report.get("used").valueStream().map(JsonNode::asString)).contains("koi_prad")
			.doesNotContain("koi_kepmag");
		assertThat(job.get("results").get("leak_audit").get("flagged_in_table").findValuesAsString("column"))
			.contains("koi_kepmag");
		JsonNode card = this.client.get(Client.PREDICTIONS + "/models/" + job.get("job_id").asString()).json(200);
		assertThat(card.findValue("leak_audit")).isEqualTo(job.get("results").get("leak_audit"));
	}

	@ParameterizedTest
	@MethodSource("copies")
	void takesACopyForTheSameJob(String copy) {
		String table = new String(RealTables.bytes(RealTables.KEPLER), StandardCharsets.UTF_8);
		String jobId = this.client.trained(WrittenTable.bytes(table), "{}").get("job_id").asString();
		String copied = COPIES.get(copy).apply(table);
		assertThat(copied).isNotEqualTo(table);
		JsonNode answer = this.client.upload(WrittenTable.bytes(copied), "{}").json(200);
		assertThat(answer.get("duplicate").asBoolean()).isTrue();
		assertThat(answer.get("job_id").asString()).isEqualTo(jobId);
		assertThat(answer.get("status").asString()).isEqualTo("completed");
	}

	@Test
	void takesAPackedCopyForTheSameJob() {
		byte[] table = RealTables.bytes(RealTables.KEPLER);
		String jobId = this.client.trained(table, "{}").get("job_id").asString();
		JsonNode answer = this.client.upload(MadeTables.gzip(table), "{}").json(200);
		assertThat(answer.get("duplicate").asBoolean()).isTrue();
		assertThat(answer.get("job_id").asString()).isEqualTo(jobId);
	}

	@Test
	void takesAnotherAlgorithmForANewJob() {
		byte[] table = RealTables.bytes(RealTables.KEPLER);
		String jobId = this.client.trained(table, "{}").get("job_id").asString();
		Answer answer = this.client.upload(table, """
				{"algorithm": "xgboost", "hyperparameters": {"n_estimators": 7}}""");
		JsonNode accepted = answer.json(202);
		String newJob = accepted.get("job_id").asString();
		assertThat(newJob).isNotEqualTo(jobId).matches("[0-9a-f]{64}");
		assertThat(accepted.get("status").asString()).isEqualTo("processing");
		assertThat(accepted.get("model_name").asString()).isEqualTo("model_xgboost_" + newJob.substring(0, 8));
		assertThat(answer.header("Location")).isEqualTo(Client.JOBS + "/" + newJob);
		assertThat(this.client.ended(newJob).get("status").asString()).isEqualTo("completed");
	}

}
