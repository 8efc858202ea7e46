package io.exoscout.jobs.result;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.exoscout.job.Claim;
import io.exoscout.job.Jobs;
import io.exoscout.job.TestJobs;
import io.exoscout.jobs.listing.JobActions;
import io.exoscout.model.ModelStore;
import io.exoscout.objects.ObjectFacts;
import io.exoscout.prediction.Prediction;
import io.exoscout.prediction.Prediction.Contribution;
import io.exoscout.prediction.Prediction.Explained;
import io.exoscout.prediction.PredictionFile;
import io.exoscout.prediction.PredictionHeader;
import io.exoscout.prediction.PredictionWriter;
import io.exoscout.prediction.StoredPredictions;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.BlobRef;
import io.exoscout.share.Quotas;
import io.exoscout.store.BlobStore;
import io.exoscout.work.References;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import io.exoscout.work.WorkQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ResultControllerTests {

	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private static final PredictionHeader HEADER = new PredictionHeader("model", "mine", null,
			List.of("FALSE POSITIVE", "CONFIRMED"), List.of("note"), List.of("koi_teq"), 0.5, 0.9, List.of(), null,
			null, null, null, null);

	private static final List<Prediction> PREDICTIONS = List.of(prediction(1, "K1", 0.75), prediction(2, "=cmd()", 1));

	private static ConfigurableApplicationContext context;

	private static Jobs jobs;

	private static JobActions actions;

	private static MockMvcTester http;

	@BeforeAll
	static void start() {
		context = TestServers.context(WorkConfiguration.class);
		jobs = context.getBean(Jobs.class);
		BlobStore blobs = context.getBean(BlobStore.class);
		actions = new JobActions(jobs, context.getBean(WorkQueue.class), context.getBean(Quotas.class),
				context.getBean(ModelStore.class), blobs, context.getBean(References.class));
		http = MockMvcTester.of(List.of(new ResultController(new PredictionResults(actions, blobs), JSON)),
				(builder) -> builder.setMessageConverters(new JacksonJsonHttpMessageConverter(JSON)).build());
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@BeforeEach
	void clear() {
		TestServers.clear(context);
	}

	private static Prediction prediction(long row, String object, double planet) {
		return new Prediction(row, object, "CONFIRMED", planet,
				Map.of("CONFIRMED", planet, "FALSE POSITIVE", 1 - planet), 0.5, 0.9,
				List.of(new Contribution("koi_depth", 153f, 0.8, List.of("transit"))),
				new Explained("CONFIRMED", "log-odds", true, 0.1, 0.25), ObjectFacts.NONE, null);
	}

	private static void completed() throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		PredictionWriter writer = PredictionFile.write(HEADER, file);
		for (Prediction prediction : PREDICTIONS) {
			writer.write(prediction);
		}
		writer.finish();
		BlobRef kept = context.getBean(BlobStore.class).put(file.toByteArray());
		jobs.submit(TestJobs.prediction("a"));
		jobs.claim(jobs.find("a").orElseThrow(), "worker", Duration.ofMinutes(1));
		assertThat(jobs.complete(new Claim("a", "worker", 1),
				new StoredPredictions(HEADER, new StoredPredictions.File(kept.sha256(), kept.bytes(), 2)).asMap()))
			.isTrue();
	}

	private static MvcTestResult get(String query, String... headers) {
		MockMvcTester.MockMvcRequestBuilder request = http.get().uri("/exo-scout-jobs-api/jobs/a/result" + query);
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		return request.exchange();
	}

	private static MockHttpServletResponse found(String query, String... headers) {
		MvcTestResult answer = get(query, headers);
		assertThat(answer).hasStatus(200);
		return answer.getResponse();
	}

	private static String problem(MvcTestResult answer, int status, String code) {
		assertThat(answer).hasFailed();
		assertThat(answer.getUnresolvedException().getCause()).isInstanceOfSatisfying(ProblemException.class,
				(problem) -> assertThat(problem).returns(status, (refused) -> refused.kind().status())
					.returns(code, (refused) -> refused.code().id()));
		return answer.getUnresolvedException().getCause().getMessage();
	}

	@Test
	void givesHeaderAndPredictionsAsOneDocument() throws Exception {
		completed();
		JsonNode document = JSON.readTree(found("").getContentAsByteArray());
		assertThat(document.get("job_id").asString()).isEqualTo("model");
		assertThat(document.get("missing_columns").get(0).asString()).isEqualTo("koi_teq");
		assertThat(document.get("predictions")).isEqualTo(JSON.readTree(
				"""
						[{"row": 1, "object": "K1", "class": "CONFIRMED", "probability": 0.75,
						  "probabilities": {"CONFIRMED": 0.75, "FALSE POSITIVE": 0.25}, "information": 0.5, "expected_accuracy": 0.9,
						  "explained_class": "CONFIRMED", "unit": "log-odds", "calibrated": true, "base_value": 0.1, "rest": 0.25,
						  "explanation": [{"feature": "koi_depth", "value": 153.0, "contribution": 0.8, "tags": ["transit"],
						    "sentence": "The transit is 153 ppm deep: this speaks for a planet."}]},
						 {"row": 2, "object": "=cmd()", "class": "CONFIRMED", "probability": 1.0,
						  "probabilities": {"CONFIRMED": 1.0, "FALSE POSITIVE": 0.0}, "information": 0.5, "expected_accuracy": 0.9,
						  "explained_class": "CONFIRMED", "unit": "log-odds", "calibrated": true, "base_value": 0.1, "rest": 0.25,
						  "explanation": [{"feature": "koi_depth", "value": 153.0, "contribution": 0.8, "tags": ["transit"],
						    "sentence": "The transit is 153 ppm deep: this speaks for a planet."}]}]
						"""));
	}

	@Test
	void givesOnePredictionOnEachLine() throws Exception {
		completed();
		MockHttpServletResponse lines = found("", "Accept", "application/x-ndjson");
		assertThat(lines.getContentType()).startsWith("application/x-ndjson");
		assertThat(lines.getContentAsString().lines().map((line) -> JSON.readTree(line).get("row").asInt()))
			.containsExactly(1, 2);
	}

	@Test
	void csvHasAsManyReasonsAsWereAskedForAndNoFormula() throws Exception {
		completed();
		List<String> csv = found("", "Accept", "text/csv").getContentAsString().lines().toList();
		assertThat(csv.get(0)).startsWith("row,object,class,probability,")
			.contains("reason_3,")
			.doesNotContain("reason_4");
		assertThat(csv.get(2)).startsWith("2,'=cmd(),");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/x-ndjson", "text/csv" })
	void saysTheSameOfItInEveryForm(String form) throws Exception {
		completed();
		MockHttpServletResponse answer = found("", "Accept", form);
		assertThat(answer.getHeader("X-Model-Id")).isEqualTo("model");
		assertThat(answer.getHeader("X-Information")).isEqualTo("0.5");
		assertThat(answer.getHeader("X-Expected-Accuracy")).isEqualTo("0.9");
		assertThat(answer.getHeader("Vary")).isEqualTo("Accept, Accept-Language");
		assertThat(answer.getHeader("Content-Disposition")).isNull();
	}

	@Test
	void linkGivesAFileWithAName() throws Exception {
		completed();
		MockHttpServletResponse answer = found("?format=csv", "Accept", "text/html");
		assertThat(answer.getContentType()).startsWith("text/csv");
		assertThat(answer.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"mine-predictions.csv\"");
	}

	@Test
	void tellsReasonsInTheLanguageOfWhoeverFetchesThem() throws Exception {
		completed();
		MockHttpServletResponse english = found("");
		MockHttpServletResponse spanish = found("", "Accept-Language", "es-AR,es;q=0.9,en;q=0.5");
		assertThat(sentence(english)).isEqualTo("The transit is 153 ppm deep: this speaks for a planet.");
		assertThat(sentence(spanish))
			.isEqualTo("El tránsito tiene 153 ppm de profundidad: habla a favor de un planeta.");
		assertThat(english.getHeader("Content-Language")).isEqualTo("en");
		assertThat(spanish.getHeader("Content-Language")).isEqualTo("es");
		assertThat(spanish.getHeader("ETag")).isNotEqualTo(english.getHeader("ETag"));
		assertThat(found("?format=csv", "Accept-Language", "es").getContentAsString(StandardCharsets.UTF_8))
			.contains("reason_1_sentence", "El tránsito tiene");
	}

	private static String sentence(MockHttpServletResponse answer) throws Exception {
		return JSON.readTree(answer.getContentAsByteArray())
			.get("predictions")
			.get(0)
			.get("explanation")
			.get(0)
			.get("sentence")
			.asString();
	}

	@Test
	void repeatsNothingToWhoHasIt() throws Exception {
		completed();
		String json = found("").getHeader("ETag");
		String csv = found("", "Accept", "text/csv").getHeader("ETag");
		assertThat(csv).isNotEqualTo(json);
		MvcTestResult again = get("", "Accept", "text/csv", "If-None-Match", csv);
		assertThat(again).hasStatus(304);
		assertThat(again.getResponse().getContentAsByteArray()).isEmpty();
		assertThat(again.getResponse().getHeader("Cache-Control")).isEqualTo("no-cache, private");
		assertThat(get("", "Accept", "text/csv", "If-None-Match", json)).hasStatus(200);
	}

	@ParameterizedTest
	@CsvSource({ "?format=xlsx, */*, 400, invalid_parameter, xlsx", "'', image/png, 406, not_acceptable, image/png" })
	void refusesFormsItDoesNotHave(String query, String accept, int status, String code, String named)
			throws Exception {
		completed();
		assertThat(problem(get(query, "Accept", accept), status, code)).contains(named, "csv");
	}

	@Test
	void refusesAJobThatIsNotCompleted() {
		problem(get(""), 404, "job_not_found");
		jobs.submit(TestJobs.prediction("a"));
		assertThat(problem(get(""), 409, "job_not_completed")).contains("is queued");
		jobs.cancel("a");
		assertThat(problem(get(""), 409, "job_not_completed")).contains("is cancelled");
	}

	@Test
	void trainingsHaveNoResultAndPredictionsNoCandidates() throws Exception {
		completed();
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> new CandidateLists(actions, context.getBean(ModelStore.class)).of("a"))
			.withMessageContaining("prediction")
			.returns(ErrorCode.NO_CANDIDATES, ProblemException::code);
		TestServers.clear(context);
		jobs.submit(TestJobs.kepler("a"));
		assertThat(problem(get(""), 404, "no_result")).contains("training");
	}

}
