package io.exoscout.suite;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.exoscout.monitoring.Monitoring;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What Prometheus gets to see of a suite at work. */
@SuiteTest
class MetricsTests {

	private final Client client;

	private final RunningSuite suite;

	MetricsTests(Client client, RunningSuite suite) {
		this.client = client;
		this.suite = suite;
	}

	@Test
	void tellEverythingThatDashboardAndAlertsAskFor() {
		work();
		// a process that is young may not have paused for one yet
		System.gc();
		// that of the last request comes after its answer
		await().untilAsserted(() -> assertThat(names(scrape())).containsAll(Monitoring.metricsOfDashboard())
			.containsAll(Monitoring.metricsOfAlerts()));
	}

	@Test
	void areAllExplained() {
		work();
		String explained = Monitoring.text("README.md");
		Set<String> families = matches("^# TYPE (exoscout_\\w+?)(?:_max)? ", scrape());
		assertThat(families).hasSizeGreaterThan(20)
			.allSatisfy((name) -> assertThat(explained).contains("`" + name + "`"));
	}

	@Test
	void nameNoJob() {
		String jobId = work();
		assertThat(scrape()).contains("exoscout_").doesNotContain(jobId);
	}

	@Test
	void countAnUploadThatIsRefusedByTheReason() {
		String refused = "exoscout_uploads_total{code=\"malformed_params\",outcome=\"refused\"}";
		double before = value(refused);
		this.client.upload(WrittenTable.kepler(811, 120), "no JSON").problem(400, "malformed_params");
		assertThat(value(refused)).isEqualTo(before + 1);
	}

	@Test
	void countTheRowsOfAPrediction() {
		String jobId = work();
		double before = scoredAtRest();
		predict(jobId);
		assertThat(scoredAtRest()).isEqualTo(before + 120);
	}

	/**
	 * The rows of all answers: those of the last one are counted, and its table goes,
	 * after it.
	 */
	private double scoredAtRest() {
		Home.bytesAtRest(this.suite);
		return value("exoscout_rows_scored_total{mode=\"direct\"}");
	}

	/** A training and a prediction. */
	private String work() {
		JsonNode job = this.client.trained(WrittenTable.kepler(810, 120), WrittenTable.QUICK);
		String jobId = job.get("job_id").asString();
		predict(jobId);
		return jobId;
	}

	private void predict(String jobId) {
		this.client.post(Client.PREDICTIONS, Form.of(WrittenTable.kepler(810, 120)).with("job_id", jobId)).json(200);
	}

	private double value(String sample) {
		return scrape().lines()
			.filter((line) -> line.startsWith(sample + " "))
			.mapToDouble((line) -> Double.parseDouble(line.substring(sample.length())))
			.sum();
	}

	private String scrape() {
		Answer answer = this.client.get("/actuator/prometheus");
		assertThat(answer.status()).isEqualTo(200);
		return answer.text();
	}

	private static Set<String> names(String scrape) {
		return matches("^(\\w+)[{ ]", scrape);
	}

	private static Set<String> matches(String pattern, String text) {
		return Pattern.compile(pattern, Pattern.MULTILINE)
			.matcher(text)
			.results()
			.map((MatchResult match) -> match.group(1))
			.collect(Collectors.toSet());
	}

}
