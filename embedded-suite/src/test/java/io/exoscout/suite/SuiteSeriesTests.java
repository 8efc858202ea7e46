package io.exoscout.suite;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Series in the suite, whose database they share with nobody. */
@SuiteTest
class SuiteSeriesTests {

	private static final String SERIES = "/exo-scout-series";

	private final Client client;

	SuiteSeriesTests(Client client) {
		this.client = client;
	}

	@Test
	void aTableIsModelledAndForecast() throws Exception {
		this.client
			.send("POST", SERIES + "/collections/brightness",
					BodyPublishers.ofFile(Path.of("../test_data/series/brightness.csv")), "Content-Type", "text/csv")
			.json(201);
		JsonNode model = this.client.post(SERIES + "/train", """
				{"collection_name": "brightness", "group_by": "additional_features.star", "season": 48}""").json(200);
		assertThat(model.get("groups")).hasSize(3);
		assertThat(model.get("groups").valueStream()).allSatisfy((star) -> {
			assertThat(star.get("coverage").asDouble()).isBetween(0.85, 0.95);
			assertThat(star.get("metrics").get("mae").asDouble())
				.isLessThanOrEqualTo(1.02 * star.get("baselines").get("persistence").get("mae").asDouble());
		});
		assertThat(this.client.get(SERIES + "/model/info?model_id=" + model.get("model_id").asString()).json(200))
			.isEqualTo(model);
	}

	@Test
	void theDatabaseOfTheJobsIsOutOfReach() {
		assertThat(this.client.get(SERIES + "/database/test").json(200).get("database").asString()).endsWith("-series");
		assertThat(this.client.get(SERIES + "/collections").json(200).valueStream())
			.noneMatch((collection) -> collection.get("name").asString().equals("jobs"));
		assertThat(
				this.client.post(SERIES + "/train", "{\"collection_name\": \"jobs\"}").json(404).get("code").asString())
			.isEqualTo("collection_not_found");
	}

}
