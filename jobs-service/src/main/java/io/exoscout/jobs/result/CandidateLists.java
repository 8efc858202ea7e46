package io.exoscout.jobs.result;

import io.exoscout.candidate.StoredCandidates;
import io.exoscout.candidate.StoredCandidates.StoredList;
import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.jobs.listing.JobActions;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelStore;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Finds the ranked objects of a job. */
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
		ModelCard card = card(jobId);
		StoredCandidates stored = stored(card, "candidates");
		return new CandidateList(this.models, card, stored, stored.file(), stored.summary().count());
	}

	/**
	 * The card of a completed job that has lists, which it names; throws as {@link #of}.
	 */
	public ModelCard listed(String jobId) {
		return of(jobId).card();
	}

	/**
	 * The decided objects of a completed job's table, each judged by models that had not
	 * seen its star.
	 * @param jobId the job
	 * @return their list
	 * @throws ProblemException as {@link #of}
	 */
	CandidateList decided(String jobId) {
		ModelCard card = card(jobId);
		StoredCandidates stored = stored(card, "decided objects");
		StoredList decided = stored.decided();
		if (decided == null) {
			throw none(jobId, "decided objects");
		}
		return new CandidateList(this.models, card, stored, decided.file(), decided.count());
	}

	/** The same, {@code null} where there is no such list. */
	@Nullable CandidateList decidedIfKnown(String jobId) {
		return (stored(card(jobId), "decided objects").decided() != null) ? decided(jobId) : null;
	}

	private ModelCard card(String jobId) {
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
		return this.models.find(jobId).orElseThrow(() -> none(jobId, "candidates"));
	}

	private static StoredCandidates stored(ModelCard card, String what) {
		StoredCandidates stored = card.candidates();
		if (stored == null) {
			throw none(card.modelId(), what);
		}
		return stored;
	}

	private static ProblemException none(String jobId, String what) {
		return new ProblemException(ErrorCode.NO_CANDIDATES,
				"Job '%s' has no list of %s; it was completed before there were such lists. Delete it and upload its table again to get one"
					.formatted(jobId, what));
	}

}
