package io.exoscout.suite;

import io.exoscout.dataset.RealTables;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The ranking of 2017, judged by the archive of 2025. */
@SuiteTest
class JudgedTableTests {

	private final Client client;

	JudgedTableTests(Client client) {
		this.client = client;
	}

	private String trained(String table) {
		return this.client
			.trained(RealTables.bytes(table),
					"{\"algorithm\": \"gradient_boosting\", \"hyperparameters\": {\"n_estimators\": 20}}")
			.get("job_id")
			.asString();
	}

	@Test
	void whatWasDecidedSinceHadBeenRankedWell() {
		String older = trained(RealTables.KEPLER_2017);
		String newer = trained(RealTables.KEPLER);
		JsonNode judged = this.client.get(Client.JOBS + "/" + older + "/judged?by=" + newer + "&limit=5").json(200);
		assertThat(judged.get("judged_by").get("job_id").asString()).isEqualTo(newer);
		JsonNode figures = judged.get("figures");
		assertThat(figures.get("decided").asInt() + figures.get("undecided").asInt() + figures.get("gone").asInt())
			.isEqualTo(judged.get("ranked").asInt());
		assertThat(figures.get("planets").asInt()).isBetween(100, figures.get("decided").asInt() - 100);
		JsonNode auc = figures.get("auc");
		assertThat(auc.get("lower").asDouble()).isGreaterThan(0.8);
		assertThat(auc.get("value").asDouble()).isBetween(auc.get("lower").asDouble(), auc.get("upper").asDouble());
		assertThat(judged.get("decided").size()).isEqualTo(5);
		assertThat(judged.get("moved").get("job_id").asString()).isEqualTo(newer);
		assertThat(judged.get("moved").get("compared").asInt()).isGreaterThan(500);
	}

}
