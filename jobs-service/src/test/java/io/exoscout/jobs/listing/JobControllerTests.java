package io.exoscout.jobs.listing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.exoscout.alias.ModelAlias;
import io.exoscout.alias.ModelAliases;
import io.exoscout.job.Claim;
import io.exoscout.job.Job;
import io.exoscout.job.JobFailure;
import io.exoscout.job.JobState;
import io.exoscout.job.Jobs;
import io.exoscout.job.TestJobs;
import io.exoscout.model.MadeModels;
import io.exoscout.model.ModelStore;
import io.exoscout.prediction.PredictionHeader;
import io.exoscout.prediction.StoredPredictions;
import io.exoscout.problem.ProblemException;
import io.exoscout.share.Quotas;
import io.exoscout.store.BlobStore;
import io.exoscout.work.References;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import io.exoscout.work.WorkQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Jobs in every state, seen, moved and deleted over HTTP. */
class JobControllerTests {

	private static final String JOBS = "/exo-scout-jobs-api/jobs";

	private static final Duration LEASE = Duration.ofMinutes(1);

	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private static ConfigurableApplicationContext context;

	private static Jobs jobs;

	private static BlobStore blobs;

	private static MockMvcTester http;

	@BeforeAll
	static void start() {
		context = TestServers.context(WorkConfiguration.class);
		jobs = context.getBean(Jobs.class);
		blobs = context.getBean(BlobStore.class);
		JobActions actions = new JobActions(jobs, context.getBean(WorkQueue.class), context.getBean(Quotas.class),
				context.getBean(ModelStore.class), blobs, context.getBean(References.class));
		http = MockMvcTester.of(
				List.of(new JobController(actions, new JobPages(jobs::list), new JobSummaries(JSON),
						new TaggedDocument(JSON, JobControllerTests::threeDaysLater))),
				(builder) -> builder
					.setMessageConverters(new ByteArrayHttpMessageConverter(),
							new JacksonJsonHttpMessageConverter(JSON))
					.build());
	}

	private static Optional<Instant> threeDaysLater(Job job) {
		return job.status().isFinal() && !job.outcome().stays() ? Optional.of(job.endedAt().plus(Duration.ofDays(3)))
				: Optional.empty();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@BeforeEach
	void clear() {
		TestServers.clear(context);
	}

	private static MvcTestResult get(String path, String... header) {
		MockMvcTester.MockMvcRequestBuilder request = http.get().uri(path);
		return ((header.length > 0) ? request.header(header[0], header[1]) : request).exchange();
	}

	private static JsonNode json(int status, MvcTestResult answer) {
		assertThat(answer).hasStatus(status);
		return JSON.readTree(answer.getResponse().getContentAsByteArray());
	}

	private static String problem(MvcTestResult answer, int status, String code) {
		assertThat(answer).hasFailed();
		assertThat(answer.getUnresolvedException().getCause()).isInstanceOfSatisfying(ProblemException.class,
				(problem) -> assertThat(problem).returns(status, (refused) -> refused.kind().status())
					.returns(code, (refused) -> refused.code().id()));
		return answer.getUnresolvedException().getCause().getMessage();
	}

	private static MvcTestResult cancel(String jobId) {
		return http.post().uri(JOBS + "/" + jobId + "/cancel").exchange();
	}

	private static MvcTestResult retry(String jobId) {
		return http.post().uri(JOBS + "/" + jobId + "/retry").exchange();
	}

	private static MvcTestResult delete(String jobId) {
		return http.delete().uri(JOBS + "/" + jobId).exchange();
	}

	/** A training that has come as far as it takes to be in a state. */
	private static String in(JobState state) {
		jobs.submit(TestJobs.kepler("a"));
		Claim claim = new Claim("a", "worker", 1);
		switch (state) {
			case QUEUED -> {
			}
			case RUNNING -> jobs.claim(jobs.find("a").orElseThrow(), "worker", LEASE);
			case CANCELLED -> jobs.cancel("a");
			case COMPLETED -> {
				jobs.claim(jobs.find("a").orElseThrow(), "worker", LEASE);
				jobs.complete(claim, Map.of("roc_auc", 0.98, "curves", List.of(1, 2)));
			}
			case ERROR -> {
				jobs.claim(jobs.find("a").orElseThrow(), "worker", LEASE);
				jobs.fail(claim, new JobFailure("one_class", "All rows are CONFIRMED.", Instant.now()));
			}
		}
		assertThat(jobs.find("a").orElseThrow().status()).isEqualTo(state);
		return "a";
	}

	private static String put(String text) {
		return blobs.put(text.getBytes(StandardCharsets.UTF_8)).sha256();
	}

	@Test
	void keptJobSaysSoAndNoLongerWhenItGoes() {
		jobs.submit(TestJobs.kepler("a"));
		assertThat(http.get().uri("/exo-scout-jobs-api/jobs/a")).bodyJson().doesNotHavePath("$.expires_at");
		Job cancelled = jobs.cancel("a").orElseThrow();
		String expiry = cancelled.endedAt().plus(Duration.ofDays(3)).toString();
		assertThat(http.get().uri("/exo-scout-jobs-api/jobs/a")).bodyJson()
			.hasPathSatisfying("$.expires_at", (time) -> assertThat(time).isEqualTo(expiry));
		assertThat(http.put().uri("/exo-scout-jobs-api/jobs/a/kept")).hasStatusOk()
			.bodyJson()
			.doesNotHavePath("$.expires_at")
			.hasPathSatisfying("$.kept", (kept) -> assertThat(kept).isEqualTo(true));
		assertThat(http.delete().uri("/exo-scout-jobs-api/jobs/a/kept")).hasStatusOk()
			.bodyJson()
			.doesNotHavePath("$.kept")
			.hasPathSatisfying("$.expires_at", (time) -> assertThat(time).isEqualTo(expiry));
	}

	@Test
	void showsAJobWithAllOfItsResults() {
		JsonNode job = json(200, get(JOBS + "/" + in(JobState.COMPLETED)));
		assertThat(job.get("job_id").asString()).isEqualTo("a");
		assertThat(job.get("status").asString()).isEqualTo("completed");
		assertThat(job.get("results").get("curves").size()).isEqualTo(2);
		assertThat(job.propertyNames()).doesNotContain("sent_at", "lease_until", "attempts_before", "queued_at",
				"traceparent");
	}

	@Test
	void savesAnUnchangedJobTheWay() {
		String path = JOBS + "/" + in(JobState.QUEUED);
		String tag = get(path).getResponse().getHeader("ETag");
		assertThat(tag).startsWith("\"");
		MvcTestResult unchanged = get(path, "If-None-Match", tag);
		assertThat(unchanged).hasStatus(304);
		assertThat(unchanged.getResponse().getContentAsByteArray()).isEmpty();
		assertThat(unchanged.getResponse().getHeader("ETag")).isEqualTo(tag);
		assertThat(get(path, "If-None-Match", "\"other\"")).hasStatus(200);
		jobs.cancel("a");
		assertThat(get(path, "If-None-Match", tag)).hasStatus(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "unknown", "$ne", "a.b" })
	void knowsNoJobThatWasNeverAccepted(String id) {
		for (Function<String, MvcTestResult> move : List.<Function<String, MvcTestResult>>of(
				(job) -> get(JOBS + "/" + job), JobControllerTests::cancel, JobControllerTests::retry,
				JobControllerTests::delete)) {
			assertThat(problem(move.apply(id), 404, "job_not_found")).contains(id);
		}
	}

	@Test
	void staysWithItsModelWhileAnAliasPointsThere() {
		in(JobState.COMPLETED);
		ModelAliases aliases = context.getBean(ModelStore.class).aliases();
		ModelAlias champion = aliases.create("champion", "a", (id) -> true).orElseThrow();
		assertThat(problem(delete("a"), 409, "model_has_alias")).contains("champion", "'a'");
		assertThat(json(200, get(JOBS))).hasSize(1);
		aliases.remove(champion);
		json(200, delete("a"));
	}

	@Test
	void queuedJobIsCancelledAtOnce() {
		assertThat(json(200, cancel(in(JobState.QUEUED))).get("status").asString()).isEqualTo("cancelled");
	}

	@Test
	void runningJobIsAskedToStop() {
		JsonNode job = json(202, cancel(in(JobState.RUNNING)));
		assertThat(job.get("status").asString()).isEqualTo("running");
		assertThat(job.get("cancel_requested").asBoolean()).isTrue();
	}

	@ParameterizedTest
	@EnumSource(names = { "COMPLETED", "ERROR", "CANCELLED" })
	void whatHasEndedCanNotBeCancelled(JobState state) {
		assertThat(problem(cancel(in(state)), 409, "job_state_conflict")).contains("is " + state.id(),
				"queued or running");
		assertThat(jobs.find("a").orElseThrow().status()).isEqualTo(state);
	}

	@ParameterizedTest
	@EnumSource(names = { "ERROR", "CANCELLED" })
	void whatFailedOrWasCancelledIsQueuedAndSentAgain(JobState state) {
		MvcTestResult answer = retry(in(state));
		JsonNode job = json(202, answer);
		assertThat(job.get("status").asString()).isEqualTo("queued");
		assertThat(job.has("error")).isFalse();
		assertThat(answer.getResponse().getHeader("Location")).isEqualTo(JOBS + "/a");
		assertThat(jobs.find("a").orElseThrow().course().sentAt()).isNotNull();
		Awaitility.await().until(() -> context.getBean(WorkQueue.class).depth().orElseThrow() == 1);
	}

	@ParameterizedTest
	@EnumSource(names = { "QUEUED", "RUNNING", "COMPLETED" })
	void nothingElseIsTriedAgain(JobState state) {
		assertThat(problem(retry(in(state)), 409, "job_state_conflict")).contains("is " + state.id(),
				"in error or cancelled");
		assertThat(context.getBean(WorkQueue.class).depth()).hasValue(0);
	}

	@ParameterizedTest
	@EnumSource
	void everyJobCanBeDeletedOnce(JobState state) {
		JsonNode answer = json(200, delete(in(state)));
		assertThat(answer.get("status").asString()).isEqualTo("deleted");
		assertThat(answer.get("job_id").asString()).isEqualTo("a");
		problem(delete("a"), 404, "job_not_found");
		assertThat(json(200, get(JOBS))).isEmpty();
	}

	@Test
	void deletesTheModelWithItsTraining() {
		ModelStore models = context.getBean(ModelStore.class);
		in(JobState.RUNNING);
		String file = models
			.save("mine", MadeModels.model(MadeModels.manifest("a", 4), MadeModels.forests(4, 2)),
					MadeModels.candidates(1))
			.file()
			.sha256();
		jobs.complete(new Claim("a", "worker", 1), Map.of());
		assertThat(blobs.exists(file)).isTrue();
		delete("a");
		assertThat(models.find("a")).isEmpty();
		assertThat(blobs.exists(file)).isFalse();
	}

	@Test
	void deletesTheResultOfAPredictionUnlessAnotherHasTheSame() {
		String result = put("predictions of two jobs");
		for (String jobId : List.of("a", "b")) {
			jobs.submit(TestJobs.prediction(jobId));
			jobs.claim(jobs.find(jobId).orElseThrow(), "worker", LEASE);
			PredictionHeader header = new PredictionHeader("model", "mine", null, List.of(), List.of(), List.of(), null,
					null, null, null, null, null, null, null);
			jobs.complete(new Claim(jobId, "worker", 1),
					new StoredPredictions(header, new StoredPredictions.File(result, 23, 1)).asMap());
		}
		delete("a");
		assertThat(blobs.exists(result)).isTrue();
		delete("b");
		assertThat(blobs.exists(result)).isFalse();
	}

	@Test
	void pagesThroughTheJobsWithoutRepeatingOne() {
		for (int i = 0; i < 5; i++) {
			jobs.submit(TestJobs.kepler("%064x".formatted(i), Instant.ofEpochSecond(i / 2)));
		}
		List<String> ids = new ArrayList<>();
		String next = JOBS + "?model_name=first_light&limit=2";
		int pages = 0;
		while (!next.isEmpty()) {
			MvcTestResult page = get(next);
			JsonNode shown = json(200, page);
			shown.forEach((job) -> ids.add(job.get("created_at").asString() + " " + job.get("job_id").asString()));
			assertThat(shown.size()).isLessThanOrEqualTo(2);
			Matcher link = Pattern.compile("<([^>]+)>; rel=\"next\"")
				.matcher(String.valueOf(page.getResponse().getHeader("Link")));
			next = link.matches() ? link.group(1) : "";
			pages++;
		}
		assertThat(pages).isEqualTo(3);
		assertThat(ids).hasSize(5).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
	}

	@Test
	void listsJobsWithoutTheirCurves() {
		in(JobState.COMPLETED);
		assertThat(json(200, get(JOBS)).get(0).get("results").propertyNames()).containsExactly("roc_auc");
	}

	@Test
	void listsWhatIsAskedFor() {
		in(JobState.COMPLETED);
		JsonNode shown = json(200, get(JOBS + "?fields=status,results.curves,report.used")).get(0);
		assertThat(shown).isEqualTo(JSON.readTree(
				"""
						{"job_id": "a", "status": "completed", "report": {"used": ["koi_period"]}, "results": {"curves": [1, 2]}}
						"""));
	}

	@Test
	void theNextPageShowsWhatThisOneDoes() {
		jobs.submit(TestJobs.kepler("%064x".formatted(1)));
		jobs.submit(TestJobs.kepler("%064x".formatted(2)));
		assertThat(get(JOBS + "?fields=status,report.used&limit=1").getResponse().getHeader("Link"))
			.contains("fields=status,report.used&");
	}

	@ParameterizedTest
	@CsvSource({ "status=completed, status=error", "type=training, type=prediction", "mission=kepler, mission=k2",
			"algorithm=xgboost, algorithm=random_forest", "model_name=first_light, model_name=other",
			"model_name=first_light&status=completed, model_name=first_light&status=queued",
			"model_name=first_light, model_name=$ne" })
	void filtersTheJobs(String fitting, String other) {
		in(JobState.COMPLETED);
		assertThat(json(200, get(JOBS + "?" + fitting)).size()).isOne();
		assertThat(json(200, get(JOBS + "?" + other))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "limit=0, 0", "limit=201, 201", "status=$ne, $ne", "type=magic, magic", "mission=mars, mars",
			"algorithm=x, 'x'", "fields=sttus, sttus", "cursor=abc, abc", "cursor=JHdoZXJl, JHdoZXJl" })
	void refusesListParametersItDoesNotKnow(String query, String named) {
		assertThat(problem(get(JOBS + "?" + query), 400, "invalid_parameter")).contains(named);
	}

	@Test
	void aJobThatWasMovedMeanwhileIsShownAsItIsNow() {
		Job queued = jobs.find(in(JobState.QUEUED)).orElseThrow();
		jobs.claim(jobs.find("a").orElseThrow(), "worker", LEASE);
		assertThat(json(200, get(JOBS + "/a")).get("attempts").asInt()).isEqualTo(queued.course().attempts() + 1);
	}

}
