package io.exoscout.orchestrator;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;

import io.exoscout.dataset.Datasets;
import io.exoscout.dataset.TableReport;
import io.exoscout.dataset.Upload;
import io.exoscout.feature.Exclusions;
import io.exoscout.feature.FeatureSet;
import io.exoscout.feature.FeatureTag;
import io.exoscout.job.Job;
import io.exoscout.job.JobParams;
import io.exoscout.job.Jobs.Submission;
import io.exoscout.model.TrainingOptions;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import io.exoscout.work.JobIntake;
import org.jspecify.annotations.Nullable;

/**
 * The way of a table into the system: read, understood, and made a training job. Nothing
 * is kept of a table that can not be trained on.
 */
record Intake(Datasets datasets, JobIntake jobs, Clock clock) {

	private static final String UNKNOWN = "exclude_features: '%s' is no column of the table, no feature and no tag (%s)";

	/** What a table looks like to us; stores nothing. */
	InspectedTable inspect(InputStream csv, @Nullable String filename, TrainingRequest request) {
		try (Upload upload = this.datasets.receive(csv, filename, request.labels())) {
			requireKnown(upload, request.options().excludeFeatures());
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
			requireTrainable(upload, request.options());
			return this.jobs.accept(job(upload, request), () -> this.datasets.keep(upload));
		}
	}

	private static void requireTrainable(Upload upload, TrainingOptions options) {
		List<String> excluded = options.excludeFeatures();
		requireKnown(upload, excluded);
		FeatureSet set = FeatureSet.current(upload.report().mission());
		upload.requireTrainable(options.target(), set.leftOut(upload.report(), excluded).keySet());
	}

	private static void requireKnown(Upload upload, List<String> excluded) {
		FeatureSet set = FeatureSet.current(upload.report().mission());
		List<InputError> unknown = new Exclusions(excluded).names()
			.stream()
			.filter((name) -> !upload.columns().contains(name) && !set.computes(name))
			.map((name) -> InputError.column(name, UNKNOWN.formatted(name, String.join(", ", FeatureTag.ids()))))
			.toList();
		if (!unknown.isEmpty()) {
			throw new ProblemException(ProblemKind.INVALID, "unknown_column", unknown.get(0).message(), unknown);
		}
	}

	private Job job(Upload upload, TrainingRequest request) {
		TableReport report = upload.report();
		List<String> excluded = request.options().excludeFeatures();
		FeatureSet computed = FeatureSet.current(report.mission());
		String jobId = JobIdentity.of(upload.ref().sha256(), request.options(), computed.version(), request.labels());
		return Job.training(jobId, request.modelNameFor(jobId),
				JobParams.of(report.mission(), request.options()).with(request.labels()), upload.ref(),
				report.without(computed.leftOut(report, excluded)), computed.plan(report, excluded),
				this.clock.instant());
	}

}
