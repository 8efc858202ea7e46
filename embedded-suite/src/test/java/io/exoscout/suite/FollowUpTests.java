package io.exoscout.suite;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.exoscout.dataset.RealTables;

import static org.assertj.core.api.Assertions.assertThat;

/** What tells who was looked at rather than what it is: left out, shown, chosen. */
@SuiteTest
class FollowUpTests {

	private static final String SPECTRUM = "temperature_relative_error";

	private final Client client;

	FollowUpTests(Client client) {
		this.client = client;
	}

	private JsonNode trained(String excluded) {
		return this.client.trained(RealTables.bytes(RealTables.KEPLER),
				"{\"hyperparameters\": {\"n_estimators\": 20}%s}".formatted(excluded));
	}

	private static List<String> texts(JsonNode array) {
		return array.valueStream().map(JsonNode::asString).toList();
	}

	private JsonNode card(JsonNode job) {
		return this.client.get(Client.PREDICTIONS + "/models/" + job.get("job_id").asString()).json(200);
	}

	@Test
	void leavesOutWhoGotASpectrumAndSaysWhy() {
		JsonNode job = trained("");
		assertThat(texts(job.get("params").get("exclude_features"))).containsExactly("possible_follow_up");
		assertThat(texts(job.get("features").get("computed"))).doesNotContain(SPECTRUM);
		assertThat(job.get("features").get("left_out").valueStream())
			.filteredOn((left) -> left.get("feature").asString().equals(SPECTRUM))
			.singleElement()
			.satisfies((left) -> assertThat(left.get("reason").asString())
				.startsWith("left out: tag possible follow-up; its width shows"));
	}

	@Test
	void takesItWhereNothingIsToBeLeftOut() {
		JsonNode job = trained(", \"exclude_features\": []");
		assertThat(job.get("job_id")).isNotEqualTo(trained("").get("job_id"));
		assertThat(texts(job.get("features").get("computed"))).contains(SPECTRUM);
		assertThat(texts(card(job).get("doubts"))).anyMatch((doubt) -> doubt.contains(SPECTRUM));
	}

	@Test
	void leavesOutAKindByItsTag() {
		JsonNode job = trained(", \"exclude_features\": [\"company\", \"Possible follow-up\"]");
		assertThat(texts(job.get("params").get("exclude_features"))).containsExactly("company", "possible_follow_up");
		assertThat(job.get("features").get("tags").propertyNames()).containsExactly("measurement", "star", "transit");
		assertThat(card(job).get("inputs").valueStream())
			.noneMatch((input) -> texts(input.get("tags")).contains("company"));
	}

	@Test
	void saysOfEveryInputOfAModelWhatItIs() {
		JsonNode card = card(trained(""));
		assertThat(card.get("inputs").size()).isEqualTo(card.get("features").size());
		assertThat(card.get("inputs").valueStream()).allSatisfy((input) -> {
			assertThat(texts(input.get("tags"))).isNotEmpty();
			assertThat(input.get("meaning").asString()).isNotBlank();
			assertThat(input.has("column")).isEqualTo(input.get("kind").asString().equals("column"));
			assertThat(input.has("formula")).isEqualTo(input.get("kind").asString().equals("computed"));
		});
	}

	@Test
	void tagsReasonsAndTellsTheReaderOfARankingWhatIsInDoubt() {
		JsonNode job = trained("");
		JsonNode candidates = this.client
			.get("/exo-scout-jobs-api/jobs/" + job.get("job_id").asString() + "/candidates?limit=5")
			.json(200);
		assertThat(candidates.get("candidates").get(0).get("reasons").valueStream())
			.allSatisfy((reason) -> assertThat(texts(reason.get("tags"))).isNotEmpty());
		assertThat(texts(job.get("results").get("candidates").get("notes")))
			.anyMatch((note) -> note.startsWith("In doubt: planet_radius_relative_error: "))
			.noneMatch((note) -> note.contains(SPECTRUM));
		assertThat(
				this.client.get("/exo-scout-jobs-api/jobs/" + job.get("job_id").asString() + "/candidates?format=csv")
					.header("X-Notes"))
			.contains("In doubt: planet_radius_relative_error: ");
	}

	@Test
	void tagsExplanations() {
		JsonNode answer = this.client
			.post(Client.PREDICTIONS,
					Form.of(RealTables.bytes(RealTables.KEPLER_CANDIDATES))
						.with("job_id", trained("").get("job_id").asString())
						.with("explain", "2"))
			.json(200);
		assertThat(answer.get("predictions").get(0).get("explanation").valueStream())
			.allSatisfy((explained) -> assertThat(texts(explained.get("tags"))).isNotEmpty());
		assertThat(texts(answer.get("notes"))).anyMatch((note) -> note.startsWith("In doubt: "));
	}

	@Test
	void namesTheTagsWhereSomethingIsNoneOfThem() {
		assertThat(this.client.upload(RealTables.bytes(RealTables.KEPLER), "{\"exclude_features\": [\"followup\"]}")
			.problem(400, "unknown_column")).contains("'followup'", "possible_follow_up");
	}

	@Test
	void inspectRefusesUnknownNamesLikeATraining() {
		assertThat(this.client
			.post(Client.UPLOADS + "/inspect",
					Form.of(RealTables.bytes(RealTables.TESS))
						.with("params", "{\"exclude_features\": [\"koi_depth\"]}"))
			.problem(400, "unknown_column")).contains("'koi_depth'");
	}

	@Test
	void columnsAreLeftOutByTheNamesOfTheFileToo() {
		byte[] renamed = new String(RealTables.bytes(RealTables.TESS), StandardCharsets.UTF_8)
			.replaceFirst("pl_trandep,", "Transit Depth [ppm],")
			.getBytes(StandardCharsets.UTF_8);
		JsonNode bySent = this.client.trained(renamed,
				"{\"hyperparameters\": {\"n_estimators\": 20}, \"exclude_features\": [\"transit depth [ppm]\"]}");
		JsonNode byArchive = this.client.trained(renamed,
				"{\"hyperparameters\": {\"n_estimators\": 20}, \"exclude_features\": [\"pl_trandep\"]}");
		assertThat(bySent.get("job_id")).isEqualTo(byArchive.get("job_id"));
		assertThat(texts(bySent.get("params").get("exclude_features"))).containsExactly("pl_trandep");
		assertThat(texts(bySent.get("features").get("computed"))).doesNotContain("radius_ratio_from_depth");
	}

	@Test
	void companyAloneCanBeLearntFrom() {
		JsonNode job = trained(", \"exclude_features\": [\"transit\", \"star\", \"measurement\"]");
		assertThat(job.get("features").get("tags").propertyNames()).containsExactly("company");
	}

	@Test
	void nothingLeftIsRefusedByName() {
		assertThat(this.client
			.upload(RealTables.bytes(RealTables.KEPLER),
					"{\"exclude_features\": [\"transit\", \"star\", \"measurement\", \"company\"]}")
			.problem(422, "no_usable_column")).contains("exclude_features");
	}

	@Test
	void predictionsByAModelThatLooksAtFollowUpSaySo() {
		JsonNode everything = predictions(trained(", \"exclude_features\": []"));
		assertThat(texts(everything.get("notes"))).anyMatch((note) -> note.contains(SPECTRUM));
		JsonNode usual = predictions(trained(""));
		assertThat(usual.path("notes").toString()).doesNotContain("followed up");
	}

	@Test
	void aColumnLeftOutAsAFeatureStillCountsWhereOthersComeFromIt() {
		JsonNode job = this.client.trained(RealTables.bytes(RealTables.TESS), "{}");
		StarTable table = StarTable.of(RealTables.TESS);
		JsonNode answer = this.client
			.post(Client.PREDICTIONS,
					Form.of(table.with((column) -> !column.equals("st_dist")).csv())
						.with("job_id", job.get("job_id").asString()))
			.json(200);
		assertThat(answer.get("absent_columns").valueStream().map((column) -> column.get("column").asString()))
			.contains("st_dist");
		assertThat(texts(answer.get("missing_columns"))).contains("st_dist");
	}

	private JsonNode predictions(JsonNode job) {
		return this.client
			.post(Client.PREDICTIONS,
					Form.of(RealTables.bytes(RealTables.KEPLER_CANDIDATES))
						.with("job_id", job.get("job_id").asString()))
			.json(200);
	}

	@Test
	void inspectShowsWhatATrainingWouldLeaveOut() {
		JsonNode report = this.client.post(Client.UPLOADS + "/inspect", Form.of(RealTables.bytes(RealTables.TESS)))
			.json(200);
		assertThat(texts(report.get("features").get("computed"))).contains("absolute_magnitude")
			.doesNotContain("tangential_velocity");
		assertThat(report.get("features").get("left_out").valueStream())
			.filteredOn((left) -> left.get("feature").asString().equals("st_dist"))
			.singleElement()
			.satisfies((left) -> assertThat(left.get("reason").asString()).contains("possible follow-up"));
		assertThat(report.get("column_details").valueStream())
			.filteredOn((column) -> column.get("column").asString().equals("st_dist"))
			.singleElement()
			.satisfies((column) -> assertThat(texts(column.get("used_in"))).contains("absolute_magnitude")
				.doesNotContain("st_dist"));
	}

}
