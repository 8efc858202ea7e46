package io.exoscout.predictor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.exoscout.archive.Mission;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.found.ArchiveRow;
import io.exoscout.found.MadeSearch;
import io.exoscout.found.SearchDocument;
import io.exoscout.found.SearchDocument.FoundTransit;
import io.exoscout.job.Claim;
import io.exoscout.job.Job;
import io.exoscout.job.JobParams;
import io.exoscout.job.JobRequest;
import io.exoscout.job.JobType;
import io.exoscout.problem.ErrorCode;
import io.exoscout.store.BlobRef;
import io.exoscout.store.BlobStore;
import io.exoscout.transit.CurveSearch;
import io.exoscout.transit.CurveSearch.KnownStar;
import io.exoscout.web.CsvAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static io.exoscout.predictor.PredictorStage.json;
import static io.exoscout.predictor.PredictorStage.problem;
import static io.exoscout.predictor.PredictorStage.texts;
import static org.assertj.core.api.Assertions.assertThat;

/** The signals of a search are scored as their rows are. */
class SearchedSignalTests {

	private static final String SEARCH = "e".repeat(64);

	private static PredictorStage stage;

	@BeforeAll
	static void start() {
		stage = new PredictorStage();
	}

	@AfterAll
	static void stop() {
		stage.close();
	}

	@BeforeEach
	void train() {
		stage.clear();
		stage.trained("a", "mine");
	}

	/** A completed search. */
	private static SearchDocument searched(SearchDocument found) {
		running();
		BlobRef kept = stage.context.getBean(BlobStore.class)
			.put(PredictorStage.JSON.writeValueAsBytes(Map.of("document", found, "plots", Map.of("flux", 1))));
		assertThat(stage.jobs.complete(new Claim(SEARCH, "worker", 1),
				Map.of("result", Map.of("sha256", kept.sha256(), "bytes", kept.bytes()))))
			.isTrue();
		return found;
	}

	private static void running() {
		DatasetRef points = new DatasetRef("f".repeat(64), "curve.fits", 10, 10, 2, null, null);
		stage.jobs.submit(Job.queued(JobType.TRANSIT_SEARCH, SEARCH, "KIC 11904151",
				new JobRequest(JobParams.of(Mission.KEPLER, CurveSearch.DEFAULTS), points, null, null, null, null),
				Instant.EPOCH));
		stage.jobs.claim(stage.jobs.find(SEARCH).orElseThrow(), "worker", Duration.ofMinutes(1));
	}

	private static SearchDocument kepler(FoundTransit... signals) {
		return MadeSearch.of(SEARCH, "kepler", MadeSearch.STAR, signals);
	}

	private static MvcTestResult ask(String more, String query) {
		return stage.body("{\"job_id\": \"a\", \"search\": \"%s\"%s}".formatted(SEARCH, more), query, "*/*");
	}

	/** What a search hands out as CSV. */
	private static String csv(SearchDocument found) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		CsvAnswer<ArchiveRow> csv = new CsvAnswer<>(ArchiveRow.columns(found.dataSource()), out);
		for (FoundTransit signal : found.signals()) {
			csv.write(new ArchiveRow(found, signal));
		}
		csv.finish();
		return out.toString(StandardCharsets.UTF_8);
	}

	@Test
	void aSignalIsScoredAndExplainedAsItsRowInATable() throws IOException {
		SearchDocument found = searched(
				kepler(MadeSearch.signal(1, 0.8374907, "candidate"), MadeSearch.signal(2, 45.29485, "false_positive")));
		JsonNode table = json(200, stage.table(csv(found), "?explain=3", "*/*", "job_id", "a"));
		JsonNode signals = json(200, ask("", "?explain=3"));
		assertThat(signals.get("predictions")).isEqualTo(table.get("predictions")).hasSize(2);
		for (String same : new String[] { "information", "expected_accuracy", "absent_columns", "missing_columns" }) {
			assertThat(signals.get(same)).as(same).isEqualTo(table.get(same));
		}
		assertThat(signals.get("predictions").get(1).get("class").asString()).isEqualTo("CONFIRMED");
		assertThat(signals.get("predictions").get(0).get("explanation").get(0).has("sentence")).isTrue();
	}

	@Test
	void whatNobodySaidOfTheStarIsNamedAsMissing() {
		KnownStar cold = new KnownStar(1.0, 1.0, null);
		searched(MadeSearch.of(SEARCH, "kepler", cold, MadeSearch.signal(1, 12, "candidate")));
		JsonNode answer = json(200, ask("", ""));
		assertThat(texts(answer.get("missing_columns"))).containsExactly("koi_teq");
		assertThat(answer.get("absent_columns").get(0).get("column").asString()).isEqualTo("koi_teq");
		assertThat(answer.get("information").asDouble()).isLessThan(1);
	}

	@Test
	void aModelThatWantsTheStarsSizeSaysNothingWithoutIt() {
		searched(MadeSearch.of(SEARCH, "kepler", null, MadeSearch.signal(1, 12, "candidate")));
		assertThat(problem(ask("", ""), 422, ErrorCode.MISSING_COLUMNS.id())).contains("koi_prad");
	}

	@Test
	void falseAlarmsAreNoCompanyUnlessTheyAreAskedFor() {
		searched(kepler(MadeSearch.signal(1, 12, "candidate"), MadeSearch.signal(2, 3, "false_alarm")));
		JsonNode answer = json(200, ask("", ""));
		assertThat(answer.get("predictions")).hasSize(1);
		assertThat(texts(answer.get("notes"))).anyMatch((note) -> note.contains("2 (false_alarm)"));
		JsonNode asked = json(200, ask(", \"signals\": [2]", ""));
		assertThat(asked.get("predictions").get(0).get("object").asString()).contains(".02");
	}

	@Test
	void ofNothingButFalseAlarmsThereIsNothingToScore() {
		searched(kepler(MadeSearch.signal(1, 3, "false_alarm")));
		assertThat(problem(ask("", ""), 400, ErrorCode.MISSING_ROWS.id())).contains("signals");
	}

	@Test
	void aSignalThatWasNotFoundIsNamed() {
		searched(kepler(MadeSearch.signal(1, 3, "candidate")));
		assertThat(problem(ask(", \"signals\": [7]", ""), 400, ErrorCode.INVALID_PARAMETER.id())).contains("7");
	}

	@Test
	void rowsAndASearchAreNotBothScored() {
		searched(kepler(MadeSearch.signal(1, 3, "candidate")));
		assertThat(problem(ask(", \"rows\": [{\"koi_period\": 3}]", ""), 400, ErrorCode.INVALID_PARAMETER.id()))
			.contains("one of them");
	}

	@Test
	void aModelOfAnotherMissionIsNotAsked() {
		searched(MadeSearch.of(SEARCH, "tess", MadeSearch.STAR, MadeSearch.signal(1, 12, "candidate")));
		problem(ask("", ""), 422, ErrorCode.WRONG_MISSION.id());
	}

	@Test
	void aSearchThatGoesOnHasNoSignalsYet() {
		running();
		problem(ask("", ""), 409, ErrorCode.JOB_NOT_COMPLETED.id());
	}

	@Test
	void signalsMayBecomeAJobToo() {
		searched(kepler(MadeSearch.signal(1, 12, "candidate")));
		assertThat(json(202, ask("", "?mode=job")).get("job_id").asString()).hasSize(64);
	}

}
