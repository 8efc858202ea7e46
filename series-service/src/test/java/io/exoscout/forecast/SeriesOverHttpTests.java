package io.exoscout.forecast;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.exoscout.web.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static io.exoscout.forecast.SeriesServer.ok;
import static io.exoscout.forecast.SeriesServer.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** From a table to a forecast, over HTTP. */
class SeriesOverHttpTests {

	@TempDir
	static Path home;

	private static SeriesServer server;

	@BeforeAll
	static void start() {
		server = new SeriesServer(home);
		ok(server.upload("waves", SeriesServer.hours(200, SeriesServer::wave)));
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	private static JsonNode train(String more) {
		return ok(server.post("/train", "{'collection_name':'waves'" + more + "}"));
	}

	private static String points(int from, int to) {
		return IntStream.range(from, to)
			.mapToObj((i) -> "{'timestamp':'2024-01-%02dT%02d:00:00Z','value':%s}".formatted(1 + i / 24, i % 24,
					SeriesServer.wave(i)))
			.collect(Collectors.joining(","));
	}

	@Test
	void aTableBecomesACollection() {
		JsonNode added = ok(server.upload("five", SeriesServer.hours(5, (i) -> i * 1.5)));
		assertThat(added.toString()).isEqualTo("{\"collection_name\":\"five\",\"rows\":5,\"added\":5,\"known\":0}");
		assertThat(server.get("/collections").body()).contains("{\"name\":\"five\",\"rows\":5}");
	}

	@Test
	void theSameFileAgainAddsNothing() {
		String table = SeriesServer.hours(7, (i) -> i * 2.5);
		ok(server.upload("again", table));
		assertThat(ok(server.upload("again", table)).toString()).contains("\"added\":0", "\"known\":7");
		assertThat(ok(server.upload("again", SeriesServer.hours(8, (i) -> i * 2.5))).get("added").asInt()).isEqualTo(8);
	}

	@Test
	void trainsWithTheDefaultsOfTheOldBackend() {
		JsonNode trained = train("");
		JsonNode group = trained.get("groups").get(0);
		assertThat(trained.get("window_size").asInt()).isEqualTo(10);
		assertThat(trained.get("time_unit").asString()).isEqualTo("seconds");
		assertThat(group.get("key").asString()).isEmpty();
		assertThat(group.get("step").asDouble()).isEqualTo(3600);
		assertThat(group.get("training_samples").asInt()).isEqualTo(190);
		assertThat(group.get("chosen").asString()).startsWith("ridge");
		assertThat(group.get("metrics").get("mae").asDouble()).isLessThan(0.01);
		assertThat(group.get("metrics").propertyNames()).containsExactly("mae", "mse", "rmse", "mase");
		assertThat(group.get("baselines").get("persistence").get("mae").asDouble()).isGreaterThan(0.3);
		assertThat(group.get("coverage").asDouble()).isBetween(0.5, 1.0);
	}

	@Test
	void theSameTrainingIsTheSameModel() {
		assertThat(train("").get("model_id")).isEqualTo(train("").get("model_id"));
	}

	@Test
	void forecastsWhatComesNext() {
		String model = train("").get("model_id").asString();
		JsonNode answer = ok(server.post("/predict",
				"{'model_id':'%s','window_size':10,'data':[%s]}".formatted(model, points(190, 200))));
		double prediction = answer.get("prediction").asDouble();
		assertThat(prediction).isCloseTo(SeriesServer.wave(200), within(0.01));
		assertThat(answer.get("interval").get("low").asDouble()).isLessThanOrEqualTo(prediction);
		assertThat(answer.get("interval").get("level").asDouble()).isEqualTo(0.9);
	}

	@Test
	void pointsMayComeInAnyOrderAndMoreThanAreNeeded() {
		String model = train("").get("model_id").asString();
		String inOrder = ok(server.post("/predict", "{'model_id':'%s','data':[%s]}".formatted(model, points(190, 200))))
			.get("prediction")
			.toString();
		String mixed = points(195, 200) + "," + points(150, 195);
		assertThat(
				ok(server.post("/predict", "{'model_id':'%s','data':[%s]}".formatted(model, mixed))).get("prediction")
					.toString())
			.isEqualTo(inOrder);
		String numbers = IntStream.range(190, 200)
			.mapToObj((i) -> String.valueOf(SeriesServer.wave(i)))
			.collect(Collectors.joining(","));
		assertThat(
				ok(server.post("/predict", "{'model_id':'%s','data':[%s]}".formatted(model, numbers))).get("prediction")
					.toString())
			.isEqualTo(inOrder);
	}

	@Test
	void anotherWindowIsRefused() {
		String model = train("").get("model_id").asString();
		assertThat(problem(server.post("/predict",
				"{'model_id':'%s','window_size':5,'data':[%s]}".formatted(model, points(195, 200))), 422))
			.startsWith("window_mismatch")
			.contains("10", "5");
	}

	@Test
	void aWindowAcrossAGapIsNone() {
		String model = train("").get("model_id").asString();
		String gap = points(180, 194) + "," + points(195, 200);
		assertThat(problem(server.post("/predict", "{'model_id':'%s','data':[%s]}".formatted(model, gap)), 422))
			.startsWith("too_few_points")
			.contains("5 consecutive", "needs 10");
	}

	@Test
	void forecastsGoAsFarAsTheModelWasMeasured() {
		String model = train(",'horizon':4").get("model_id").asString();
		JsonNode answer = ok(server.post("/predict",
				"{'model_id':'%s','horizon':4,'data':[%s]}".formatted(model, points(180, 200))));
		assertThat(answer.get("forecasts")).hasSize(4);
		assertThat(answer.get("forecasts").get(3).get("prediction")).isEqualTo(answer.get("prediction"));
		assertThat(answer.get("prediction").asDouble()).isCloseTo(SeriesServer.wave(203), within(0.05));
		assertThat(problem(
				server.post("/predict", "{'model_id':'%s','horizon':5,'data':[%s]}".formatted(model, points(180, 200))),
				422))
			.startsWith("window_mismatch");
	}

	@Test
	void tooFewPointsAreToldHowManyAreNeeded() {
		ok(server.upload("short", SeriesServer.hours(12, (i) -> i * 1.0)));
		assertThat(problem(server.post("/train", "{'collection_name':'short'}"), 422)).startsWith("too_few_points")
			.contains("32 consecutive values are enough");
	}

	@Test
	void oneModelIsMadeForEachSensor() {
		String rows = IntStream.range(0, 120)
			.mapToObj((i) -> "2024-02-%02d %02d:00:00,%s,%s".formatted(1 + i / 48, i % 48 / 2,
					(i % 2 == 0) ? 10 + Math.sin(i) : -5, (i % 2 == 0) ? "007" : "b"))
			.collect(Collectors.joining("\n"));
		ok(server.upload("sensors",
				"timestamp,value,additional_features.sensor_id\n" + rows + "\n2024-02-03 12:00:00,1,new"));
		JsonNode trained = ok(
				server.post("/train", "{'collection_name':'sensors','group_by':'additional_features.sensor_id'}"));
		assertThat(trained.get("groups")).hasSize(2);
		assertThat(trained.get("groups").get(0).get("key").asString()).isEqualTo("007");
		assertThat(trained.get("refused").get(0).get("key").asString()).isEqualTo("new");
		assertThat(trained.get("refused").get(0).get("code").asString()).isEqualTo("too_few_points");
		String ask = "{'model_id':%s,'data':[-5,-5,-5,-5,-5,-5,-5,-5,-5,-5]".formatted(trained.get("model_id"));
		assertThat(problem(server.post("/predict", ask + "}"), 400)).startsWith("group_not_named").contains("007", "b");
		assertThat(problem(server.post("/predict", ask + ",'group':'c'}"), 400)).startsWith("group_not_named");
		assertThat(ok(server.post("/predict", ask + ",'group':'b'}")).get("prediction").asDouble()).isEqualTo(-5);
	}

	@Test
	void pointsOfAnotherSensorAreNoticed() {
		String rows = IntStream.range(0, 60)
			.mapToObj((i) -> "%d,%d,a".formatted(i, i % 7))
			.collect(Collectors.joining("\n"));
		ok(server.upload("numbers", "timestamp,value,sensor\n" + rows));
		JsonNode trained = ok(server.post("/train", "{'collection_name':'numbers','group_by':'sensor'}"));
		assertThat(trained.get("time_unit").asString()).isEqualTo("as_sent");
		String ask = "{'model_id':%s,'data':[{'timestamp':1,'value':2,'sensor':'z'}]}"
			.formatted(trained.get("model_id"));
		assertThat(problem(server.post("/predict", ask), 400)).contains("data[0]", "z");
		String odd = "{'model_id':%s,'data':[{'timestamp':1,'value':2,'wind':3}]}".formatted(trained.get("model_id"));
		assertThat(problem(server.post("/predict", odd), 400)).startsWith("unknown_parameter").contains("data[0].wind");
		String dated = "{'model_id':%s,'data':[{'timestamp':'2024-01-01','value':2}]}"
			.formatted(trained.get("model_id"));
		assertThat(problem(server.post("/predict", dated), 422)).startsWith("invalid_series");
	}

	@Test
	void onlyTheNewestCountIfThatIsAskedFor() {
		assertThat(train(",'limit':60").get("groups").get(0).get("points").asInt()).isEqualTo(60);
	}

	@Test
	void theOldNeuronIsThereForComparison() {
		assertThat(train(",'solver':'gd','epochs':50").get("groups").get(0).get("chosen").asString())
			.isEqualTo("perceptron");
	}

	@Test
	void modelsSurviveARestart() {
		String before = train(",'window_size':8").toString();
		String model = train(",'window_size':8").get("model_id").asString();
		server.restart();
		JsonNode info = ok(server.get("/model/info?model_id=" + model));
		assertThat(info.get("groups").toString()).isEqualTo(Wire.json(before).get("groups").toString());
		assertThat(ok(server.post("/predict", "{'model_id':'%s','data':[%s]}".formatted(model, points(190, 200))))
			.get("prediction")
			.asDouble()).isCloseTo(SeriesServer.wave(200), within(0.01));
	}

	@Test
	void theNewestModelAnswersWhereNoneIsNamed() {
		String model = train(",'window_size':7").get("model_id").asString();
		assertThat(ok(server.get("/model/info")).get("model_id").asString()).isEqualTo(model);
		assertThat(ok(server.get("/models")).get(0).get("model_id").asString()).isEqualTo(model);
	}

	@Test
	void whatIsDeletedIsGone() {
		String model = train(",'window_size':4").get("model_id").asString();
		ok(server.delete("/models/" + model));
		assertThat(problem(server.get("/model/info?model_id=" + model), 404)).startsWith("model_not_found");
		assertThat(train(",'window_size':4").get("model_id").asString()).isEqualTo(model);
		ok(server.upload("doomed", SeriesServer.hours(3, (i) -> 1.0)));
		ok(server.delete("/collections/doomed"));
		assertThat(problem(server.delete("/collections/doomed"), 404)).startsWith("collection_not_found");
	}

	@Test
	void anUnknownCollectionIsNotFound() {
		assertThat(problem(server.post("/train", "{'collection_name':'none'}"), 404)).startsWith("collection_not_found")
			.contains("none");
	}

	@ParameterizedTest
	@ValueSource(strings = { "exoscout.jobs", "$cmd", "system.users", "../jobs", "series.models", "blobs.files", "a b",
			"jobs\\u0000", "", "1st" })
	void namesThatPointElsewhereOrHoldOperatorsAreRefused(String name) {
		assertThat(problem(server.post("/train", "{'collection_name':'" + name + "'}"), 400))
			.startsWith("invalid_collection");
	}

	@Test
	void operatorsAreRefusedWhereATextIsWanted() {
		assertThat(problem(server.post("/train", "{'collection_name':{'$ne':'x'}}"), 400)).startsWith("invalid_field");
		assertThat(problem(server.post("/train", "{'collection_name':'waves','value_field':'$where'}"), 400))
			.startsWith("invalid_input");
		assertThat(problem(server.post("/train", "{'collection_name':'waves','group_by':'a.$b'}"), 400))
			.startsWith("invalid_input");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|',
			value = { "'window_size':0|window_size", "'window_size':151|window_size", "'window_size':2.5|window_size",
					"'epochs':0|epochs", "'season':1|season", "'horizon':101|horizon", "'limit':0|limit",
					"'solver':'sgd'|solver", "'window':5|window" })
	void membersOutOfBoundsAreNamed(String member, String name) {
		assertThat(problem(server.post("/train", "{'collection_name':'waves'," + member + "}"), 400)).contains(name);
	}

	@Test
	void aFieldThatNobodyHasIsNamed() {
		assertThat(problem(server.post("/train", "{'collection_name':'waves','value_field':'temperatura'}"), 422))
			.startsWith("invalid_series")
			.contains("temperatura");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|',
			value = { "timestamp,value\\n2024-01-01,1\\nyesterday,2|invalid_series|Line 3|422",
					"timestamp,value\\n2024-01-01,1\\n17,2|invalid_series|Line 3|422",
					"timestamp,value\\n2024-01-01,1e999|invalid_series|Line 2|422",
					"time,value\\n2024-01-01,1|invalid_input|timestamp|400",
					"timestamp,value,$set\\n2024-01-01,1,2|invalid_input|$set|400",
					"timestamp,a,a.b\\n2024-01-01,1,2|duplicate_column|a.b|400", "timestamp,value|no_rows|rows|422" })
	void tablesThatAreNoPointsAreRefused(String table, String code, String named, int status) {
		assertThat(problem(server.upload("refused", table.replace("\\n", "\n")), status)).startsWith(code)
			.contains(named);
		assertThat(server.get("/collections").body()).doesNotContain("refused");
	}

	@Test
	void blanksAndNanAreGapsAndTextsAreNot() {
		ok(server.upload("blanks", SeriesServer.hours(100, (i) -> (i == 50) ? Double.NaN : SeriesServer.wave(i))));
		JsonNode group = ok(server.post("/train", "{'collection_name':'blanks'}")).get("groups").get(0);
		assertThat(group.get("points").asInt()).isEqualTo(99);
		assertThat(group.get("gaps").asInt()).isEqualTo(1);
		ok(server.upload("texts", SeriesServer.hours(3, (i) -> 1.0) + "\n2024-01-01T03:00:00Z,warm"));
		assertThat(problem(server.post("/train", "{'collection_name':'texts'}"), 422)).startsWith("invalid_series")
			.contains("warm");
	}

	@Test
	void aValueWhoseSquareIsNoNumberIsRefused() {
		ok(server.upload("huge", SeriesServer.hours(60, (i) -> (i == 30) ? 1e308 : 1.0)));
		assertThat(problem(server.post("/train", "{'collection_name':'huge'}"), 422)).startsWith("invalid_series")
			.contains("1.0E308");
	}

	@Test
	void theDatabaseIsNotThatOfTheJobs() {
		JsonNode test = ok(server.get("/database/test"));
		assertThat(test.get("database").asString()).isEqualTo("exoscout-series");
		assertThat(ok(server.get("/health")).toString()).isEqualTo("{\"status\":\"ok\",\"database\":\"up\"}");
	}

}
