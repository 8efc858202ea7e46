package io.exoscout.suite;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.exoscout.dataset.RealTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** All there is to say of one object of a table. */
@SuiteTest
class WholeObjectTests {

	private final Client client;

	WholeObjectTests(Client client) {
		this.client = client;
	}

	private String trained(String table, String algorithm) {
		return this.client
			.trained(RealTables.bytes(table),
					"{\"algorithm\": \"%s\", \"hyperparameters\": {\"n_estimators\": 20}}".formatted(algorithm))
			.get("job_id")
			.asString();
	}

	private List<JsonNode> listed(String job, String list) {
		List<JsonNode> listed = new ArrayList<>();
		this.client.get(Client.JOBS + "/" + job + "/" + list + "?limit=3").json(200).get(list).forEach(listed::add);
		return listed;
	}

	/** Blanks as a browser writes them; a plus sign is one. */
	private JsonNode object(String job, String name) {
		String written = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("%2B", "+");
		return this.client.get(Client.JOBS + "/" + job + "/candidates/" + written).json(200);
	}

	private static double sum(JsonNode waterfall, String unit) {
		return waterfall.get("base_value").get(unit).asDouble() + waterfall.get("rest").get(unit).asDouble()
				+ waterfall.get("contributions").valueStream().mapToDouble((part) -> part.get(unit).asDouble()).sum();
	}

	@ParameterizedTest
	@CsvSource({ "kepler-koi-cumulative-2025-10-04.csv, gradient_boosting",
			"kepler-koi-cumulative-2025-10-04.csv, random_forest", "tess-toi-2025-10-04.csv, xgboost",
			"k2-k2pandc-2025-10-04.csv, gradient_boosting" })
	void wholeExplanationAddsUpToTheListedProbability(String table, String algorithm) {
		String job = trained(table, algorithm);
		assertThat(listed(job, "candidates")).isNotEmpty().allSatisfy((listed) -> {
			JsonNode object = object(job, listed.get("object").asString());
			JsonNode waterfall = object.get("explanation");
			assertThat(object.get("rank")).isEqualTo(listed.get("rank"));
			assertThat(waterfall.get("score").get("probability").asDouble())
				.isCloseTo(listed.get("probability").asDouble(), within(2e-6));
			for (String unit : List.of("probability", "log_odds")) {
				assertThat(sum(waterfall, unit)).isCloseTo(waterfall.get("score").get(unit).asDouble(), within(1e-3));
			}
		});
	}

	@Test
	void whatNoPathCanHoldIsFoundByTheQuery() {
		String name = "Zeta 1/2; 50% \\ b";
		String table = new String(RealTables.bytes(RealTables.KEPLER), StandardCharsets.UTF_8).replace("K00752.01",
				name);
		String job = this.client
			.trained(table.getBytes(StandardCharsets.UTF_8),
					"{\"algorithm\": \"gradient_boosting\", \"hyperparameters\": {\"n_estimators\": 20}}")
			.get("job_id")
			.asString();
		String query = "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
		String verdict = "/exo-scout-jobs-api/objects/verdict" + query + "&mission=kepler";
		assertThat(this.client
			.send("PUT", verdict, BodyPublishers.ofString("{\"verdict\": \"planet\"}"), "Content-Type",
					"application/json")
			.status()).isEqualTo(201);
		JsonNode object = this.client.get(Client.JOBS + "/" + job + "/object" + query).json(200);
		assertThat(object.get("object").asString()).isEqualTo(name);
		assertThat(object.get("own").get("verdict").asString()).isEqualTo("planet");
		assertThat(object(job, "K00752.02"))
			.isEqualTo(this.client.get(Client.JOBS + "/" + job + "/object?name=k00752.02").json(200));
		JsonNode said = this.client.get("/exo-scout-jobs-api/objects" + query).json(200).at("/objects/0/models/0");
		assertThat(this.client.get(said.get("link").asString()).json(200)).isEqualTo(object);
		this.client.send("DELETE", verdict, BodyPublishers.noBody(), "If-Match", "*").json(200);
	}

	@Test
	void foldsAreWithinTheListedBounds() {
		String job = trained(RealTables.KEPLER, "gradient_boosting");
		JsonNode listed = listed(job, "candidates").get(2);
		assertThat(listed.has("folds")).isFalse();
		assertThat(object(job, listed.get("object").asString()).get("folds").valueStream()).hasSize(5)
			.allSatisfy((fold) -> assertThat(fold.asDouble()).isBetween(listed.get("lower").asDouble() - 1e-6,
					listed.get("upper").asDouble() + 1e-6));
	}

	@Test
	void hasAllColumnsWithUnits() {
		String job = trained(RealTables.KEPLER, "gradient_boosting");
		JsonNode object = object(job, listed(job, "candidates").get(0).get("object").asString());
		assertThat(object.get("columns").valueStream())
			.filteredOn((column) -> column.get("name").asString().equals("koi_period"))
			.singleElement()
			.satisfies((column) -> {
				assertThat(column.get("unit").asString()).isEqualTo("d");
				assertThat(column.get("value").floatValue()).isEqualTo(object.get("period").floatValue());
				assertThat(column.get("used").asBoolean()).isTrue();
			});
		assertThat(object.get("columns").size()).isGreaterThan(40);
	}

	@Test
	void findsDecidedObjectsToo() {
		String job = trained(RealTables.KEPLER, "gradient_boosting");
		JsonNode listed = listed(job, "objects").get(0);
		JsonNode object = object(job, listed.get("object").asString());
		assertThat(object.get("undecided").asBoolean()).isFalse();
		assertThat(object.get("label")).isEqualTo(listed.get("label"));
		assertThat(object.get("probability")).isEqualTo(listed.get("probability"));
		assertThat(object.get("notes").valueStream()).anyMatch((note) -> note.asString().contains("fitted on this"));
	}

	@Test
	void showsTheCompanyOnTheStar() {
		String job = trained(RealTables.KEPLER, "gradient_boosting");
		// Kepler-90
		JsonNode object = object(job, "k00351.02");
		assertThat(object.get("object").asString()).isEqualTo("K00351.02");
		assertThat(object.get("company").valueStream().map((other) -> other.get("object").asString()))
			.contains("K00351.01", "K00351.03")
			.doesNotContain("K00351.02");
	}

	@Test
	void saysThatThereIsNoSuchObject() {
		String job = trained(RealTables.KEPLER, "gradient_boosting");
		JsonNode problem = this.client.get(Client.JOBS + "/" + job + "/candidates/K99999.01").json(404);
		assertThat(problem.get("code").asString()).isEqualTo("object_not_found");
	}

}
