package io.exoscout.suite;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The ranking of what a training table leaves undecided. */
@SuiteTest
class RankedTableTests {

	private static final byte[] TABLE = WrittenTable.kepler(700, 300);

	private final Client client;

	RankedTableTests(Client client) {
		this.client = client;
	}

	private String trained() {
		return this.client.trained(TABLE, WrittenTable.QUICK).get("job_id").asString();
	}

	private Answer candidates(String jobId, String query, String accept) {
		return this.client.get(Client.JOBS + "/" + jobId + "/candidates" + query, "Accept", accept);
	}

	private static List<String> undecided() {
		return new String(TABLE, StandardCharsets.UTF_8).lines()
			.map((line) -> line.split(","))
			.filter((cells) -> cells[2].equals("CANDIDATE"))
			.map((cells) -> cells[1])
			.toList();
	}

	@Test
	void ranksWhatTheTableLeavesUndecided() {
		String jobId = trained();
		JsonNode list = candidates(jobId, "", "application/json").json(200);
		assertThat(list.get("job_id").asString()).isEqualTo(jobId);
		assertThat(list.get("count").asInt()).isEqualTo(60);
		assertThat(list.get("candidates").valueStream().map((candidate) -> candidate.get("object").asString()))
			.containsExactlyInAnyOrderElementsOf(undecided());
		assertThat(list.get("candidates").get(0).propertyNames()).containsExactly("rank", "row", "object", "star",
				"class", "probability", "corrected_probability", "lower", "upper", "reasons", "period", "depth",
				"radius", "link", "exofop");
	}

	@Test
	void namesRowsAsTheyStandInTheTable() {
		List<String> lines = new String(TABLE, StandardCharsets.UTF_8).lines().toList();
		candidates(trained(), "", "application/json").json(200).get("candidates").forEach((candidate) -> {
			String[] cells = lines.get(candidate.get("row").asInt()).split(",");
			assertThat(candidate.get("star").asString()).isEqualTo(cells[0]);
			assertThat(candidate.get("object").asString()).isEqualTo(cells[1]);
		});
	}

	@Test
	void agreesWithThePredictorOnAWholeTable() {
		String jobId = trained();
		JsonNode predicted = this.client.post(Client.PREDICTIONS, Form.of(TABLE).with("job_id", jobId))
			.json(200)
			.get("predictions");
		candidates(jobId, "", "application/json").json(200).get("candidates").forEach((candidate) -> {
			JsonNode prediction = predicted.get(candidate.get("row").asInt() - 1);
			assertThat(candidate.get("probability").asDouble())
				.isEqualTo(prediction.get("probabilities").get("CONFIRMED").asDouble());
			assertThat(candidate.get("class")).isEqualTo(prediction.get("class"));
		});
	}

	@Test
	void sumsTheListUpInResultsAndModelCard() {
		String jobId = trained();
		JsonNode summary = this.client.job(jobId).get("results").get("candidates");
		JsonNode card = this.client.get(Client.PREDICTIONS + "/models/" + jobId).json(200).get("candidates");
		assertThat(summary.get("count").asInt()).isEqualTo(60);
		assertThat(summary.get("prior").propertyNames()).containsExactlyInAnyOrder("training_share", "estimated_share",
				"method");
		assertThat(card.get("prior").get("estimated_share")).isEqualTo(summary.get("prior").get("estimated_share"));
		assertThat(card.get("notes")).isEqualTo(summary.get("notes"));
		assertThat(card.get("file").get("sha256").asString()).hasSize(64);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "text/csv", "*/*" })
	void refusesJobsWithoutAList(String accept) {
		String unknown = "e".repeat(64);
		assertThat(candidates(unknown, "", accept).problem(404, "job_not_found")).contains(unknown);
		assertThat(candidates(trained(), "?limit=0", accept).problem(400, "invalid_parameter")).contains("limit");
		assertThat(candidates(trained(), "?cursor=next", accept).problem(400, "invalid_parameter")).contains("cursor");
		String running = this.client.upload(WrittenTable.large(701), WrittenTable.SLOW)
			.json(202)
			.get("job_id")
			.asString();
		this.client.awaitStatus(running, "running");
		assertThat(candidates(running, "", accept).problem(409, "job_not_completed")).contains("running");
		this.client.delete(Client.JOBS + "/" + running).json(200);
		this.client.leaveIdle();
	}

	@Test
	void isDescribedInAllForms() {
		JsonNode described = this.client.get("/v3/api-docs/jobs")
			.json(200)
			.get("paths")
			.get("/exo-scout-jobs-api/jobs/{id}/candidates")
			.get("get");
		assertThat(described.get("summary").asString()).contains("ranked candidates");
		assertThat(described.get("responses").get("200").get("content").propertyNames()).containsExactlyInAnyOrder(
				"application/json", "application/x-ndjson", "text/csv", "application/x-votable+xml", "application/fits",
				"text/x-ecsv", "text/x-ipac-table");
	}

}
