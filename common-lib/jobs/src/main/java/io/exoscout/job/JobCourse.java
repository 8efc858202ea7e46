package io.exoscout.job;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
 * @param revision rises by one with each move from state to state, and begins with the
 * time of the first one; {@code null} for a job that made none since moves are noted
 * @param moves the last of these moves, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobCourse(@Nullable Instant startedAt, @Nullable Instant completedAt, int attempts,
		@JsonIgnore int attemptsBefore, @Nullable String workerId, boolean cancelRequested,
		@JsonIgnore Instant queuedAt, @JsonIgnore @Nullable Instant sentAt, @JsonIgnore @Nullable Instant leaseUntil,
		@Nullable Progress progress, @JsonIgnore @Nullable Integer revision, @JsonIgnore @Nullable List<Move> moves) {

	private static final Instant REVISIONS_BEGAN = Instant.parse("2026-01-01T00:00:00Z");

	/** As many moves are kept. */
	static final int MOVES_KEPT = 50;

	/** Names of what is stored, for those that read or write documents themselves. */
	static final String STARTED_AT = "startedAt";

	static final String COMPLETED_AT = "completedAt";

	static final String PROGRESS = "progress";

	static final String REVISION = "revision";

	static final String MOVES = "moves";

	static final String MOVED_AT = MOVES + ".at";

	public static final String ATTEMPTS = "attempts";

	public static final String ATTEMPTS_BEFORE = "attemptsBefore";

	public static final String WORKER_ID = "workerId";

	public static final String CANCEL_REQUESTED = "cancelRequested";

	public static final String QUEUED_AT = "queuedAt";

	public static final String SENT_AT = "sentAt";

	public static final String LEASE_UNTIL = "leaseUntil";

	/** Since when a queued job waits for a newer worker; for the protocol alone. */
	public static final String PASSED_ON_SINCE = "passedOnSince";

	/** Which ending in the queue was told of, by its revision; for the protocol alone. */
	static final String TOLD_REVISION = "toldRevision";

	/** Queued, and not yet sent. */
	static JobCourse queued(Instant queuedAt) {
		return new JobCourse(null, null, 0, 0, null, false, queuedAt, null, null, null, firstRevision(queuedAt),
				List.of(new Move(JobState.QUEUED, queuedAt, null)));
	}

	/**
	 * Later for a later job: one that was deleted and is there again does not go on where
	 * the other one was.
	 */
	private static int firstRevision(Instant queuedAt) {
		return (int) Math.max(1, queuedAt.getEpochSecond() - REVISIONS_BEGAN.getEpochSecond());
	}

	/**
	 * A move from state to state.
	 *
	 * @param status the new state
	 * @param at when, by the clock of whoever made it
	 * @param workerId who claimed the job, if it was claimed
	 */
	public record Move(JobState status, Instant at, @Nullable String workerId) {
	}

	/** When it was cancelled, if it was while it waited for a worker. */
	public Optional<Instant> cancelledInQueue() {
		List<Move> all = Objects.requireNonNullElse(this.moves, List.of());
		int last = all.size() - 1;
		boolean waited = last > 0 && all.get(last - 1).status() == JobState.QUEUED;
		return (waited && all.get(last).status() == JobState.CANCELLED) ? Optional.of(all.get(last).at())
				: Optional.empty();
	}

	/** Claims that count against the limit. */
	public int attemptsSinceQueued() {
		return this.attempts - this.attemptsBefore;
	}

}
