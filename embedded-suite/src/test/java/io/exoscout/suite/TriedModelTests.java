package io.exoscout.suite;

import io.exoscout.dataset.RealTables;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What can be put into a model by hand. */
@SuiteTest
class TriedModelTests {

	private final Client client;

	TriedModelTests(Client client) {
		this.client = client;
	}

	private JsonNode inputs() {
		String job = this.client
			.trained(RealTables.bytes(RealTables.KEPLER), "{\"hyperparameters\": {\"n_estimators\": 20}}")
			.get("job_id")
			.asString();
		return this.client.get(Client.PREDICTIONS + "/models/" + job + "/inputs").json(200);
	}

	@Test
	void saysHowTheColumnsLie() {
		assertThat(inputs().get("columns").valueStream())
			.filteredOn((column) -> column.get("name").asString().equals("koi_period"))
			.singleElement()
			.satisfies((column) -> {
				assertThat(column.get("quantiles").valueStream().map(JsonNode::doubleValue)).hasSize(21).isSorted();
				assertThat(column.get("unit").asString()).isEqualTo("d");
				assertThat(column.get("core").asBoolean()).isTrue();
			});
	}

	@Test
	void hasRowsToBeginWithThatThePredictorTakes() {
		JsonNode inputs = inputs();
		assertThat(inputs.get("examples").valueStream().map((example) -> example.get("label").asString()))
			.containsExactly("CONFIRMED", "CONFIRMED", "CONFIRMED", "FALSE POSITIVE", "FALSE POSITIVE",
					"FALSE POSITIVE");
		inputs.get("examples").forEach((example) -> {
			JsonNode prediction = this.client
				.post(Client.PREDICTIONS,
						"{\"job_id\": %s, \"rows\": [%s]}".formatted(inputs.get("job_id"), example.get("row")),
						"Content-Type", "application/json")
				.json(200)
				.get("predictions")
				.get(0);
			// company on the star is no column
			assertThat(prediction.get("probabilities").get("CONFIRMED").asDouble())
				.isCloseTo(example.get("probability").asDouble(), within(0.3));
		});
	}

}
