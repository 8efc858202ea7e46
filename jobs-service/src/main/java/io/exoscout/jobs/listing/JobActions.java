package io.exoscout.jobs.listing;

import java.util.function.Predicate;

import io.exoscout.caller.Caller;
import io.exoscout.job.Job;
import io.exoscout.job.Jobs;
import io.exoscout.model.ModelStore;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.share.Demand;
import io.exoscout.share.Quotas;
import io.exoscout.store.BlobStore;
import io.exoscout.work.WorkQueue;

/** What a user can do with one job. */
public record JobActions(Jobs jobs, WorkQueue queue, Quotas quotas, ModelStore models, BlobStore blobs,
		Predicate<String> references) {

	public Job get(String id) {
		return this.jobs.find(id).orElseThrow(() -> unknown(id));
	}

	Job cancel(String id) {
		requireMayChange(id);
		return this.jobs.cancel(id).orElseThrow(() -> notAllowed(id, "cancelled", "queued or running"));
	}

	Job retry(String id) {
		requireMayChange(id);
		Job job = this.quotas.within(get(id).owner(), Demand.JOB,
				() -> this.jobs.retry(id).orElseThrow(() -> notAllowed(id, "retried", "in error or cancelled")));
		this.queue.send(job);
		return job;
	}

	/** Has a job stay, however old it is, or no longer. */
	Job keep(String id, boolean kept) {
		requireMayChange(id);
		return this.jobs.keep(id, kept).orElseThrow(() -> unknown(id));
	}

	/**
	 * Removes a job and all that belongs to it. The document goes first: from then on no
	 * worker can complete the job, and one that is about to takes its outcome away
	 * itself.
	 * @throws ProblemException {@code CONFLICT} (code {@code model_has_alias} or
	 * {@code model_has_stream}) while an alias points at its model or a stream is scored
	 * by it; then all of it stays
	 */
	public void delete(String id) {
		requireMayChange(id);
		this.models.aliases().unlessPointedAt(id, () -> remove(id));
	}

	private void requireMayChange(String id) {
		Caller.current().requireMayChange(get(id).owner(), "Job '" + Quoted.shortened(id) + "'");
	}

	private void remove(String id) {
		Job job = this.jobs.delete(id).orElseThrow(() -> unknown(id));
		this.models.delete(id, this.references);
		this.blobs.remove(job.dataset().sha256(), this.references);
		job.outcome().file().ifPresent((sha256) -> this.blobs.remove(sha256, this.references));
	}

	private static ProblemException unknown(String id) {
		return new ProblemException(ErrorCode.JOB_NOT_FOUND, "There is no job '%s'".formatted(Quoted.shortened(id)));
	}

	private ProblemException notAllowed(String id, String move, String allowed) {
		return new ProblemException(ErrorCode.JOB_STATE_CONFLICT,
				"Job '%s' is %s; only a job that is %s can be %s".formatted(id, get(id).status().id(), allowed, move));
	}

}
