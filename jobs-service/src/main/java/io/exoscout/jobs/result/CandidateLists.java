package io.exoscout.jobs.result;

import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.jobs.listing.JobActions;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelStore;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;

/** Finds the ranked candidates of a job. */
public record CandidateLists(JobActions actions, ModelStore models) {

	/**
	 * The list of a completed job.
	 * @param jobId the job
	 * @return its list
	 * @throws ProblemException {@code NOT_FOUND} (code {@code job_not_found}, or
	 * {@code no_candidates} if it is no training, or was completed before such lists were
	 * made), {@code CONFLICT} (code {@code job_not_completed})
	 */
	CandidateList of(String jobId) {
		Job job = this.actions.get(jobId);
		if (job.type() != JobType.TRAINING) {
			throw new ProblemException(ErrorCode.NO_CANDIDATES,
					"Job '%s' is a %s and ranks nothing; %s".formatted(jobId, job.type().id(), job.type().findings()));
		}
		if (job.status() != JobState.COMPLETED) {
			throw new ProblemException(ErrorCode.JOB_NOT_COMPLETED,
					"Job '%s' is %s; its candidates are ranked once it is completed".formatted(jobId,
							job.status().id()));
		}
		ModelCard card = this.models.find(jobId).orElseThrow(() -> none(jobId));
		if (card.candidates() == null) {
			throw none(jobId);
		}
		return new CandidateList(this.models, card, card.candidates());
	}

	private static ProblemException none(String jobId) {
		return new ProblemException(ErrorCode.NO_CANDIDATES,
				"Job '%s' has no list of candidates; it was completed before there were such lists. Delete it and upload its table again to get one"
					.formatted(jobId));
	}

}
