package io.exoscout.orchestrator;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import io.exoscout.dataset.Datasets;
import io.exoscout.dataset.TableReport;
import io.exoscout.dataset.Upload;
import io.exoscout.feature.FeaturePlan;
import io.exoscout.feature.FeatureSet;
import io.exoscout.model.TrainingOptions;
import io.exoscout.problem.Offence;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import io.exoscout.work.Job;
import io.exoscout.work.JobParams;
import io.exoscout.work.JobState;
import io.exoscout.work.Jobs;
import io.exoscout.work.Jobs.Submission;
import io.exoscout.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/**
 * The way of a table into the system: read, understood, stored, noted as a job, sent.
 * Nothing is kept of a table that can not be trained on; once the job is noted nothing is
 * lost, the message is sent again by whoever sweeps the jobs.
 */
class Intake {

	private final Datasets datasets;

	private final Jobs jobs;

	private final WorkQueue queue;

	private final Clock clock;

	Intake(Datasets datasets, Jobs jobs, WorkQueue queue, Clock clock) {
		this.datasets = datasets;
		this.jobs = jobs;
		this.queue = queue;
		this.clock = clock;
	}

	/** What a table looks like to us; stores nothing. */
	InspectedTable inspect(InputStream csv, @Nullable String filename) {
		try (Upload upload = this.datasets.receive(csv, filename)) {
			TableReport report = upload.report();
			return new InspectedTable(report, FeatureSet.current(report.mission()).plan(report, List.of()));
		}
	}

	/**
	 * Accepts a table for training.
	 * @param csv the file as it came
	 * @param filename its name, a label only
	 * @param request what to do with it
	 * @return the job, and whether it is new
	 */
	Submission accept(InputStream csv, @Nullable String filename, TrainingRequest request) {
		try (Upload upload = this.datasets.receive(csv, filename)) {
			TableReport report = trainable(upload, request.options());
			String jobId = JobIdentity.of(upload.ref().sha256(), request.options(),
					FeatureSet.current(report.mission()).version());
			Optional<Job> active = this.jobs.find(jobId).filter((job) -> !mayRunAgain(job.status()));
			if (active.isPresent()) {
				return new Submission(active.get(), false);
			}
			Submission submission = submit(upload, report, jobId, request);
			if (submission.accepted()) {
				this.queue.send(submission.job());
			}
			return submission;
		}
	}

	private static TableReport trainable(Upload upload, TrainingOptions options) {
		FeatureSet computed = FeatureSet.current(upload.report().mission());
		List<Offence> unknown = options.excludeFeatures()
			.stream()
			.filter((column) -> !upload.columns().contains(column) && !computed.computes(column))
			.map((column) -> Offence.column(column, "exclude_features: the table has no column '%s'".formatted(column)))
			.toList();
		if (!unknown.isEmpty()) {
			throw new ProblemException(ProblemKind.INVALID, "unknown_column", unknown.get(0).message(), unknown);
		}
		upload.requireTrainable(options.target(), options.excludeFeatures());
		return upload.report().without(options.excludeFeatures());
	}

	private Submission submit(Upload upload, TableReport report, String jobId, TrainingRequest request) {
		FeaturePlan features = FeatureSet.current(report.mission()).plan(report, request.options().excludeFeatures());
		this.datasets.keep(upload);
		Submission submission = this.jobs
			.submit(Job.training(jobId, request.modelNameFor(jobId), JobParams.of(report.mission(), request.options()),
					upload.ref(), report, features, this.clock.instant()));
		// deleting another job with this table may have taken the bytes away before our
		// job
		// was there to need them
		this.datasets.keep(upload);
		return submission;
	}

	private static boolean mayRunAgain(JobState state) {
		return state.canBecome(JobState.QUEUED) && state.isFinal();
	}

}
