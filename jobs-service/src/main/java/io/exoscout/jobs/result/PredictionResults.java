package io.exoscout.jobs.result;

import java.util.Map;
import java.util.Objects;

import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.jobs.listing.JobActions;
import io.exoscout.prediction.PredictionFile;
import io.exoscout.prediction.PredictionReader;
import io.exoscout.prediction.StoredPredictions;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.BlobStore;

/** Finds the predictions of a job. */
public record PredictionResults(JobActions actions, BlobStore blobs) {

	/**
	 * What a job found.
	 *
	 * @param predictions what is the same for all predictions, and where they are
	 * @param reasons how many features each explanation names, 0 for none
	 */
	record Result(StoredPredictions predictions, int reasons) {
	}

	/**
	 * The predictions of a completed job.
	 * @param jobId the job
	 * @return what there is of them
	 * @throws ProblemException {@code NOT_FOUND} (code {@code job_not_found}, or
	 * {@code no_result} for other jobs), {@code CONFLICT} (code
	 * {@code job_not_completed})
	 */
	Result of(String jobId) {
		Job job = this.actions.get(jobId);
		if (job.type() != JobType.PREDICTION) {
			throw new ProblemException(ErrorCode.NO_RESULT, "Job '%s' is a %s and predicts nothing; %s".formatted(jobId,
					job.type().id(), job.type().findings()));
		}
		Map<String, Object> results = job.results();
		if (job.status() != JobState.COMPLETED || results == null) {
			throw new ProblemException(ErrorCode.JOB_NOT_COMPLETED,
					"Job '%s' is %s; its predictions can be had once it is completed".formatted(jobId,
							job.status().id()));
		}
		return new Result(StoredPredictions.of(results), Objects.requireNonNullElse(job.params().explain(), 0));
	}

	/** Opens them at the first one; the caller closes the reader. */
	PredictionReader open(StoredPredictions predictions) {
		return PredictionFile.read(this.blobs.open(predictions.result().sha256()));
	}

}
