package io.exoscout.job;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How far the protocol has come with a job.
 *
 * @param startedAt when the current or last attempt was claimed
 * @param completedAt when it completed
 * @param attempts how often it was claimed; the current number is the fencing token of
 * every write by the worker that holds it
 * @param attemptsBefore how many of these do not count against the limit: those before
 * the last time somebody queued it, and those a stopping worker handed back
 * @param workerId who holds or last held it
 * @param cancelRequested whether a running job was asked to stop
 * @param queuedAt when it was last queued
 * @param sentAt when the broker confirmed the message for it, {@code null} until then
 * @param leaseUntil until when its worker holds it, while running, by the clock of that
 * worker: others only look whether it changes
 * @param progress how far it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobCourse(@Nullable Instant startedAt, @Nullable Instant completedAt, int attempts,
		@JsonIgnore int attemptsBefore, @Nullable String workerId, boolean cancelRequested,
		@JsonIgnore Instant queuedAt, @JsonIgnore @Nullable Instant sentAt, @JsonIgnore @Nullable Instant leaseUntil,
		@Nullable Progress progress) {

	/** Names of what is stored, for those that read or write documents themselves. */
	static final String STARTED_AT = "startedAt";

	static final String COMPLETED_AT = "completedAt";

	static final String PROGRESS = "progress";

	public static final String ATTEMPTS = "attempts";

	public static final String ATTEMPTS_BEFORE = "attemptsBefore";

	public static final String WORKER_ID = "workerId";

	public static final String CANCEL_REQUESTED = "cancelRequested";

	public static final String QUEUED_AT = "queuedAt";

	public static final String SENT_AT = "sentAt";

	public static final String LEASE_UNTIL = "leaseUntil";

	/** Since when a queued job waits for a newer worker; for the protocol alone. */
	public static final String PASSED_ON_SINCE = "passedOnSince";

	/** Queued, and not yet sent. */
	static JobCourse queued(Instant queuedAt) {
		return new JobCourse(null, null, 0, 0, null, false, queuedAt, null, null, null);
	}

	/** Claims that count against the limit. */
	public int attemptsSinceQueued() {
		return this.attempts - this.attemptsBefore;
	}

}
