package io.exoscout.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.exoscout.archive.Mission;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.dataset.TableReport;
import io.exoscout.dataset.TableReport.IgnoredColumn;
import io.exoscout.feature.FeaturePlan;
import io.exoscout.leak.LeakAudit;
import io.exoscout.leak.LeakAudit.AuditedColumn;

/** Example jobs. */
public final class TestJobs {

	/** Digest of the table of every example job. */
	public static final String TABLE = "feed".repeat(16);

	private TestJobs() {
	}

	/** A queued job on a small Kepler table with labels that look like operators. */
	public static Job kepler(String jobId) {
		return kepler(jobId, Instant.parse("2026-11-20T12:00:00.123Z"));
	}

	/** A queued prediction on the same table. */
	public static Job prediction(String jobId) {
		JobParams params = new JobParams("kepler", null, null, null, null, null, "model", "cafe".repeat(16), 3,
				JobParams.TABLE, null, null, null, null, null, null, null);
		return Job.prediction(jobId, "first_light", params, new DatasetRef(TABLE, "koi.csv", 1234, 3, 5, null, null),
				Instant.parse("2026-11-20T12:00:00.123Z"));
	}

	public static Job kepler(String jobId, Instant createdAt) {
		JobParams params = new JobParams("kepler", "xgboost", "planet",
				new TreeMap<>(Map.of("learning_rate", 0.1, "rounds", 200)), List.of("koi_sma"), 42);
		TableReport report = new TableReport(Mission.KEPLER, "It has kepoi_name and koi_disposition.", 3, 3, 5,
				List.of("koi_period"), List.of(new IgnoredColumn("kepid", "identifier", "")),
				new TreeMap<>(Map.of("CONFIRMED", 1L, "", 1L, "$where.a%2E", 1L)), List.of(),
				new LeakAudit(0.95, 0.8, 3, List.of("$a.b"),
						List.of(new AuditedColumn("$a.b", 1, 0.5, true, "this column alone reaches ROC-AUC 1.000")),
						0.5));
		return Job.training(jobId, "first_light", params, new DatasetRef(TABLE, "koi.csv", 1234, 3, 5, null, null),
				report, new FeaturePlan("kepler-2", List.of("duty_cycle"), List.of()), createdAt);
	}

	/** The same job, further on. */
	public static Job inState(Job job, JobState status, JobCourse course, JobOutcome outcome) {
		return new Job(job.jobId(), job.type(), status, job.modelName(), job.createdAt(), course, job.request(),
				outcome);
	}

	/** The same job, further on and without an outcome. */
	public static Job inState(Job job, JobState status, JobCourse course) {
		return inState(job, status, course, JobOutcome.NONE);
	}

}
