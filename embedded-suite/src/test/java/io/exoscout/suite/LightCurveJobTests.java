package io.exoscout.suite;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** From a light curve to its transits, over HTTP. */
@SuiteTest
class LightCurveJobTests {

	private static final String CURVES = "/exo-scout-lightcurves";

	private static final double PERIOD = 3.7;

	private final Client client;

	LightCurveJobTests(Client client) {
		this.client = client;
	}

	@AfterEach
	void leaveTheWorkersIdle() {
		this.client.leaveIdle();
	}

	@Test
	void aTransitThatWasPutInIsFound() {
		String jobId = accepted(Form.of(curve(1, 0, 2000)));
		JsonNode job = this.client.ended(jobId);
		assertThat(job.get("status").asString()).as(job.toString()).isEqualTo("completed");
		assertThat(job.get("type").asString()).isEqualTo("transit_search");
		assertThat(job.at("/results/candidates").asInt()).isEqualTo(1);
		JsonNode signal = result(jobId).get("signals").get(0);
		assertThat(signal.get("period").asDouble()).isCloseTo(PERIOD, within(2e-3));
		assertThat(signal.get("depth_ppm").asDouble()).isCloseTo(5000, within(400.0));
		assertThat(signal.get("verdict").asString()).isEqualTo("candidate");
	}

	@Test
	void theResultSaysWhatWasSearched() {
		JsonNode result = result(completed(2));
		assertThat(result.at("/curve/points").asInt()).isEqualTo(2000);
		assertThat(result.at("/grid/period_max").asDouble()).isGreaterThan(10);
		assertThat(result.at("/signals/0/tests/0/source").asString()).isNotBlank();
		assertThat(result.has("plots")).isFalse();
	}

	@Test
	void theNumbersOfAllChartsCanBeHadToo() {
		JsonNode plots = this.client.get(CURVES + "/jobs/" + completed(2) + "/result?plots=true")
			.json(200)
			.get("plots");
		assertThat(plots.at("/flux/times").size()).isEqualTo(plots.at("/flux/flat").size()).isGreaterThan(1000);
		assertThat(plots.at("/periodogram/power").size()).isGreaterThan(100);
		assertThat(plots.at("/signals/0/folded/means").size()).isGreaterThan(50);
	}

	@Test
	void asCsvItHasTheNamesOfTheArchive() {
		Answer csv = this.client.get(CURVES + "/jobs/" + completed(2) + "/result?format=csv");
		assertThat(csv.status()).isEqualTo(200);
		assertThat(csv.text()).startsWith("tid,toi,pl_orbper,").contains(",light curve.01,3.69");
	}

	@ParameterizedTest
	@ValueSource(strings = { "flux", "periodogram", "folded", "odd-even", "secondary" })
	void eachChartIsDrawn(String plot) {
		Answer svg = this.client.get(CURVES + "/jobs/" + completed(2) + "/plots/" + plot + ".svg?signal=1");
		assertThat(svg.status()).as(svg.text()).isEqualTo(200);
		assertThat(svg.header("Content-Type")).startsWith("image/svg+xml");
		assertThat(svg.text()).startsWith("<svg ").contains("<path ").doesNotContain("NaN");
	}

	@Test
	void thereIsNoChartOfWhatWasNotFound() {
		String jobId = completed(2);
		this.client.get(CURVES + "/jobs/" + jobId + "/plots/folded.svg?signal=9").problem(400, "invalid_parameter");
		this.client.get(CURVES + "/jobs/" + jobId + "/plots/cube.svg").problem(404, "unknown_address");
	}

	@Test
	void theSamePointsAreTheSameJobHoweverTheyWereSplit() {
		String jobId = completed(2);
		Form halves = new Form().file("b.csv", BodyPublishers.ofByteArray(curve(2, 900, 2000)))
			.file("a.csv", BodyPublishers.ofByteArray(curve(2, 0, 900)));
		JsonNode known = this.client.post(CURVES, halves).json(200);
		assertThat(known.get("job_id").asString()).isEqualTo(jobId);
		assertThat(known.get("duplicate").asBoolean()).isTrue();
		assertThat(
				this.client.post(CURVES + "/inspect", Form.of(curve(2, 0, 2000))).json(200).get("known_job").asString())
			.isEqualTo(jobId);
	}

	@Test
	void anInspectionStoresNothing() {
		JsonNode seen = this.client.post(CURVES + "/inspect", Form.of(curve(3, 0, 500))).json(200);
		assertThat(seen.get("points").asInt()).isEqualTo(500);
		assertThat(seen.get("time_system").asString()).isEqualTo("btjd");
		assertThat(seen.get("noise_ppm").asDouble()).isCloseTo(500, within(100.0));
		assertThat(seen.has("known_job")).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			phase,flux     | no_time_column
			time,radius    | no_flux_column
			time,flux,flux | ambiguous_table
			""")
	void whatCanNotBeSearchedIsRefused(String header, String code) {
		String rows = new String(curve(3, 0, 100), StandardCharsets.UTF_8).replaceFirst("btjd,flux\n", "");
		String more = header.endsWith("flux,flux") ? rows.replace("\n", ",1\n") : rows;
		this.client.post(CURVES, Form.of((header + "\n" + more).getBytes(StandardCharsets.UTF_8))).problem(422, code);
	}

	@Test
	void aLimitThatDoesNotFitTheCurveIsRefusedAtOnce() {
		Form form = Form.of(curve(3, 0, 1000)).with("params", "{\"period_max\": 500}");
		assertThat(this.client.post(CURVES, form).problem(400, "invalid_params")).contains("period_max is 500");
	}

	/** Nobody knows its mission, so that a model of Kepler may be asked. */
	@Test
	void aTrainedModelScoresTheSignalsAsRowsOfTheirTable() {
		String model = this.client.trained(WrittenTable.kepler(500, 240), WrittenTable.QUICK).get("job_id").asString();
		String unknown = new String(curve(2, 0, 2000), StandardCharsets.UTF_8).replace("btjd", "time");
		Form form = Form.of(unknown.getBytes(StandardCharsets.UTF_8))
			.with("params", "{\"star\": {\"radius\": 1.0, \"mass\": 1.0, \"teff\": 5800}}");
		String search = this.client.post(CURVES, form).json(202).get("job_id").asString();
		this.client.awaitStatus(search, "completed");
		String csv = this.client.get(CURVES + "/jobs/" + search + "/result?format=csv").text();
		assertThat(csv).startsWith("kepid,kepoi_name,koi_period,");
		String request = "{\"job_id\": \"%s\", \"search\": \"%s\"}".formatted(model, search);
		JsonNode scored = this.client.post("/exo-scout-predictor?explain=3", request).json(200);
		JsonNode table = this.client
			.post("/exo-scout-predictor?explain=3&job_id=" + model, Form.of(csv.getBytes(StandardCharsets.UTF_8)))
			.json(200);
		assertThat(scored.get("predictions").get(0)).isEqualTo(table.get("predictions").get(0));
		assertThat(scored.get("predictions")).isNotEmpty();
	}

	@Test
	void otherJobsHaveNoSignals() {
		String training = this.client.trained(WrittenTable.kepler(500, 240), WrittenTable.QUICK)
			.get("job_id")
			.asString();
		this.client.get(CURVES + "/jobs/" + training + "/result").problem(404, "no_result");
		this.client.get(CURVES + "/jobs/none/result").problem(404, "job_not_found");
	}

	private JsonNode result(String jobId) {
		return this.client.get(CURVES + "/jobs/" + jobId + "/result").json(200);
	}

	private String completed(int seed) {
		Answer answer = this.client.post(CURVES, Form.of(curve(seed, 0, 2000)));
		assertThat(answer.status()).as(answer.text()).isIn(200, 202);
		String jobId = answer.json().get("job_id").asString();
		this.client.awaitStatus(jobId, "completed");
		return jobId;
	}

	private String accepted(Form form) {
		Answer answer = this.client.post(CURVES, form);
		String jobId = answer.json(202).get("job_id").asString();
		assertThat(answer.header("Location")).isEqualTo("/exo-scout-jobs-api/jobs/" + jobId);
		return jobId;
	}

	/** Points 20 minutes apart, with a transit of 3 hours every 3.7 days. */
	private static byte[] curve(int seed, int from, int to) {
		Random random = new Random(seed);
		StringBuilder text = new StringBuilder("btjd,flux\n");
		for (int i = 0; i < to; i++) {
			double time = 1500 + i / 72.0;
			double away = time - 1501.3 - PERIOD * Math.round((time - 1501.3) / PERIOD);
			double inside = (0.0625 - Math.abs(away)) / 0.012;
			double flux = 1 - 0.005 * Math.max(0, Math.min(1, inside)) + 5e-4 * random.nextGaussian();
			if (i >= from) {
				text.append(String.format(Locale.ROOT, "%.6f,%.7f%n", time, flux));
			}
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

}
