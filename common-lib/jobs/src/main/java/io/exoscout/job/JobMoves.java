package io.exoscout.job;

import java.time.Instant;

import io.exoscout.job.JobCourse.Move;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.query.Update;

/** What each move writes into the job document. */
final class JobMoves {

	private JobMoves() {
	}

	static Update claim(String workerId, Instant now, Instant leaseUntil) {
		return noted(new Move(JobState.RUNNING, now, workerId)).inc(JobCourse.ATTEMPTS, 1)
			.set(JobCourse.WORKER_ID, workerId)
			.set(JobCourse.STARTED_AT, now)
			.set(JobCourse.LEASE_UNTIL, leaseUntil)
			.unset(JobCourse.PASSED_ON_SINCE)
			.unset(JobCourse.PROGRESS);
	}

	/**
	 * Counts as queued just now and never sent; the first time is noted for
	 * {@link JobCriteria#passedOn}.
	 */
	static Update passOn(Instant now) {
		return new Update().set(JobCourse.QUEUED_AT, now).unset(JobCourse.SENT_AT).min(JobCourse.PASSED_ON_SINCE, now);
	}

	/**
	 * Never sent, and queued a moment later than it was: whoever has just sent it must
	 * not mark it as sent.
	 */
	static Update unsend(Job queued) {
		return new Update().set(JobCourse.QUEUED_AT, queued.course().queuedAt().plusMillis(1)).unset(JobCourse.SENT_AT);
	}

	static Update renew(Progress progress, Instant leaseUntil) {
		return new Update().set(JobCourse.LEASE_UNTIL, leaseUntil).set(JobCourse.PROGRESS, progress);
	}

	static Update to(JobState end, Instant now) {
		return noted(new Move(end, now, null)).unset(JobCourse.LEASE_UNTIL);
	}

	/**
	 * The state and the note of it are one write: whoever looks later sees every state
	 * that the job was in, however short.
	 */
	private static Update noted(Move move) {
		Update update = new Update().set(Job.STATUS, move.status()).inc(JobCourse.REVISION, 1);
		update.push(JobCourse.MOVES).slice(-JobCourse.MOVES_KEPT).each(move);
		return update;
	}

	/** The last progress replaces whatever the last heartbeat had noted. */
	static Update complete(Instant now) {
		return to(JobState.COMPLETED, now).set(JobCourse.COMPLETED_AT, now)
			.set(JobCourse.PROGRESS, new Progress("completed", 1, "The outcome is stored"));
	}

	static Update fail(JobFailure failure, Instant now) {
		return to(JobState.ERROR, now).set(JobOutcome.ERROR, failure);
	}

	/** Back to the queue, without a message that would stand for it. */
	static Update queue(Instant now) {
		return to(JobState.QUEUED, now).set(JobCourse.QUEUED_AT, now).unset(JobCourse.SENT_AT);
	}

	/** A fresh start: earlier attempts count no longer and leave no traces. */
	static Update restart(Job ended, Instant now, @Nullable String traceparent) {
		return queue(now).set(JobCourse.ATTEMPTS_BEFORE, ended.course().attempts())
			.set(JobRequest.TRACEPARENT, traceparent)
			.set(JobCourse.CANCEL_REQUESTED, false)
			.unset(JobCourse.PASSED_ON_SINCE)
			.unset(JobCourse.STARTED_AT)
			.unset(JobCourse.COMPLETED_AT)
			.unset(JobCourse.WORKER_ID)
			.unset(JobCourse.PROGRESS)
			.unset(JobOutcome.RESULTS)
			.unset(JobOutcome.ERROR);
	}

	/** A fresh start as the newest uploader of the same table wants it. */
	static Update restart(Job ended, Job wanted, Instant now) {
		Update move = restart(ended, now, wanted.request().traceparent()).set(Job.MODEL_NAME, wanted.modelName())
			.set(JobRequest.DATASET, wanted.dataset())
			.set(JobRequest.REPORT, wanted.request().report());
		return (wanted.owner() != null) ? move.set(JobRequest.OWNER, wanted.owner()) : move.unset(JobRequest.OWNER);
	}

}
