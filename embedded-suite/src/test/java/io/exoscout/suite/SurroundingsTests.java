package io.exoscout.suite;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.exoscout.health.ProgramVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What is around the services: health, documents, CORS. */
@SuiteTest
class SurroundingsTests {

	private static final String ORIGIN = "http://localhost:3000";

	private final Client client;

	SurroundingsTests(Client client) {
		this.client = client;
	}

	@Test
	void isHealthy() {
		JsonNode health = this.client.get("/health").json(200);
		assertThat(health.get("status").asString()).isEqualTo("ok");
		assertThat(health.get("database").asString()).isEqualTo("up");
		assertThat(health.get("queue").asString()).isEqualTo("up");
		// one that trains, one that predicts, and two that search where there are two
		// processors
		assertThat(health.get("workers").asInt())
			.isEqualTo(2 + Math.min(2, Runtime.getRuntime().availableProcessors()));
	}

	@Test
	void namesVersionAndCommit() {
		ProgramVersion program = ProgramVersion.current();
		JsonNode health = this.client.get("/health").json(200);
		assertThat(health.get("version").asString()).isEqualTo(program.version());
		assertThat(health.get("commit").asString()).isEqualTo(program.commit());
		JsonNode info = this.client.get("/actuator/info").json(200).get("program");
		assertThat(info.get("version").asString()).isEqualTo(program.version());
		assertThat(info.get("commit").asString()).isEqualTo(program.commit());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness" })
	void tellsProbesHowItIs(String path) {
		assertThat(this.client.get(path).json(200).get("status").asString()).isEqualTo("UP");
	}

	@Test
	void countsForPrometheus() {
		this.client.get("/health").json(200);
		Answer metrics = this.client.get("/actuator/prometheus");
		assertThat(metrics.status()).isEqualTo(200);
		assertThat(metrics.text()).contains("jvm_memory_used_bytes", "http_server_requests_seconds_count");
	}

	@Test
	void leadsFromTheFirstPage() {
		JsonNode index = this.client.get("/", "Accept", "application/json").json(200);
		assertThat(index.get("docs").asString()).isEqualTo("/docs");
		Answer page = this.client.get("/", "Accept", "text/html");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Content-Type")).startsWith("text/html");
		assertThat(page.text()).contains("ExoScout", "/docs");
	}

	@Test
	void givesProgramsTheIndexUnlessTheyAskForThePage() {
		assertThat(this.client.get("/").json(200).get("docs").asString()).isEqualTo("/docs");
		assertThat(this.client.get("/", "Accept", "*/*").json(200).get("docs").asString()).isEqualTo("/docs");
		assertThat(this.client.get("/", "Accept", "text/html,*/*;q=0.8").header("Content-Type"))
			.startsWith("text/html");
	}

	@Test
	void showsItsDocumentsWithAllTheirParts() {
		Answer moved = this.client.get("/docs");
		assertThat(moved.status()).isEqualTo(302);
		String page = moved.header("Location").replaceFirst("^https?://[^/]*", "");
		Answer shown = this.client.get(page);
		assertThat(shown.status()).isEqualTo(200);
		Matcher parts = Pattern.compile("(?:src|href)=\"\\./?([^\"]+)\"").matcher(shown.text());
		List<String> found = new ArrayList<>();
		while (parts.find()) {
			found.add(parts.group(1));
			assertThat(this.client.get(page.substring(0, page.lastIndexOf('/') + 1) + parts.group(1)).status())
				.as(parts.group(1))
				.isEqualTo(200);
		}
		assertThat(found).anyMatch((part) -> part.endsWith(".js")).anyMatch((part) -> part.endsWith(".css"));
	}

	@Test
	void documentsEveryAddress() {
		JsonNode api = this.client.get("/v3/api-docs").json(200);
		assertThat(api.get("openapi").asString()).startsWith("3.1");
		assertThat(api.get("paths").propertyNames()).contains("/exo-scout-orchestrator",
				"/exo-scout-orchestrator/inspect", "/exo-scout-jobs-api/jobs", "/exo-scout-jobs-api/jobs/{id}",
				"/exo-scout-jobs-api/jobs/{id}/cancel", "/exo-scout-jobs-api/jobs/{id}/retry",
				"/exo-scout-jobs-api/jobs/{id}/judged", "/exo-scout-jobs-api/objects",
				"/exo-scout-jobs-api/objects/{name}/verdict", "/exo-scout-jobs-api/objects/verdicts",
				"/exo-scout-jobs-api/workers", "/exo-scout-predictor", "/exo-scout-predictor/models",
				"/exo-scout-predictor/models/{id}", "/exo-scout-predictor/models/{id}/download",
				"/exo-scout-predictor/models/compare", "/exo-scout-predictor/models/aliases",
				"/exo-scout-predictor/models/aliases/{alias}", "/save-exoplanet", "/get-exoplanets",
				"/get-exoplanets/{id}", "/health");
	}

	@ParameterizedTest
	@CsvSource({ "orchestrator,/exo-scout-orchestrator", "jobs,/exo-scout-jobs-api/jobs",
			"predictor,/exo-scout-predictor", "catalog,/save-exoplanet" })
	void documentsEachServiceByItself(String service, String path) {
		JsonNode page = this.client.get("/v3/api-docs/swagger-config").json(200);
		assertThat(page.get("urls").valueStream().map((url) -> url.get("url").asString()))
			.contains("/v3/api-docs/" + service);
		JsonNode api = this.client.get("/v3/api-docs/" + service).json(200);
		assertThat(api.get("openapi").asString()).startsWith("3.1");
		assertThat(api.get("paths").propertyNames()).contains(path);
	}

	@Test
	void letsThePageOfADeveloperIn() {
		Answer answer = this.client.get(Client.JOBS, "Origin", ORIGIN);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
		assertThat(answer.header("Access-Control-Expose-Headers")).contains("Location", "Link", "ETag");
		assertThat(answer.header("Vary")).containsIgnoringCase("Origin");
	}

	@ParameterizedTest
	@CsvSource({ "POST," + Client.UPLOADS, "DELETE," + Client.JOBS + "/x", "POST," + Client.PREDICTIONS,
			"POST,/save-exoplanet" })
	void answersTheQuestionsOfBrowsers(String method, String path) {
		Answer answer = this.client.send("OPTIONS", path, BodyPublishers.noBody(), "Origin", ORIGIN,
				"Access-Control-Request-Method", method, "Access-Control-Request-Headers", "content-type");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
		assertThat(answer.header("Access-Control-Allow-Methods")).contains(method);
		assertThat(answer.header("Access-Control-Allow-Headers")).contains("content-type");
	}

	@Test
	void tracesARequestUnderTheNameItsSenderGave() {
		String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
		Answer answer = this.client.get(Client.JOBS + "/unknown", "traceparent",
				"00-%s-00f067aa0ba902b7-01".formatted(trace));
		answer.problem(404, "job_not_found");
		assertThat(answer.json().get("trace_id").asString()).isEqualTo(trace);
	}

}
