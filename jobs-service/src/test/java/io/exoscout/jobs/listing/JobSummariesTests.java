package io.exoscout.jobs.listing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.exoscout.job.Job;
import io.exoscout.job.TestJobs;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JobSummariesTests {

	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private static final Job JOB = TestJobs.kepler("a");

	private final JobSummaries summaries = new JobSummaries(JSON);

	private JsonNode shown(@Nullable String fields) {
		return this.summaries.of(List.of(JOB), this.summaries.parts(fields)).get(0).shown();
	}

	private JsonNode results(@Nullable String fields, Map<String, Object> results) {
		ObjectNode document = JSON.valueToTree(JOB);
		document.set("results", JSON.valueToTree(new TreeMap<>(results)));
		return this.summaries.parts(fields).of(document).shown().get("results");
	}

	@Test
	void showsAllOfAJobButWhatIsLong() {
		ObjectNode document = JSON.valueToTree(JOB);
		((ObjectNode) document.get("report")).remove(List.of("used", "ignored", "leak_audit"));
		((ObjectNode) document.get("features")).remove(List.of("computed", "left_out"));
		assertThat(shown(null)).isEqualTo(document);
	}

	@Test
	void theListLeavesOutTheCurves() {
		assertThat(results(null, Map.of("curves", "long", "roc_auc", 0.98)).propertyNames()).containsExactly("roc_auc");
	}

	@Test
	void showsWhatIsShortOfAnEvaluation() {
		assertThat(results(null, Map.of("evaluation", Map.of("folds", 5, "per_fold", List.of(1, 2)))))
			.isEqualTo(JSON.readTree("{\"evaluation\": {\"folds\": 5}}"));
	}

	@Test
	void showsResultsOfWhichItKnowsNothing() {
		assertThat(results(null, Map.of("from_before", List.of(1)))).isEqualTo(JSON.readTree("{\"from_before\": [1]}"));
	}

	@Test
	void showsWhatIsAskedForAndAnId() {
		assertThat(shown("status, dataset.rows"))
			.hasToString("{\"job_id\":\"a\",\"status\":\"queued\",\"dataset\":{\"rows\":3}}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "report", "report,report.used", "report.used,report" })
	void showsTheWholeOfAPartThatIsNamed(String fields) {
		assertThat(shown(fields).get("report")).isEqualTo(JSON.<JsonNode>valueToTree(JOB).get("report"));
	}

	@Test
	void showsAPartThatOneKindOfResultsHasWithinAndAnotherHasAsAText() {
		assertThat(results("results.model.bytes", Map.of("model", Map.of("bytes", 7, "sha256", "x"))))
			.isEqualTo(JSON.readTree("{\"model\": {\"bytes\": 7}}"));
	}

	@Test
	void resultsOfAPredictionKeepTheirId() {
		assertThat(results("results.model", Map.of("model", "mine", "job_id", "b", "notes", List.of())))
			.isEqualTo(JSON.readTree("""
					{"job_id": "b", "model": "mine"}"""));
	}

	@Test
	void isSilentOnWhatAJobDoesNotHave() {
		assertThat(shown("error,results.f1_score")).isEqualTo(JSON.readTree("{\"job_id\": \"a\"}"));
	}

	@ParameterizedTest
	@CsvSource({ "sttus, 'attempts, cancel_requested, completed_at'", "'', 'job_id'", "'status,', 'job_id'",
			"queued_at, 'job_id'", "report.x, 'report.columns, report.explanation'", "report.used.x, 'report.used'",
			"results.evaluation.x, 'results.evaluation.folds'", "params.labels.x, 'params.labels'",
			"$where, 'job_id'" })
	void refusesUnknownPartsAndSaysWhatThereIs(String fields, String known) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.summaries.parts(fields))
			.withMessageContaining(known)
			.withMessageContaining("is no part of a job document")
			.returns(ErrorCode.INVALID_PARAMETER, ProblemException::code);
	}

	@Test
	void whatIsShownAsAWholeIsShown() {
		ShownParts parts = this.summaries.parts("status,report.used");
		assertThat(List.of("status", "report", "report.used")).allMatch(parts::some);
		assertThat(parts.some("params")).isFalse();
	}

	@Test
	void knowsEveryPartThatListsLeaveOut() {
		PartNames known = PartNames.ofJob(JSON);
		assertThat(ShownParts.SHORT.named()).allSatisfy((path) -> assertThat(known.at(path)).isNotNull());
	}

}
