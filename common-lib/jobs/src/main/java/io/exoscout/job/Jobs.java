package io.exoscout.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All jobs. Every change is one conditional update of one document, so that a message
 * delivered twice, two workers, or a crash in between do no harm. An unreachable database
 * is reported as a {@link io.exoscout.problem.ProblemException} of kind
 * {@code UNAVAILABLE}.
 */
public interface Jobs {

	/**
	 * Accepts a job: inserts it, or queues it again if the same job ended in error or was
	 * cancelled.
	 * @param queued a new job
	 * @return the job as stored, and whether this call queued it
	 */
	Submission submit(Job queued);

	Optional<Job> find(String jobId);

	/** Those of these jobs that there are, and that can be read here. */
	List<Job> all(Collection<String> jobIds);

	/** Which of these jobs there are, in whatever state. */
	Set<String> known(Collection<String> jobIds);

	/** Which of these jobs are in one of these states. */
	Set<String> inState(Collection<String> jobIds, JobState... states);

	/** Jobs that match, newest first; those that can not be read here are passed over. */
	List<Job> list(JobQuery query);

	/** Jobs that went from one state to another at a time or later, newest first. */
	List<Job> movedSince(Instant time, int limit);

	/**
	 * Notes that the broker confirmed the message of a queued job, unless the job was
	 * claimed or queued anew since it was read for that message.
	 */
	void markSent(Job sent);

	/**
	 * Notes that the message of a queued job may have to wait for long where it is, so
	 * that the sweeper sends another one, unless the job was claimed or queued anew since
	 * it was read.
	 */
	void markUnsent(Job waiting);

	/**
	 * Notes that somebody is told of a job that was cancelled in the queue: several
	 * messages may come for it.
	 * @param cancelled the job as it ended
	 * @return whether nobody was told before, and it has not been queued anew
	 */
	boolean markTold(Job cancelled);

	/**
	 * Takes a queued job: running, one attempt more, leased to the worker. Not if it was
	 * queued anew since it was read: another worker that passed it on has spent its
	 * message, and the one in hand stands for a job that would wait without.
	 * @param queued the job as read
	 * @param workerId who takes it
	 * @param lease for how long, counted from now
	 * @return the job as claimed, or empty if it is not there to be taken
	 */
	Optional<Job> claim(Job queued, String workerId, Duration lease);

	/**
	 * Heartbeat: keeps the lease and notes the progress.
	 * @param claim the worker's hold
	 * @param progress how far it is
	 * @param lease for how long from now
	 * @return the job, whose {@link JobCourse#cancelRequested()} is to be obeyed, or
	 * empty if the job is no longer this worker's
	 */
	Optional<Job> renew(Claim claim, Progress progress, Duration lease);

	/**
	 * Stores the outcome; {@code false} if the job is no longer this worker's or was
	 * asked to stop.
	 */
	boolean complete(Claim claim, Map<String, Object> results);

	/** Ends the job in error; {@code false} if it is no longer this worker's. */
	boolean fail(Claim claim, JobFailure failure);

	/**
	 * Ends a job that was asked to stop; {@code false} if it is no longer this worker's.
	 */
	boolean cancelled(Claim claim);

	/**
	 * Hands the job back in good order, as a worker does that is being stopped: queued
	 * again (or cancelled where that was asked for), and the attempt does not count
	 * against the limit.
	 * @param claim the worker's hold
	 * @return {@code false} if the job is no longer this worker's
	 */
	boolean release(Claim claim);

	/**
	 * Puts the job back to queued (or to cancelled where that was asked for) after an
	 * attempt that failed but may succeed next time.
	 * @param claim the worker's hold
	 * @return {@code false} if the job is no longer this worker's
	 */
	boolean tryAgain(Claim claim);

	/** Ends a queued job that used up its attempts; {@code false} if it is not queued. */
	boolean giveUp(String jobId, JobFailure failure);

	/**
	 * Leaves a queued job to another, perhaps newer worker: its message no longer counts,
	 * so that the sweeper sends it again. If that has been going on for too long, the job
	 * ends in error.
	 * @param jobId the job, which need not be readable
	 * @param within how long it may go on, counted from the first time
	 * @param failure why the job was not taken
	 * @return {@code QUEUED} or {@code ERROR}, or empty if the job is not queued
	 */
	Optional<JobState> passOn(String jobId, Duration within, JobFailure failure);

	/**
	 * Asks a job to stop: a queued one is cancelled at once, a running one as soon as its
	 * worker notices.
	 * @param jobId the job
	 * @return the job afterwards, or empty if it is unknown or already final
	 */
	Optional<Job> cancel(String jobId);

	/** Queues a job again that ended in error or was cancelled; empty if it did not. */
	Optional<Job> retry(String jobId);

	/**
	 * Removes the document; a worker that still runs it notices at its next heartbeat.
	 */
	Optional<Job> delete(String jobId);

	/**
	 * Queued jobs without a confirmed message, longest queued first.
	 * @param now the time
	 * @param since how long they have been queued at least
	 * @param limit how many at most
	 * @return the jobs; also those queued that far in the future, by a wrong clock
	 */
	List<Job> unsent(Instant now, Duration since, int limit);

	/**
	 * Queued jobs of a type whose message was confirmed long ago, longest queued first.
	 */
	List<Job> sentBefore(Instant time, JobType type, int limit);

	/** All running jobs. */
	List<Job> running();

	/**
	 * Puts a running job whose lease has run out back to queued, or to cancelled where
	 * that was asked for.
	 * @param running the job as it was read; a lease that was renewed since holds
	 * @return whether the lease was still the same
	 */
	boolean expire(Job running);

	/**
	 * Jobs of a type that have ended, and were first accepted before a time, but not
	 * those that are kept; the oldest first. Not all of them need have ended before that
	 * time.
	 */
	List<Job> endedOlderThan(Instant time, JobType type, int limit);

	/**
	 * Has a job stay, however old it is, or no longer.
	 * @param jobId the job
	 * @param kept whether it is to stay
	 * @return the job afterwards, or empty if it is unknown
	 */
	Optional<Job> keep(String jobId, boolean kept);

	/** Whether some job's table, or what some job left, has this digest. */
	boolean uses(String sha256);

	/** How many jobs of a type are in a state. */
	long count(JobState state, JobType type);

	/**
	 * How many jobs of each type are in each state; those that there are none of are left
	 * out.
	 */
	List<JobTally> tally();

	/**
	 * Jobs of one type in one state.
	 *
	 * @param type their type
	 * @param status their state
	 * @param jobs how many
	 * @param queuedSince when the one was last queued for which that is longest ago
	 */
	record JobTally(JobType type, JobState status, long jobs, Instant queuedSince) {
	}

	/**
	 * What became of a submitted job.
	 *
	 * @param job as stored
	 * @param accepted whether this call queued it; {@code false} for a duplicate
	 */
	record Submission(Job job, boolean accepted) {
	}

}
