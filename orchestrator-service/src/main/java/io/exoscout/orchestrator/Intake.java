package io.exoscout.orchestrator;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;

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
import io.exoscout.work.JobIntake;
import io.exoscout.work.JobParams;
import io.exoscout.work.Jobs.Submission;
import org.jspecify.annotations.Nullable;

/**
 * The way of a table into the system: read, understood, and made a training job. Nothing
 * is kept of a table that can not be trained on.
 */
class Intake {

	private final Datasets datasets;

	private final JobIntake jobs;

	private final Clock clock;

	Intake(Datasets datasets, JobIntake jobs, Clock clock) {
		this.datasets = datasets;
		this.jobs = jobs;
		this.clock = clock;
	}

	/** What a table looks like to us; stores nothing. */
	InspectedTable inspect(InputStream csv, @Nullable String filename, TrainingRequest request) {
		try (Upload upload = this.datasets.receive(csv, filename, request.labels())) {
			return InspectedTable.of(upload, request.options().target(), request.options().excludeFeatures());
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
		try (Upload upload = this.datasets.receive(csv, filename, request.labels())) {
			TableReport report = trainable(upload, request.options());
			return this.jobs.accept(job(upload, report, request), () -> this.datasets.keep(upload));
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

	private Job job(Upload upload, TableReport report, TrainingRequest request) {
		FeatureSet computed = FeatureSet.current(report.mission());
		String jobId = JobIdentity.of(upload.ref().sha256(), request.options(), computed.version(), request.labels());
		return Job.training(jobId, request.modelNameFor(jobId),
				JobParams.of(report.mission(), request.options()).with(request.labels()), upload.ref(), report,
				computed.plan(report, request.options().excludeFeatures()), this.clock.instant());
	}

}
