package io.exoscout.suite;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

import io.exoscout.dataset.RealTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Objects of the archive's tables, found by any of their names. */
@SuiteTest
class FoundObjectTests {

	private static final String OBJECTS = "/exo-scout-jobs-api/objects";

	private final Client client;

	FoundObjectTests(Client client) {
		this.client = client;
	}

	private String trained(String table) {
		return this.client
			.trained(RealTables.bytes(table),
					"{\"algorithm\": \"gradient_boosting\", \"hyperparameters\": {\"n_estimators\": 20}}")
			.get("job_id")
			.asString();
	}

	private JsonNode found(String name) {
		return this.client.get(OBJECTS + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
			.json(200)
			.get("objects");
	}

	private static JsonNode said(JsonNode object, String job) {
		return object.get("models")
			.valueStream()
			.filter((model) -> model.get("job_id").asString().equals(job))
			.findFirst()
			.orElseThrow();
	}

	@ParameterizedTest
	@CsvSource({ "kepler-koi-cumulative-2025-10-04.csv, Kepler-227 b, K00752.01",
			"kepler-koi-cumulative-2025-10-04.csv, KOI-752.01, K00752.01",
			"tess-toi-2025-10-04.csv, TOI-1000.01, 1000.01", "tess-toi-2025-10-04.csv, TIC 50365310, 1000.01",
			"k2-k2pandc-2025-10-04.csv, k2-18b, K2-18 b" })
	void nameFindsTheObject(String table, String name, String object) {
		String job = trained(table);
		JsonNode found = found(name);
		assertThat(found.findValuesAsString("object")).contains(object);
		JsonNode said = said(found.get(0), job);
		JsonNode whole = this.client.get(said.get("link").asString()).json(200);
		assertThat(said.get("probability")).isEqualTo(whole.get("probability"));
		assertThat(said.get("undecided")).isEqualTo(whole.get("undecided"));
	}

	@ParameterizedTest
	@CsvSource({ "kepler-koi-cumulative-2025-10-04.csv", "tess-toi-2025-10-04.csv", "k2-k2pandc-2025-10-04.csv" })
	void everyListedObjectIsFoundAsItIsListed(String table) {
		String job = trained(table);
		this.client.get(Client.JOBS + "/" + job + "/candidates?limit=5")
			.json(200)
			.get("candidates")
			.forEach((candidate) -> {
				JsonNode said = said(found(candidate.get("object").asString()).get(0), job);
				assertThat(said.get("rank")).isEqualTo(candidate.get("rank"));
				assertThat(said.get("probability").asDouble()).isEqualTo(candidate.get("probability").asDouble());
			});
	}

	@Test
	void starFindsItsWholeFamily() {
		trained(RealTables.KEPLER);
		// Kepler-90
		assertThat(found("KIC 11442793").findValuesAsString("object")).contains("K00351.01", "K00351.02", "K00351.07");
		assertThat(found("Kepler-90").findValuesAsString("object")).contains("K00351.01");
	}

	@Test
	void verdictIsShownWithTheObject() {
		String job = trained(RealTables.KEPLER);
		String verdict = OBJECTS + "/K00351.02/verdict";
		assertThat(this.client
			.send("PUT", verdict, BodyPublishers.ofString("{\"verdict\": \"planet\", \"tags\": [\"k90\"]}"),
					"Content-Type", "application/json")
			.status()).isEqualTo(201);
		JsonNode whole = this.client.get(Client.JOBS + "/" + job + "/candidates/K00351.02").json(200);
		assertThat(whole.get("own").get("verdict").asString()).isEqualTo("planet");
		assertThat(found("Kepler-90 g").get(0).get("own").get("tags").get(0).asString()).isEqualTo("k90");
		this.client.send("DELETE", verdict, BodyPublishers.noBody(), "If-Match", "*").json(200);
	}

}
