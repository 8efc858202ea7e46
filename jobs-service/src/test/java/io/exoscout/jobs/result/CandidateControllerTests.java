package io.exoscout.jobs.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.exoscout.archive.Mission;
import io.exoscout.candidate.Candidate;
import io.exoscout.candidate.CandidateRanking;
import io.exoscout.job.Claim;
import io.exoscout.job.Jobs;
import io.exoscout.job.TestJobs;
import io.exoscout.jobs.listing.JobActions;
import io.exoscout.jobs.verdict.Opinion;
import io.exoscout.jobs.verdict.OwnVerdict;
import io.exoscout.jobs.verdict.OwnVerdicts;
import io.exoscout.jobs.verdict.VerdictSettings;
import io.exoscout.model.MadeModels;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelStore;
import io.exoscout.objects.ObjectFacts;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.share.Quotas;
import io.exoscout.store.BlobStore;
import io.exoscout.store.MongoAccess;
import io.exoscout.work.References;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import io.exoscout.work.WorkQueue;
import org.assertj.core.api.InstanceOfAssertFactories;
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
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CandidateControllerTests {

	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private static final Pattern NEXT = Pattern.compile("<(/.*)>; rel=\"next\"");

	private static final String CONE = "/exo-scout-jobs-api/jobs/a/cone";

	private static ConfigurableApplicationContext context;

	private static Jobs jobs;

	private static ModelStore models;

	private static BlobStore blobs;

	private static JobActions actions;

	private static OwnVerdicts verdicts;

	private static MockMvcTester http;

	@BeforeAll
	static void start() {
		context = TestServers.context(WorkConfiguration.class);
		jobs = context.getBean(Jobs.class);
		models = context.getBean(ModelStore.class);
		blobs = context.getBean(BlobStore.class);
		actions = new JobActions(jobs, context.getBean(WorkQueue.class), context.getBean(Quotas.class), models, blobs,
				context.getBean(References.class));
		verdicts = new OwnVerdicts(new MongoAccess(context.getBean(MongoOperations.class)), new VerdictSettings(100),
				Clock.systemUTC());
		http = MockMvcTester.of(
				List.of(new CandidateController(new CandidateLists(actions, models), verdicts, JSON),
						new CandidateConeController(new CandidateLists(actions, models))),
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

	private static ModelCard completed(String jobId, CandidateRanking ranking) {
		jobs.submit(TestJobs.kepler(jobId));
		jobs.claim(jobs.find(jobId).orElseThrow(), "worker", Duration.ofMinutes(1));
		ModelCard card = models.save("mine", MadeModels.model(MadeModels.manifest(jobId, 4), MadeModels.forests(4, 2)),
				ranking);
		assertThat(jobs.complete(new Claim(jobId, "worker", 1), Map.of())).isTrue();
		return card;
	}

	private static MockHttpServletResponse get(String path, String accept) {
		return http.get().uri(path).header("Accept", accept).exchange().getResponse();
	}

	private static JsonNode json(MockHttpServletResponse response) {
		assertThat(response.getStatus()).isEqualTo(200);
		return JSON.readTree(response.getContentAsByteArray());
	}

	private static String path(String query) {
		return "/exo-scout-jobs-api/jobs/a/candidates" + query;
	}

	@ParameterizedTest
	@ValueSource(strings = { "*/*", "application/json", "text/html, application/json;q=0.9, text/csv;q=0.8" })
	void givesJsonUnlessToldOtherwise(String accept) {
		completed("a", MadeModels.candidates(2));
		assertThat(json(get(path(""), accept))).isEqualTo(JSON.readTree("""
				{"job_id": "a", "model": "mine", "count": 2, "planet_classes": ["CONFIRMED"],
				 "ranked_by": "probability", "interval": "lowest and highest of 5 folds", "contribution": "log-odds",
				 "prior": {"training_share": 0.36, "estimated_share": 0.75, "method": "EM"}, "notes": ["made up"],
				 "candidates": [
				  {"rank": 1, "row": 101, "object": "K1", "star": "star 1", "class": "CONFIRMED", "probability": 1.0,
				   "lower": 0.5, "upper": 1.0, "reasons": [
				    {"feature": "koi_depth", "value": 153.0, "contribution": 0.8, "tags": ["transit"]},
				    {"feature": "koi_prad", "value": null, "contribution": -0.25}]},
				  {"rank": 2, "row": 102, "star": "star 2", "class": "CONFIRMED", "probability": 0.5,
				   "lower": 0.25, "upper": 0.5, "reasons": [
				    {"feature": "koi_depth", "value": 153.0, "contribution": 0.8, "tags": ["transit"]},
				    {"feature": "koi_prad", "value": null, "contribution": -0.25}]}]}"""));
	}

	@ParameterizedTest
	@CsvSource({ "application/x-votable+xml, <VOTABLE", "application/fits, SIMPLE  =", "text/x-ecsv, # %ECSV 1.0",
			"text/x-ipac-table, |rank" })
	void givesTheFormsOfAstronomers(String accept, String beginning) throws IOException {
		completed("a", MadeModels.candidates(101));
		MockHttpServletResponse response = get(path(""), accept);
		assertThat(response.getContentType()).startsWith(accept);
		assertThat(response.getContentAsString()).contains(beginning).contains("K101");
	}

	@Test
	void candidatesAreFoundAboutAPlaceOnTheSky() throws IOException {
		Candidate near = MadeModels.candidate(1, "near", 0.9).with(placed(291.934f, 48.1417f));
		Candidate far = MadeModels.candidate(2, "far", 0.8).with(placed(290, 48));
		completed("a", MadeModels.ranking(List.of(near, far, MadeModels.candidate(3, "nowhere", 0.7))));
		MockHttpServletResponse response = get(CONE + "?RA=291.93&DEC=48.14&SR=0.1", "*/*");
		assertThat(response.getContentType()).isEqualTo("application/x-votable+xml");
		assertThat(response.getContentAsString()).contains("nrows=\"1\"", "<TD>near</TD>", "ID_MAIN",
				"POS_EQ_DEC_MAIN");
		assertThat(get(CONE + "?RA=291.934&DEC=48.1417&SR=0", "*/*").getContentAsString()).contains("<FIELD")
			.doesNotContain("<TR>");
	}

	@Test
	void everyColumnSaysWhatItIs() throws IOException {
		completed("a", MadeModels.candidates(2));
		for (String list : List.of("candidates", "objects")) {
			String votable = get("/exo-scout-jobs-api/jobs/a/" + list + "?format=votable", "*/*").getContentAsString();
			String[] fields = votable.split("<FIELD ");
			assertThat(fields).hasSizeGreaterThan(14);
			assertThat(Arrays.stream(fields).skip(1)).allMatch((field) -> field.contains("<DESCRIPTION>"))
				.allMatch((field) -> field.contains("ucd="));
		}
	}

	@Test
	void aListWithoutPlacesIsNotSearched() {
		completed("a", MadeModels.candidates(2));
		assertThat(http.get().uri(CONE + "?RA=1&DEC=1&SR=1").exchange()).failure()
			.cause()
			.isInstanceOfSatisfying(ProblemException.class,
					(problem) -> assertThat(problem.code()).isEqualTo(ErrorCode.NO_PLACES));
	}

	private static ObjectFacts placed(float ra, float dec) {
		return new ObjectFacts(null, null, null, null, ra, dec, null, null);
	}

	@Test
	void givesTheFirstHundredUnlessToldOtherwise() {
		completed("a", MadeModels.candidates(101));
		assertThat(json(get(path(""), "*/*")).get("candidates").size()).isEqualTo(100);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 7, 22, 23, 24 })
	void everyCandidateIsShownOnceWhateverThePageSize(int limit) {
		completed("a", MadeModels.candidates(23));
		List<Integer> ranks = new ArrayList<>();
		String page = path("?limit=" + limit);
		while (page != null) {
			MockHttpServletResponse response = get(page, "application/json");
			json(response).get("candidates").forEach((candidate) -> ranks.add(candidate.get("rank").asInt()));
			page = next(response);
		}
		assertThat(ranks).isEqualTo(IntStream.rangeClosed(1, 23).boxed().toList());
	}

	private static String next(MockHttpServletResponse response) {
		String link = response.getHeader("Link");
		if (link == null) {
			return null;
		}
		Matcher next = NEXT.matcher(link);
		assertThat(next.matches()).as(link).isTrue();
		return next.group(1);
	}

	private static void threeOf(String jobId) {
		completed(jobId,
				MadeModels.ranking(List.of(MadeModels.candidate(1, "K00752.01", 0.9).with(sized(2.5f)),
						MadeModels.candidate(2, "K01435.01", 0.8).with(sized(11f)),
						MadeModels.candidate(3, "K00752.02", 0.7))));
	}

	private static ObjectFacts sized(float radius) {
		return new ObjectFacts(null, null, radius, null, null, null, null, null);
	}

	private static List<Integer> ranks(MockHttpServletResponse response) {
		return json(response).get("candidates").valueStream().map((one) -> one.get("rank").asInt()).toList();
	}

	@ParameterizedTest
	@CsvSource({ "sort=radius, 1 2 3", "sort=-radius, 2 1 3", "sort=object, 1 3 2", "sort=-object, 2 3 1",
			"sort=-rank, 3 2 1", "sort=-probability, 1 2 3", "q=k00752, 1 3", "q=K-00752.02, 3", "q=nobody, ''",
			"min_probability=0.8, 1 2", "q=752&min_probability=0.8&sort=-rank, 1" })
	void candidatesAreSortedAndFound(String query, String ranks) {
		threeOf("a");
		MockHttpServletResponse response = get(path("?" + query), "application/json");
		assertThat(ranks(response)).extracting(String::valueOf)
			.isEqualTo(ranks.isEmpty() ? List.of() : List.of(ranks.split(" ")));
		assertThat(response.getHeader("X-Total-Count")).isEqualTo(String.valueOf(ranks(response).size()));
	}

	@Test
	void pagesOfASortedListFollowOneAnother() {
		threeOf("a");
		MockHttpServletResponse first = get(path("?sort=-radius&limit=2"), "application/json");
		assertThat(ranks(first)).containsExactly(2, 1);
		assertThat(first.getHeader("X-Total-Count")).isEqualTo("3");
		MockHttpServletResponse second = get(next(first), "application/json");
		assertThat(ranks(second)).containsExactly(3);
		assertThat(next(second)).isNull();
	}

	@Test
	void onlyWhatIsAskedForIsShownInEveryForm() throws Exception {
		threeOf("a");
		String query = path("?fields=object, radius&sort=-rank");
		assertThat(json(get(query, "application/json")).get("candidates").get(1))
			.isEqualTo(JSON.readTree("{\"object\": \"K01435.01\", \"radius\": 11.0}"));
		assertThat(get(query, "text/csv").getContentAsString())
			.isEqualTo("object,radius\r\nK00752.02,\r\nK01435.01,11.0\r\nK00752.01,2.5\r\n");
		assertThat(get(query, "application/x-ndjson").getContentAsString().lines().toList())
			.contains("{\"object\":\"K00752.01\",\"radius\":2.5}");
		assertThat(get(query, "application/x-votable+xml").getContentAsString().split("<FIELD ")).hasSize(3);
		assertThat(get(path("?fields=reasons"), "text/csv").getContentAsString()).startsWith("reason_1,");
	}

	@Test
	void whatPeopleMadeOfObjectsIsShownToThoseWhoAsk() throws Exception {
		threeOf("a");
		context.getBean(MongoOperations.class)
			.insert(new OwnVerdict("kepler K01435.01", Mission.KEPLER, "K01435.01", Opinion.NOT_PLANET, "=V",
					List.of("dim"), Instant.EPOCH, Instant.EPOCH, null, "r"));
		String query = path("?fields=object,own_verdict,own_tags,own_note&limit=2");
		assertThat(json(get(query, "application/json")).get("candidates")).isEqualTo(JSON.readTree("""
				[{"object": "K00752.01"},
				 {"object": "K01435.01", "own_verdict": "not_planet", "own_tags": "dim", "own_note": "=V"}]"""));
		MockHttpServletResponse csv = get(query, "text/csv");
		assertThat(csv.getContentAsString())
			.isEqualTo("object,own_verdict,own_tags,own_note\r\nK00752.01,,,\r\nK01435.01,not_planet,dim,'=V\r\n");
		// it may be another tomorrow, of the same list
		assertThat(csv.getHeader("ETag")).isNull();
		assertThat(get(path(""), "application/json").getContentAsString()).doesNotContain("not_planet");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "&sort=-rank" })
	void inALongListEachObjectHasItsOwnVerdict(String order) throws Exception {
		completed("a", MadeModels.candidates(450));
		List<String> named = List.of("K1", "K199", "K201", "K399", "K449");
		named.forEach((object) -> context.getBean(MongoOperations.class)
			.insert(new OwnVerdict("kepler " + object, Mission.KEPLER, object, Opinion.UNSURE, object + "?", List.of(),
					Instant.EPOCH, Instant.EPOCH, null, "r")));
		String csv = get(path("?format=csv&fields=object,own_note" + order), "*/*")
			.getContentAsString(StandardCharsets.UTF_8);
		assertThat(csv.lines().filter((line) -> line.contains("?")))
			.containsExactlyInAnyOrderElementsOf(named.stream().map((object) -> object + "," + object + "?").toList());
		assertThat(csv.lines()).hasSize(451);
	}

	@Test
	void decidedObjectsAreShownWithTheirVerdictsTheMostDoubtfulFirst() throws Exception {
		Candidate doubtful = new Candidate(1, 7, "K00001.01", "1", "FALSE POSITIVE", 0.02, null, null, null, List.of(),
				sized(11), "CONFIRMED", null);
		Candidate sure = new Candidate(2, 9, "K00002.01", "2", "CONFIRMED", 0.97, null, null, null, List.of(), sized(2),
				"CONFIRMED", null);
		CandidateRanking undecided = MadeModels.candidates(1);
		completed("a", new CandidateRanking(undecided.summary(), undecided.candidates(), List.of(doubtful, sure)));
		String objects = "/exo-scout-jobs-api/jobs/a/objects";
		JsonNode page = json(get(objects, "application/json"));
		assertThat(page.get("count").asInt()).isEqualTo(2);
		assertThat(page.get("judged_by").asString()).contains("without its star");
		assertThat(page.get("objects").get(0)).isEqualTo(JSON.readTree(
				"""
						{"rank": 1, "row": 7, "object": "K00001.01", "star": "1", "class": "FALSE POSITIVE", "probability": 0.02,
						 "radius": 11.0, "label": "CONFIRMED"}"""));
		assertThat(get(objects + "?sort=-probability&fields=object,label", "text/csv").getContentAsString())
			.isEqualTo("object,label\r\nK00002.01,CONFIRMED\r\nK00001.01,CONFIRMED\r\n");
		assertThat(get(objects + "?format=ecsv", "*/*").getHeader("Content-Disposition")).contains("mine-objects.ecsv");
		assertThat(get(objects + "?format=votable", "*/*").getContentAsString()).contains("K00002.01");
	}

	@ParameterizedTest
	@CsvSource({ "fields=colour, colour", "sort=link, link", "sort=-reasons, -reasons", "min_probability=1.5, 1.5",
			"min_probability=NaN, NaN", "fields=, known are" })
	void refusesWhatCandidatesDoNotHave(String query, String named) {
		threeOf("a");
		assertThat(http.get().uri(path("?" + query)).exchange()).failure()
			.cause()
			.hasMessageContaining(named)
			.asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
			.returns(ErrorCode.INVALID_PARAMETER, ProblemException::code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "?limit=0", "?limit=10001", "?cursor=-1" })
	void refusesPagesThatCanNotBe(String query) {
		completed("a", MadeModels.candidates(2));
		for (String accept : List.of("application/json", "text/csv")) {
			assertThat(http.get().uri(path(query)).header("Accept", accept)).failure()
				.cause()
				.asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
				.returns(ErrorCode.INVALID_PARAMETER, ProblemException::code);
		}
	}

	@Test
	void givesAllOfTheListAsCsv() throws Exception {
		completed("a", MadeModels.candidates(2));
		MockHttpServletResponse response = get(path(""), "text/csv");
		assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
		assertThat(response.getHeader("X-Notes")).isEqualTo("made up");
		assertThat(response.getContentAsString()).isEqualTo("""
				rank,row,object,star,class,probability,corrected_probability,lower,upper,period,depth,radius,magnitude,\
				ra,dec,link,exofop,reason_1,reason_1_value,reason_1_contribution,reason_1_tags,\
				reason_2,reason_2_value,reason_2_contribution,reason_2_tags,\
				reason_3,reason_3_value,reason_3_contribution,reason_3_tags\r
				1,101,K1,star 1,CONFIRMED,1.0,,0.5,1.0,,,,,,,,,koi_depth,153.0,0.8,transit,koi_prad,,-0.25,,,,,\r
				2,102,,star 2,CONFIRMED,0.5,,0.25,0.5,,,,,,,,,koi_depth,153.0,0.8,transit,koi_prad,,-0.25,,,,,\r
				""");
		completed("b", MadeModels.candidates(1500));
		String all = get("/exo-scout-jobs-api/jobs/b/candidates", "text/csv").getContentAsString();
		assertThat(all.lines()).hasSize(1501);
	}

	@Test
	void csvHasPagesToo() throws Exception {
		completed("a", MadeModels.candidates(3));
		MockHttpServletResponse first = get(path("?limit=2"), "text/csv");
		assertThat(first.getContentAsString().lines()).hasSize(3);
		MockHttpServletResponse second = get(next(first), "text/csv");
		assertThat(second.getContentAsString().lines().skip(1)).singleElement().asString().startsWith("3,");
		assertThat(second.getHeader("Link")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "=cmd()", "+1", "-1", "@SUM(A1)", "\t=1" })
	void csvCellsAreNeverFormulas(String object) throws Exception {
		completed("a", MadeModels.ranking(List.of(MadeModels.candidate(1, object, 0.5))));
		assertThat(get(path(""), "text/csv").getContentAsString()).contains("'" + object);
	}

	@Test
	void repeatsNothingToWhoHasTheList() {
		completed("a", MadeModels.candidates(2));
		for (String accept : List.of("application/json", "text/csv")) {
			String tag = get(path(""), accept).getHeader("ETag");
			MockHttpServletResponse again = http.get()
				.uri(path(""))
				.header("Accept", accept)
				.header("If-None-Match", tag)
				.exchange()
				.getResponse();
			assertThat(again.getStatus()).isEqualTo(304);
			assertThat(again.getContentAsByteArray()).isEmpty();
			assertThat(again.getHeader("Cache-Control")).isEqualTo("no-cache, private");
		}
		assertThat(get(path(""), "text/csv").getHeader("ETag"))
			.isNotEqualTo(get(path(""), "application/json").getHeader("ETag"));
	}

	@Test
	void deletingTheJobRemovesTheList() {
		String list = completed("a", MadeModels.candidates(2)).candidates().file().sha256();
		assertThat(blobs.exists(list)).isTrue();
		actions.delete("a");
		assertThat(blobs.exists(list)).isFalse();
		refused("job_not_found", "'a'");
	}

	@Test
	void refusesAJobThatIsNotCompleted() {
		jobs.submit(TestJobs.kepler("a"));
		refused("job_not_completed", "queued");
		jobs.cancel("a");
		refused("job_not_completed", "cancelled");
	}

	@Test
	void refusesAJobFromBeforeThereWereLists() {
		completed("a", MadeModels.candidates(2));
		context.getBean(MongoOperations.class)
			.updateMulti(new Query(), new Update().unset("candidates"), ModelCard.class);
		refused("no_candidates", "upload its table again");
	}

	@Test
	void refusesAJobThatIsStillRunning() {
		jobs.submit(TestJobs.kepler("a"));
		jobs.claim(jobs.find("a").orElseThrow(), "worker", Duration.ofMinutes(1));
		refused("job_not_completed", "running");
	}

	@ParameterizedTest
	@CsvSource({ "?format=xlsx, */*, invalid_parameter, 'json, ndjson, csv'",
			"'', image/png, not_acceptable, image/png" })
	void refusesFormsItDoesNotHave(String query, String accept, String code, String named) {
		completed("a", MadeModels.candidates(2));
		assertThat(http.get().uri(path(query)).header("Accept", accept)).failure()
			.cause()
			.hasMessageContaining(named)
			.asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
			.returns(code, (refused) -> refused.code().id());
	}

	@Test
	void linkGivesAFileWithAName() throws Exception {
		completed("a", MadeModels.candidates(2));
		MockHttpServletResponse file = get(path("?format=ndjson"), "text/html");
		assertThat(file.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"mine-candidates.ndjson\"");
		assertThat(file.getContentAsString().lines().map((line) -> JSON.readTree(line).get("rank").asInt()))
			.containsExactly(1, 2);
		assertThat(get(path(""), "text/csv").getHeader("Content-Disposition")).isNull();
	}

	private static void refused(String code, String word) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> new CandidateLists(actions, models).of("a"))
			.withMessageContaining(word)
			.matches((ex) -> ex.code().id().equals(code));
	}

}
