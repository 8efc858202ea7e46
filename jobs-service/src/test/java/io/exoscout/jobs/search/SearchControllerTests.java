package io.exoscout.jobs.search;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.exoscout.candidate.Candidate;
import io.exoscout.candidate.CandidateRanking;
import io.exoscout.jobs.JobStage;
import io.exoscout.jobs.verdict.OwnVerdicts;
import io.exoscout.jobs.verdict.VerdictController;
import io.exoscout.jobs.verdict.VerdictSettings;
import io.exoscout.model.MadeModels;
import io.exoscout.objects.ObjectFacts;
import io.exoscout.problem.ErrorCode;
import io.exoscout.store.BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

class SearchControllerTests {

	private static final Instant TIME = Instant.parse("2026-11-20T12:00:00Z");

	private static final String TABLE = """
			kepid,kepoi_name,kepler_name,koi_disposition,koi_period
			10797460,K00752.01,Kepler-227 b,CONFIRMED,9.49
			10797460,K00752.02,,CANDIDATE,54.4
			""";

	private static JobStage stage;

	private ObjectIndex index;

	private MockMvcTester http;

	@BeforeAll
	static void start() {
		stage = new JobStage();
	}

	@AfterAll
	static void stop() {
		stage.close();
	}

	@BeforeEach
	void prepare() {
		stage.clear();
		this.index = new ObjectIndex(stage.jobs(), stage.models(), stage.datasets(), 1_000_000);
		OwnVerdicts verdicts = new OwnVerdicts(stage.database(), new VerdictSettings(100), Clock.systemUTC());
		this.http = JobStage.http(new SearchController(new ObjectSearch(this.index, verdicts)),
				new VerdictController(verdicts));
	}

	/** One object of the table decided, the other ranked. */
	private static void completed(String jobId, double probability) {
		CandidateRanking ranking = MadeModels.ranking(List.of(MadeModels.candidate(1, "K00752.02", probability)));
		Candidate decided = new Candidate(1, 1, "K00752.01", "10797460", "CONFIRMED", 0.97, null, null, null, List.of(),
				ObjectFacts.NONE, "CONFIRMED", null);
		stage.completed(jobId, TABLE, TIME,
				new CandidateRanking(ranking.summary(), ranking.candidates(), List.of(decided)));
	}

	private JsonNode found(String query) {
		return JobStage.json(this.http.get().uri("/exo-scout-jobs-api/objects?name=" + query).exchange().getResponse());
	}

	@Test
	void allModelsSayWhatTheyThinkOfAnObjectTheNewestFirst() {
		completed("a", 0.8);
		completed("b", 0.7);
		JsonNode found = found("KOI-752.02");
		assertThat(found.get("jobs").asInt()).isEqualTo(2);
		JsonNode object = found.get("objects").get(0);
		assertThat(object.get("object").asString()).isEqualTo("K00752.02");
		assertThat(object.get("mission").asString()).isEqualTo("kepler");
		assertThat(object.get("star").asString()).isEqualTo("10797460");
		assertThat(object.get("models").findValuesAsString("job_id")).containsExactly("b", "a");
		JsonNode newest = object.get("models").get(0);
		assertThat(newest.get("probability").asDouble()).isEqualTo(0.7);
		assertThat(newest.get("undecided").asBoolean()).isTrue();
		assertThat(newest.has("label")).isFalse();
		assertThat(newest.get("link").asString()).isEqualTo("/exo-scout-jobs-api/jobs/b/object?name=K00752.02");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Kepler-227 b", "k00752.01" })
	void aDecidedObjectIsFoundByItsNamesWithItsLabel(String name) {
		completed("a", 0.8);
		JsonNode objects = found(name).get("objects");
		assertThat(objects.findValuesAsString("object")).containsExactly("K00752.01");
		assertThat(objects.get(0).get("names").get(0).asString()).isEqualTo("Kepler-227 b");
		JsonNode said = objects.get(0).get("models").get(0);
		assertThat(said.get("undecided").asBoolean()).isFalse();
		assertThat(said.get("label").asString()).isEqualTo("CONFIRMED");
	}

	@Test
	void aStarFindsAllObjectsOnIt() {
		completed("a", 0.8);
		assertThat(found("KIC 10797460").get("objects").findValuesAsString("object")).containsExactly("K00752.01",
				"K00752.02");
	}

	@Test
	void whatAPersonMadeOfItIsShown() {
		completed("a", 0.8);
		this.http.put()
			.uri("/exo-scout-jobs-api/objects/K00752.02/verdict")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"verdict\": \"unsure\"}")
			.exchange();
		assertThat(found("K00752.02").get("objects").get(0).get("own").get("verdict").asString()).isEqualTo("unsure");
	}

	@Test
	void nothingIsFoundByAnUnknownName() {
		completed("a", 0.8);
		assertThat(found("K09999.01").get("objects").size()).isZero();
		assertThat(found("K00752.01&mission=tess").get("objects").size()).isZero();
	}

	@Test
	void onlyTheNewestModelsAreShown() {
		completed("a", 0.8);
		completed("b", 0.7);
		assertThat(found("K00752.02&limit=1").get("objects").get(0).get("models").findValuesAsString("job_id"))
			.containsExactly("b");
	}

	@Test
	void aDeletedJobIsNotFoundAnyMore() {
		completed("a", 0.8);
		completed("b", 0.7);
		found("K00752.02");
		stage.actions().delete("b");
		assertThat(found("K00752.02").get("objects").get(0).get("models").findValuesAsString("job_id"))
			.containsExactly("a");
	}

	@Test
	void aJobThatIsNotCompletedIsNotLookedThrough() {
		stage.uploaded("a", TABLE, TIME);
		assertThat(found("K00752.02").get("jobs").asInt()).isZero();
	}

	@Test
	void aTableThatTakesAllOfTheMemoryIsNotLookedThrough() {
		completed("a", 0.8);
		ObjectIndex small = new ObjectIndex(stage.jobs(), stage.models(), stage.datasets(), 399);
		assertThat(small.completed()).singleElement().satisfies((line) -> assertThat(small.scores(line)).isEmpty());
	}

	@Test
	void oneDamagedJobDoesNotHideTheOthers() {
		completed("a", 0.8);
		stage.completed("b", "this is no table\n\n\"", TIME, MadeModels.candidates(1));
		JsonNode found = found("K00752.02");
		assertThat(found.get("objects").size()).isEqualTo(1);
		assertThat(found.get("unlisted").asInt()).isEqualTo(1);
	}

	@Test
	void aNumberThatNoCatalogueHasDoesNotHideTheOthers() {
		completed("a", 0.8);
		stage.completed("b", TABLE + "1,99999999999.01,,CANDIDATE,3\n", TIME,
				MadeModels.ranking(List.of(MadeModels.candidate(1, "99999999999.01", 0.5))));
		assertThat(found("K00752.02").get("objects").size()).isEqualTo(1);
		assertThat(found("99999999999.01").get("objects").size()).isEqualTo(1);
	}

	@Test
	void wordsForNothingAreNoNames() {
		stage.completed("a", TABLE.replace("Kepler-227 b", "--"), TIME,
				MadeModels.ranking(List.of(MadeModels.candidate(1, "K00752.01", 0.8))));
		assertThat(found("--").get("objects").size()).isZero();
		assertThat(found("K00752.01").get("objects").get(0).findPath("names").size()).isZero();
	}

	@Test
	void aJobIsReadOnceItIsCompleted() {
		NewlyCompleted newly = new NewlyCompleted(stage.jobs(), this.index, Duration.ofMinutes(1), Clock.systemUTC());
		completed("a", 0.8);
		newly.lookOut();
		// nothing but memory is needed from here on
		stage.bean(BlobStore.class).remove(stage.jobs().find("a").orElseThrow().dataset().sha256(), (digest) -> false);
		assertThat(found("K00752.02").get("objects").size()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "%20", "K00752.01&mission=gaia", "K00752.01&limit=0", "K00752.01&limit=201" })
	void whatIsNoQuestionIsRefused(String query) {
		JobStage.refused(this.http.get().uri(URI.create("/exo-scout-jobs-api/objects?name=" + query)).exchange(),
				ErrorCode.INVALID_PARAMETER);
	}

	@Test
	void longNameIsRefused() {
		JobStage.refused(this.http.get().uri("/exo-scout-jobs-api/objects?name=" + "K".repeat(201)).exchange(),
				ErrorCode.INVALID_PARAMETER);
	}

}
