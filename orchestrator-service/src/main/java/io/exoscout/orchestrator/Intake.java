package io.exoscout.orchestrator;

import java.io.InputStream;
import java.time.Clock;

import io.exoscout.archive.Mission;
import io.exoscout.dataset.Datasets;
import io.exoscout.dataset.Upload;
import io.exoscout.feature.FeatureChoice;
import io.exoscout.job.Job;
import io.exoscout.job.JobParams;
import io.exoscout.job.Jobs.Submission;
import io.exoscout.orchestrator.profile.TableProfile;
import io.exoscout.work.JobIntake;
import org.jspecify.annotations.Nullable;

/**
 * The way of a table into the system: read, understood, and made a training job. Nothing
 * is kept of a table that can not be trained on.
 */
record Intake(Datasets datasets, JobIntake jobs, Clock clock) {

	/**
	 * What a table looks like to us; stores nothing.
	 * @param profiled whether to say how the values of its columns are distributed, too
	 */
	InspectedTable inspect(InputStream csv, @Nullable String filename, TrainingRequest request, boolean profiled) {
		try (Upload upload = this.datasets.receive(csv, filename, request.labels())) {
			TrainingRequest named = named(upload, request);
			FeatureChoice choice = choice(upload, named);
			return InspectedTable.of(upload, named.options().target(), choice,
					this.jobs.active(jobId(upload, choice, named)).orElse(null),
					profiled ? TableProfile.of(upload) : null);
		}
	}

	/** Accepts a table for training; the file's name is a label only. */
	Submission accept(InputStream csv, @Nullable String filename, TrainingRequest request) {
		try (Upload upload = this.datasets.receive(csv, filename, request.labels())) {
			return accept(upload, named(upload, request));
		}
	}

	/**
	 * Accepts a table for a training that is repeated: what was left out before may not
	 * even be there.
	 */
	Submission acceptAgain(InputStream csv, String filename, TrainingRequest before) {
		try (Upload upload = this.datasets.receive(csv, filename, before.labels())) {
			return accept(upload, before);
		}
	}

	private Submission accept(Upload upload, TrainingRequest request) {
		FeatureChoice choice = choice(upload, request);
		upload.requireTrainable(request.options().target(), choice.isEmpty());
		return this.jobs.accept(job(upload, choice, request), () -> this.datasets.keep(upload));
	}

	/** The request with what it leaves out by the names that the archive has for it. */
	private static TrainingRequest named(Upload upload, TrainingRequest request) {
		ExcludedNames names = new ExcludedNames(upload, request.set(upload.report().mission()));
		return request.excluding(names.ofArchive(request.options().excludeFeatures()));
	}

	private static FeatureChoice choice(Upload upload, TrainingRequest request) {
		return request.set(upload.report().mission()).choose(upload.report(), request.options().excludeFeatures());
	}

	private Job job(Upload upload, FeatureChoice choice, TrainingRequest request) {
		Mission mission = upload.report().mission();
		String jobId = jobId(upload, choice, request);
		return Job.training(jobId, request.modelNameFor(jobId),
				JobParams.of(mission, request.options()).with(request.labels()), upload.ref(), choice.report(),
				choice.plan(), this.clock.instant());
	}

	private static String jobId(Upload upload, FeatureChoice choice, TrainingRequest request) {
		return JobIdentity.of(upload.ref().sha256(), request.options(), choice.plan().version(), request.labels());
	}

}
