package io.exoscout.jobs.judged;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.exoscout.candidate.Candidate;
import io.exoscout.candidate.CandidateRanking;
import io.exoscout.jobs.JobStage;
import io.exoscout.jobs.result.CandidateLists;
import io.exoscout.model.MadeModels;
import io.exoscout.objects.ObjectFacts;
import io.exoscout.problem.ErrorCode;
import io.exoscout.store.BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

class JudgedControllerTests {

	private static final Instant THEN = Instant.parse("2026-11-20T12:00:00Z");

	private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

	/**
	 * The second of four candidates is gone; one is decided each way, and a verdict fell.
	 */
	private static final String NEWER = """
			kepid,kepoi_name,koi_disposition,koi_period
			1,K00001.01,CONFIRMED,3
			3,K00003.01,FALSE POSITIVE,3
			4,K00004.01,CANDIDATE,3
			9,K00009.01,FALSE POSITIVE,3
			""";

	private static JobStage stage;

	private static MockMvcTester http;

	@BeforeAll
	static void start() {
		stage = new JobStage();
		http = JobStage.http(new JudgedController(stage.actions(), new CandidateLists(stage.actions(), stage.models()),
				stage.datasets(), stage.models()));
	}

	@AfterAll
	static void stop() {
		stage.close();
	}

	@BeforeEach
	void prepare() {
		stage.clear();
		Candidate decided = new Candidate(1, 9, "K00009.01", "9", "CONFIRMED", 0.25, null, null, null, List.of(),
				ObjectFacts.NONE, "CONFIRMED", null);
		CandidateRanking ranking = ranking(0.9, 0.8, 0.7, 0.6);
		stage.completed("old", "older", THEN,
				new CandidateRanking(ranking.summary(), ranking.candidates(), List.of(decided)));
	}

	private static CandidateRanking ranking(double... probabilities) {
		List<Candidate> candidates = new ArrayList<>();
		for (int i = 1; i <= probabilities.length; i++) {
			candidates.add(MadeModels.candidate(i, "K%05d.01".formatted(i), probabilities[i - 1]));
		}
		return MadeModels.ranking(candidates);
	}

	private static MvcTestResult get(String query) {
		return http.get().uri("/exo-scout-jobs-api/jobs/old/judged" + query).exchange();
	}

	private static JsonNode judged(String query) {
		return JobStage.json(get(query).getResponse());
	}

	@Test
	void withoutANewerTableNothingIsJudged() {
		JsonNode judged = judged("");
		assertThat(judged.get("ranked").asInt()).isEqualTo(4);
		assertThat(judged.has("judged_by")).isFalse();
		assertThat(judged.has("figures")).isFalse();
	}

	@Test
	void whatWasDecidedSinceIsCountedBeforeAnythingIsTrainedOnIt() {
		stage.uploaded("new", NEWER, NOW);
		JsonNode judged = judged("");
		assertThat(judged.get("judged_by").get("job_id").asString()).isEqualTo("new");
		assertThat(judged.get("figures")).isEqualTo(JobStage.JSON.readTree("""
				{"decided": 2, "planets": 1, "expected_planets": 1.6, "undecided": 1, "gone": 1, "hits": []}"""));
		assertThat(judged.get("decided")).isEqualTo(JobStage.JSON.readTree(
				"""
						[{"rank": 1, "object": "K00001.01", "probability": 0.9, "label": "CONFIRMED", "planet": true},
						 {"rank": 3, "object": "K00003.01", "probability": 0.7, "label": "FALSE POSITIVE", "planet": false}]"""));
		assertThat(judged.has("moved")).isFalse();
	}

	@Test
	void verdictsThatFellAreNamed() {
		stage.uploaded("new", NEWER, NOW);
		assertThat(judged("").get("overturned")).isEqualTo(JobStage.JSON.readTree("""
				[{"object": "K00009.01", "probability": 0.25, "label": "CONFIRMED", "label_now": "FALSE POSITIVE",
				  "planet": false}]"""));
	}

	@Test
	void whatMovedBetweenTheModelsIsShown() {
		stage.completed("new", NEWER, NOW, ranking(0.95, 0.2, 0.1));
		JsonNode moved = judged("?limit=1").get("moved");
		assertThat(moved.get("job_id").asString()).isEqualTo("new");
		assertThat(moved.get("compared").asInt()).isEqualTo(3);
		assertThat(moved.get("mean_change").asDouble()).isEqualTo(0.416667);
		assertThat(moved.get("objects").size()).isEqualTo(1);
		assertThat(moved.get("objects").get(0).get("probability_now").asDouble()).isIn(0.1, 0.2);
	}

	@Test
	void hitsAreThoseOfTheFirstOnes() {
		StringBuilder table = new StringBuilder("kepid,kepoi_name,koi_disposition,koi_period\n");
		double[] probabilities = new double[40];
		for (int i = 1; i <= 40; i++) {
			probabilities[i - 1] = 1 - i / 50.0;
			table.append("%d,K%05d.01,%s,3\n".formatted(i, i, (i <= 15 || i == 30) ? "CONFIRMED" : "FALSE POSITIVE"));
		}
		stage.completed("old-40", "older still", THEN, ranking(probabilities));
		stage.uploaded("new", table.toString(), NOW);
		JsonNode figures = JobStage
			.json(http.get().uri("/exo-scout-jobs-api/jobs/old-40/judged").exchange().getResponse())
			.get("figures");
		assertThat(figures.get("hits")).isEqualTo(JobStage.JSON.readTree("""
				[{"first": 10, "decided": 10, "planets": 10}, {"first": 20, "decided": 20, "planets": 15}]"""));
		JsonNode auc = figures.get("auc");
		assertThat(auc.get("value").asDouble()).isBetween(auc.get("lower").asDouble(), auc.get("upper").asDouble());
	}

	@Test
	void theTableOfANamedJobMayJudge() {
		stage.uploaded("new", NEWER, NOW);
		stage.uploaded("newest", NEWER + "5,K00005.01,CANDIDATE,3\n", NOW.plusSeconds(1));
		assertThat(judged("").get("judged_by").get("job_id").asString()).isEqualTo("newest");
		assertThat(judged("?by=new").get("judged_by").get("job_id").asString()).isEqualTo("new");
	}

	@Test
	void anOlderTableDoesNotJudgeByItself() {
		stage.uploaded("before", NEWER, THEN.minusSeconds(1));
		assertThat(judged("").has("judged_by")).isFalse();
	}

	@Test
	void theArchivesNewestTableJudgesWheneverItCame() {
		stage.uploaded("newest", NEWER, NOW, "2025-10-04T07:34:55");
		stage.uploaded("later", NEWER + "5,K00005.01,CANDIDATE,3\n", NOW.plusSeconds(1), "2022-01-01T00:00:00");
		stage.uploaded("scrap", NEWER + "6,K00006.01,CANDIDATE,3\n", NOW.plusSeconds(2));
		assertThat(judged("").get("judged_by").get("job_id").asString()).isEqualTo("newest");
	}

	@Test
	void aTableThatDoesNotSayWhenItWasMadeJudgesADatedOneOnlyIfItIsNamed() {
		stage.uploaded("dated", "dated", THEN, "2025-10-04T07:34:55");
		stage.completed("dated", ranking(0.9, 0.8));
		stage.uploaded("undated", NEWER, NOW);
		MvcTestResult asked = http.get().uri("/exo-scout-jobs-api/jobs/dated/judged").exchange();
		assertThat(JobStage.json(asked.getResponse()).has("judged_by")).isFalse();
		MvcTestResult named = http.get().uri("/exo-scout-jobs-api/jobs/dated/judged?by=undated").exchange();
		assertThat(JobStage.json(named.getResponse()).at("/judged_by/job_id").asString()).isEqualTo("undated");
	}

	@Test
	void whatTheArchiveMadeBeforeJudgesNothing() {
		stage.uploaded("dated", "dated", THEN, "2025-10-04T07:34:55");
		stage.completed("dated", ranking(0.9, 0.8));
		stage.uploaded("before", NEWER, NOW, "2017-01-01T00:00:00");
		MvcTestResult asked = http.get().uri("/exo-scout-jobs-api/jobs/dated/judged").exchange();
		assertThat(JobStage.json(asked.getResponse()).has("judged_by")).isFalse();
		JobStage.refused(http.get().uri("/exo-scout-jobs-api/jobs/dated/judged?by=before").exchange(),
				ErrorCode.INVALID_PARAMETER);
	}

	@Test
	void anAnswerIsMadeOnceUntilANewerTableOrModelComes() {
		stage.uploaded("new", NEWER, NOW);
		JsonNode first = judged("");
		// what it was made of is not looked at again
		String table = stage.jobs().find("new").orElseThrow().dataset().sha256();
		stage.bean(BlobStore.class).remove(table, (digest) -> false);
		assertThat(judged("")).isEqualTo(first);
		stage.uploaded("newest", NEWER + "5,K00005.01,CANDIDATE,3\n", NOW.plusSeconds(1));
		assertThat(judged("").get("judged_by").get("job_id").asString()).isEqualTo("newest");
		assertThat(judged("").has("moved")).isFalse();
		stage.completed("newest", ranking(0.95, 0.2, 0.1));
		assertThat(judged("").get("moved").get("job_id").asString()).isEqualTo("newest");
		assertThat(judged("?limit=1").get("decided").size()).isEqualTo(1);
		assertThat(judged("").get("decided").size()).isEqualTo(2);
	}

	@Test
	void theModelOfTheSameTargetAndAlgorithmIsComparedWhicheverCameLast() {
		stage.completed("new", NEWER, NOW, ranking(0.95, 0.2, 0.1));
		stage.uploaded("later", NEWER, NOW.plusSeconds(1));
		assertThat(judged("").get("judged_by").get("job_id").asString()).isEqualTo("later");
		assertThat(judged("").get("moved").get("job_id").asString()).isEqualTo("new");
		assertThat(judged("?by=later").get("moved").get("job_id").asString()).isEqualTo("new");
	}

	@Test
	void whatCanNotJudgeIsRefused() {
		JobStage.refused(get("?by=old"), ErrorCode.INVALID_PARAMETER);
		JobStage.refused(get("?by=unknown"), ErrorCode.INVALID_PARAMETER);
		JobStage.refused(get("?limit=0"), ErrorCode.INVALID_PARAMETER);
	}

	@Test
	void whatRankedNothingIsNotJudged() {
		stage.uploaded("waiting", NEWER, NOW);
		JobStage.refused(http.get().uri("/exo-scout-jobs-api/jobs/waiting/judged").exchange(),
				ErrorCode.JOB_NOT_COMPLETED);
		JobStage.refused(http.get().uri("/exo-scout-jobs-api/jobs/unknown/judged").exchange(), ErrorCode.JOB_NOT_FOUND);
	}

}
