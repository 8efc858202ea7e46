package io.exoscout.suite;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.exoscout.dataset.RealTables;

import static org.assertj.core.api.Assertions.assertThat;

/** The archive's tables of all three missions: what is trained on, and what is not. */
@SuiteTest
class MissionTableTests {

	private static final String QUICK_DISPOSITION = """
			{"target": "disposition", "hyperparameters": {"n_estimators": 10}}""";

	private final Client client;

	MissionTableTests(Client client) {
		this.client = client;
	}

	private JsonNode predictions(String table, JsonNode job) {
		return this.client
			.post(Client.PREDICTIONS, Form.of(RealTables.bytes(table)).with("job_id", job.get("job_id").asString()))
			.json(200);
	}

	@ParameterizedTest
	@CsvSource({ RealTables.TESS + ",65", RealTables.TESS_26_COLUMNS + ",26" })
	void keepsTheNamesOfTessObjectsAsText(String table, int columns) {
		JsonNode job = this.client.trained(RealTables.bytes(table), WrittenTable.QUICK);
		assertThat(job.get("params").get("data_source").asString()).isEqualTo("tess");
		assertThat(job.get("dataset").get("rows").asInt()).isEqualTo(7703);
		assertThat(job.get("dataset").get("columns").asInt()).isEqualTo(columns);
		JsonNode predictions = predictions(table, job).get("predictions");
		assertThat(predictions.size()).isEqualTo(7703);
		assertThat(predictions.valueStream().map((prediction) -> prediction.get("object"))).allMatch(JsonNode::isString)
			.anyMatch((object) -> object.asString().equals("1000.01"));
	}

	@Test
	void mergesTheRowsOfAK2Planet() {
		JsonNode job = this.client.trained(RealTables.bytes(RealTables.K2), WrittenTable.QUICK);
		assertThat(job.get("params").get("data_source").asString()).isEqualTo("k2");
		assertThat(job.get("dataset").get("rows").asInt()).isEqualTo(4004);
		JsonNode report = job.get("report");
		assertThat(report.get("objects").asInt()).isEqualTo(1806);
		assertThat(report.get("labels").toString())
			.isEqualTo("{\"CANDIDATE\":976,\"CONFIRMED\":580,\"FALSE POSITIVE\":242,\"REFUTED\":8}");
		assertThat(predictions(RealTables.K2, job).get("predictions").size()).isEqualTo(1806);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { RealTables.KEPLER + "|CANDIDATE,CONFIRMED,FALSE POSITIVE",
					RealTables.TESS_26_COLUMNS + "|APC,CP,FA,FP,KP,PC",
					RealTables.K2 + "|CANDIDATE,CONFIRMED,FALSE POSITIVE,REFUTED" })
	void tellsTheTablesOwnLabelsApart(String table, String labels) {
		JsonNode job = this.client.trained(RealTables.bytes(table), QUICK_DISPOSITION);
		String[] names = labels.split(",");
		assertThat(job.get("results").get("classification_report").propertyNames()).contains(names);
		JsonNode answer = predictions(table, job);
		assertThat(answer.get("class_names").valueStream().map(JsonNode::asString)).containsExactlyInAnyOrder(names);
		assertThat(answer.get("predictions").get(0).get("probabilities").propertyNames())
			.containsExactlyInAnyOrder(names);
	}

	@ParameterizedTest
	@CsvSource({ RealTables.KEPLER_CANDIDATES + ",1969", RealTables.KEPLER_153_COLUMNS + ",1979" })
	void predictsCandidatesButDoesNotTrainOnThem(String table, int rows) {
		byte[] candidates = RealTables.bytes(table);
		assertThat(this.client.upload(candidates, "{}").problem(422, "one_class")).contains("CANDIDATE " + rows,
				"prediction");
		JsonNode job = this.client.trained(RealTables.bytes(RealTables.KEPLER), "{}");
		JsonNode answer = predictions(table, job);
		assertThat(answer.get("predictions").size()).isEqualTo(rows);
		assertThat(answer.get("missing_columns").size()).isZero();
		List<String> ignored = answer.get("ignored_columns").valueStream().map(JsonNode::asString).toList();
		assertThat(ignored).contains("koi_disposition", "koi_score");
	}

	@ParameterizedTest
	@ValueSource(strings = { RealTables.KEPLER_140_COLUMNS, RealTables.KEPLER_2017, RealTables.KEPLER_DR25 })
	void trainsOnOtherEditionsOfTheKeplerTable(String table) {
		JsonNode job = this.client.trained(RealTables.bytes(table), WrittenTable.QUICK);
		assertThat(job.get("params").get("data_source").asString()).isEqualTo("kepler");
		assertThat(job.get("results").get("roc_auc").asDouble()).isGreaterThan(0.9);
	}

}
