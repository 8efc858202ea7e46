package io.exoscout.predictor;

import java.nio.file.Path;
import java.util.Set;

import io.exoscout.dataset.DatasetRef;
import io.exoscout.explanation.WantedExplanation;
import io.exoscout.job.Job;
import io.exoscout.job.JobParams;
import io.exoscout.job.JobQuery;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.model.ModelCard;
import io.exoscout.prediction.WantedSelection;
import io.exoscout.store.BlobStore;
import io.exoscout.work.WorkQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static io.exoscout.predictor.PredictorStage.TABLE;
import static io.exoscout.predictor.PredictorStage.json;
import static io.exoscout.predictor.PredictorStage.problem;
import static io.exoscout.predictor.PredictorStage.texts;
import static org.assertj.core.api.Assertions.assertThat;

/** Prediction jobs that nobody works on: what is answered, what is kept, what is sent. */
class PredictionJobControllerTests {

	private static final String AS_JOB = "?mode=job";

	private static final String ROW = "{\"koi_period\": 9, \"koi_depth\": 1, \"koi_duration\": 3, \"koi_prad\": 2}";

	private static PredictorStage stage;

	private ModelCard model;

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
		this.model = stage.trained("a", "mine");
	}

	private static MvcTestResult ask(String table, String... parameters) {
		return stage.table(table, AS_JOB, "*/*", parameters);
	}

	private static Job job(MvcTestResult accepted) {
		return stage.jobs.find(json(202, accepted).get("job_id").asString()).orElseThrow();
	}

	private static long predictionJobs() {
		return stage.jobs.list(new JobQuery(JobType.PREDICTION, null, null, null, null, null, 10, null)).size();
	}

	@Test
	void tellsWhereToLookAndWhatWasUnderstood() {
		MvcTestResult answer = ask(TABLE, "job_id", "a", "explain", "2");
		JsonNode accepted = json(202, answer);
		String jobId = accepted.get("job_id").asString();
		assertThat(answer.getResponse().getHeader("Location")).isEqualTo("/exo-scout-jobs-api/jobs/" + jobId);
		assertThat(accepted.propertyNames()).containsExactly("status", "job_id", "model_name", "params", "dataset",
				"model_created_at");
		assertThat(accepted.get("status").asString()).isEqualTo("processing");
		assertThat(accepted.get("params").get("model_id").asString()).isEqualTo("a");
		assertThat(accepted.get("params").get("data_source").asString()).isEqualTo("kepler");
		assertThat(accepted.get("params").has("algorithm")).isFalse();
		assertThat(accepted.get("dataset").get("rows").asInt()).isEqualTo(20);
		Job job = stage.jobs.find(jobId).orElseThrow();
		assertThat(job).returns(JobType.PREDICTION, Job::type).returns(JobState.QUEUED, Job::status);
		assertThat(job.params())
			.isEqualTo(JobParams.of(this.model, WantedExplanation.of(2, null, null, null), null, JobParams.TABLE));
		assertThat(jobId).isEqualTo(PredictionIdentity.of(job.dataset().sha256(), job.params()));
	}

	@Test
	void keepsTheTableAndSendsTheJob() {
		Job job = job(ask(TABLE, "job_id", "a"));
		assertThat(stage.context.getBean(BlobStore.class).exists(job.dataset().sha256())).isTrue();
		assertThat(job.course().sentAt()).isNotNull();
		WorkQueue queue = stage.context.getBean(WorkQueue.class);
		Awaitility.await().until(() -> queue.depth(JobType.PREDICTION).orElseThrow() == 1);
		assertThat(queue.depth(JobType.TRAINING).orElseThrow()).isZero();
	}

	@Test
	void keepsRowsAsAFileOfTheirOwn() {
		Job job = job(stage.rows("a", "[%s]".formatted(ROW), AS_JOB, "*/*"));
		DatasetRef rows = job.dataset();
		assertThat(rows).returns("rows.json", DatasetRef::filename)
			.returns(1L, DatasetRef::rows)
			.returns(4, DatasetRef::columns);
		assertThat(job.params().input()).isEqualTo(JobParams.ROWS);
		assertThat(stage.context.getBean(BlobStore.class).exists(rows.sha256())).isTrue();
	}

	@Test
	void sameTableModelAndExplanationsAreTheSameJob() {
		Job job = job(ask(TABLE, "job_id", "a"));
		JsonNode known = json(200, ask(TABLE, "job_id", "a"));
		assertThat(known.get("job_id").asString()).isEqualTo(job.jobId());
		assertThat(known.get("duplicate").asBoolean()).isTrue();
		assertThat(json(200, ask(TABLE, "model", "mine")).get("job_id").asString()).isEqualTo(job.jobId());
		assertThat(job(ask(TABLE, "job_id", "a", "explain", "1")).jobId()).isNotEqualTo(job.jobId());
		stage.trained("b", "other");
		assertThat(job(ask(TABLE, "job_id", "b")).jobId()).isNotEqualTo(job.jobId());
	}

	@Test
	void sameRowsAreTheSameJobHoweverTheyAreSpaced() {
		Job job = job(stage.rows("a", "[%s]".formatted(ROW), AS_JOB, "*/*"));
		assertThat(json(200, stage.rows("a", "[ %s ]".formatted(ROW.replace(" ", "  ")), AS_JOB, "*/*")).get("job_id")
			.asString()).isEqualTo(job.jobId());
	}

	@Test
	void mayBeAskedForAgainAfterACancel() {
		String jobId = job(ask(TABLE, "job_id", "a")).jobId();
		stage.jobs.cancel(jobId);
		assertThat(job(ask(TABLE, "job_id", "a")).jobId()).isEqualTo(jobId);
	}

	@Test
	void saysWhichOfTwoModelsOfOneNameWasTaken() {
		stage.trained("b", "mine");
		JsonNode accepted = json(202, ask(TABLE, "model", "mine"));
		assertThat(accepted.get("params").get("model_id").asString()).isEqualTo("b");
		assertThat(texts(accepted.get("notes"))).singleElement().asString().contains("2 models are called 'mine'");
		assertThat(texts(json(200, ask(TABLE, "model", "mine")).get("notes"))).hasSize(1);
	}

	@Test
	void refusesWhatADirectAnswerRefusesAndKeepsNothing() {
		Set<Path> before = stage.files();
		assertThat(problem(ask(TABLE, "job_id", "nobody"), 404, "job_not_found")).contains("nobody");
		problem(ask(TABLE), 400, "model_not_named");
		problem(ask(TABLE, "job_id", "a", "explain", "101"), 400, "invalid_parameter");
		problem(ask("a,b\n1,2\n", "job_id", "a"), 422, "unknown_schema");
		problem(ask("""
				toi,tid,tfopwg_disp,pl_orbper,pl_trandurh,pl_trandep,pl_rade
				1000.01,50365310,FP,2.17,2.01,656.9,5.8
				""", "job_id", "a"), 422, "wrong_mission");
		assertThat(problem(stage.rows("a", "[{\"koi_teq\": 500}]", AS_JOB, "*/*"), 422, "missing_columns"))
			.contains("koi_depth");
		problem(stage.rows("a", "[]", AS_JOB, "*/*"), 400, "missing_rows");
		problem(stage.nothing(AS_JOB), 400, "missing_file");
		assertThat(predictionJobs()).isZero();
		assertThat(stage.files()).isEqualTo(before);
	}

	@Test
	void keepsWhichRowsToSelectAndRefusesWhatCanNotBe() {
		stage.trained("b", "selecting", SelectedRowsTests.RESULTS);
		JsonNode accepted = json(202, ask(TABLE, "job_id", "b", "precision", "0.9"));
		assertThat(accepted.get("params").get("select").toString()).isEqualTo("{\"precision\":0.9}");
		Job recall = job(ask(TABLE, "job_id", "b", "recall", "0.9", "recall_class", "CONFIRMED"));
		assertThat(recall.params().select()).isEqualTo(WantedSelection.ofRecall(0.9, "CONFIRMED"));
		assertThat(recall.jobId()).isNotEqualTo(accepted.get("job_id").asString());
		assertThat(job(stage.rows("b", "[%s]".formatted(ROW), AS_JOB + "&recall=0.9", "*/*")).params().select())
			.isEqualTo(WantedSelection.ofRecall(0.9, null));
		long jobs = predictionJobs();
		Set<Path> before = stage.files();
		problem(ask(TABLE, "job_id", "b", "precision", "0.96"), 422, "no_such_threshold");
		problem(ask(TABLE, "job_id", "b", "precision", "0.9", "recall", "0.9"), 400, "invalid_parameter");
		problem(stage.rows("b", "[%s]".formatted(ROW), AS_JOB + "&recall=2", "*/*"), 400, "invalid_parameter");
		assertThat(predictionJobs()).isEqualTo(jobs);
		assertThat(stage.files()).isEqualTo(before);
	}

	@Test
	void refusesAModelWhoseTrainingIsStillRunning() {
		stage.stored("running", "mine");
		assertThat(problem(ask(TABLE, "job_id", "running"), 409, "job_not_completed")).contains("is running");
		assertThat(predictionJobs()).isZero();
	}

}
