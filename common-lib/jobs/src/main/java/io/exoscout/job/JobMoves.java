package io.exoscout.job;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.query.Update;

/** What each move writes into the job document. */
final class JobMoves {

	private JobMoves() {
	}

	static Update claim(String workerId, Instant now, Instant leaseUntil) {
		return new Update().set("status", JobState.RUNNING)
			.inc("attempts", 1)
			.set("workerId", workerId)
			.set("startedAt", now)
			.set("leaseUntil", leaseUntil)
			.unset("passedOnSince")
			.unset("progress");
	}

	/**
	 * Counts as queued just now and never sent; the first time is noted for
	 * {@link JobCriteria#passedOn}.
	 */
	static Update passOn(Instant now) {
		return new Update().set("queuedAt", now).unset("sentAt").min("passedOnSince", now);
	}

	/**
	 * Never sent, and queued a moment later than it was: whoever has just sent it must
	 * not mark it as sent.
	 */
	static Update unsend(Job queued) {
		return new Update().set("queuedAt", queued.course().queuedAt().plusMillis(1)).unset("sentAt");
	}

	static Update renew(Progress progress, Instant leaseUntil) {
		return new Update().set("leaseUntil", leaseUntil).set("progress", progress);
	}

	static Update to(JobState end) {
		return new Update().set("status", end).unset("leaseUntil");
	}

	/** The last progress replaces whatever the last heartbeat had noted. */
	static Update complete(Instant now) {
		return to(JobState.COMPLETED).set("completedAt", now)
			.set("progress", new Progress("completed", 1, "The outcome is stored"));
	}

	static Update fail(JobFailure failure) {
		return to(JobState.ERROR).set("error", failure);
	}

	/** Back to the queue, without a message that would stand for it. */
	static Update queue(Instant now) {
		return to(JobState.QUEUED).set("queuedAt", now).unset("sentAt");
	}

	/** A fresh start: earlier attempts count no longer and leave no traces. */
	static Update restart(Job ended, Instant now, @Nullable String traceparent) {
		return queue(now).set("attemptsBefore", ended.course().attempts())
			.set("traceparent", traceparent)
			.set("cancelRequested", false)
			.unset("passedOnSince")
			.unset("startedAt")
			.unset("completedAt")
			.unset("workerId")
			.unset("progress")
			.unset("results")
			.unset("error");
	}

	/** A fresh start as the newest uploader of the same table wants it. */
	static Update restart(Job ended, Job wanted, Instant now) {
		return restart(ended, now, wanted.request().traceparent()).set("modelName", wanted.modelName())
			.set("dataset", wanted.dataset())
			.set("report", wanted.request().report());
	}

}
