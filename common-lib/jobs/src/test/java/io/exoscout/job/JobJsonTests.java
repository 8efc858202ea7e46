package io.exoscout.job;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.exoscout.archive.Mission;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.dataset.TableReport;
import io.exoscout.feature.FeaturePlan;
import io.exoscout.leak.LeakAudit;
import io.exoscout.result.ResultJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The JSON of a job is the job document of the HTTP contract. */
class JobJsonTests {

	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private static final LeakAudit AUDIT = new LeakAudit(0.95, 0.8, 500, List.of("grade"),
			List.of(new LeakAudit.AuditedColumn("grade", 0.99, 0.5, true, "too good")), 0.55);

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123Z");

	private static final Job QUEUED = Job.training("3f".repeat(32), "first_light",
			new JobParams("kepler", "xgboost", "planet", Map.of("rounds", 200), List.of("koi_sma"), 42),
			new DatasetRef("ab".repeat(32), "koi.csv", 1234, 3, 5, null, null),
			new TableReport(Mission.KEPLER, "It has kepoi_name.", 3, 3, 5, List.of("koi_period"),
					List.of(new TableReport.IgnoredColumn("kepid", "identifier", "")), Map.of("CONFIRMED", 3L),
					List.of(), null),
			new FeaturePlan("kepler-2", List.of("a_over_r"),
					List.of(new FeaturePlan.LeftOut("grazing", "not used or not there: koi_impact"))),
			NOON);

	@Test
	void showsAQueuedJob() throws IOException {
		assertThat(json(QUEUED)).isEqualTo(golden("job-queued.json"));
	}

	@Test
	void showsACompletedJob() throws IOException {
		Job completed = TestJobs.inState(QUEUED, JobState.COMPLETED,
				new JobCourse(NOON.plusSeconds(1), NOON.plusSeconds(61), 1, 0, "host-1-cafe", false, NOON, NOON, null,
						new Progress("evaluation", 1, "Done"), null, null),
				new JobOutcome(Map.of("f1_score", 0.93), null, null));
		assertThat(json(completed)).isEqualTo(golden("job-completed.json"));
	}

	@Test
	void showsAFailedJob() throws IOException {
		Job failed = new Job(QUEUED.jobId(), JobType.TRAINING, JobState.ERROR, QUEUED.modelName(), NOON,
				new JobCourse(NOON.plusSeconds(1), null, 3, 0, "host-1-cafe", false, NOON, NOON, null, null, null,
						null),
				new JobRequest(QUEUED.params(), QUEUED.dataset(), QUEUED.request().report(), null, null, null),
				new JobOutcome(null, new JobFailure("one_class", "All rows are CONFIRMED.", NOON.plusSeconds(2)),
						null));
		assertThat(json(failed)).isEqualTo(golden("job-failed.json"));
	}

	@Test
	void showsAPredictionJob() throws IOException {
		JobParams params = new JobParams("kepler", null, null, null, null, null, "3f".repeat(32), "cd".repeat(32), 3,
				JobParams.TABLE, null, null, null, null, null, null, null);
		assertThat(json(Job.prediction("4e".repeat(32), "first_light", params, QUEUED.dataset(), NOON)))
			.isEqualTo(golden("job-prediction.json"));
	}

	@Test
	void showsTheLeakAudit() {
		assertThat(JSON.writeValueAsString(AUDIT)).isEqualTo("""
				{"threshold_roc_auc":0.95,"threshold_missing_roc_auc":0.8,"objects":500,"flagged":["grade"],\
				"columns":[{"column":"grade","roc_auc":0.99,"missing_roc_auc":0.5,"flagged":true,\
				"finding":"too good"}],"blanks_roc_auc":0.55}""");
	}

	@Test
	void showsTheLeakAuditInResultsAsInReports() {
		assertThat(JSON.writeValueAsString(ResultJson.map(AUDIT))).isEqualTo(JSON.writeValueAsString(AUDIT));
	}

	private static String json(Job job) {
		return JSON.writeValueAsString(job);
	}

	/** In the order of the file, but in one line. */
	private static String golden(String name) throws IOException {
		try (InputStream in = JobJsonTests.class.getResourceAsStream(name)) {
			return JSON.writeValueAsString(JSON.readTree(in));
		}
	}

}
