package io.exoscout.orchestrator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.exoscout.job.Job;
import io.exoscout.job.JobQuery;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.job.Jobs;
import io.exoscout.job.Jobs.Submission;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelStore;

/**
 * Says what is to be known of the name of a model to be: it is a label, not an identity.
 */
record ModelNames(Jobs jobs, ModelStore models) {

	private static final String TAKEN = "Another model is called '%s' already, that of job %s; the name will mean the newest of them, so name one by job_id";

	private static final String KEPT = "The model of this job is called '%s'; it was not renamed to '%s'";

	/** What the uploader should know of the name that was asked for; mostly nothing. */
	List<String> notes(Submission submission, TrainingRequest request) {
		Job job = submission.job();
		String wanted = request.modelName();
		if (wanted == null) {
			return List.of(); // a name that is made of the job's id is nobody else's
		}
		if (submission.accepted()) {
			return other(job).map((other) -> List.of(TAKEN.formatted(job.modelName(), other))).orElse(List.of());
		}
		return wanted.equals(job.modelName()) ? List.of() : List.of(KEPT.formatted(job.modelName(), wanted));
	}

	/** The job of another model that has, or will have, the same name. */
	private Optional<String> other(Job job) {
		// stored models have an index of their names; few jobs wait
		Stream<String> stored = this.models.list(job.modelName(), 2, null).stream().map(ModelCard::modelId);
		Stream<String> waiting = Stream.of(JobState.RUNNING, JobState.QUEUED)
			.map((state) -> new JobQuery(JobType.TRAINING, state, null, null, job.modelName(), null, 2, null))
			.flatMap((query) -> this.jobs.list(query).stream())
			.map(Job::jobId);
		return Stream.concat(stored, waiting).filter((jobId) -> !jobId.equals(job.jobId())).findFirst();
	}

}
