package io.exoscout.telemetry;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.job.JobFailure;
import io.exoscout.job.JobState;
import io.exoscout.job.Progress;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a job. Ids rise within the stream of one job, over all its
 * attempts: each is made of the number of the last move from state to state and the
 * number of what the worker told since, so that nobody has to be asked for the next one.
 *
 * @param type what it is about
 * @param jobId the job
 * @param id its place in the stream of this job
 * @param at when, by the clock of whoever noted it
 * @param attempt the number of the attempt, once there was one
 * @param status the new state
 * @param workerId who claimed the job
 * @param cancelRequested whether the worker has learned that it is to stop
 * @param progress how far the work is
 * @param round a round of a fit
 * @param fold a fold that is done
 * @param results the figures of what came out, each a number
 * @param error why it ended in error
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobEvent(@Schema(allowableValues = {
		"state", "progress", "round", "fold_finished", "completed", "error", "deleted" }) EventType type, String jobId,
		long id, Instant at, @Nullable Integer attempt, @Nullable JobState status, @Nullable String workerId,
		@Nullable Boolean cancelRequested, @Nullable Progress progress, @Nullable FitRound round,
		@Nullable FinishedFold fold, @Nullable Map<String, Double> results, @Nullable JobFailure error){

	/**
	 * More than a worker tells in a week; and ids stay exact in JavaScript for decades.
	 */
	private static final long PER_MOVE = 10_000_000;

	/**
	 * The id of what a worker told.
	 * @param revision how many moves the job had made by then
	 * @param number the how-many-th it is since, from 1; 0 for the move itself
	 */
	public static long id(int revision, long number) {
		return revision * PER_MOVE + number;
	}

	/** How many moves the job had made when the event of an id happened. */
	public static int revision(long id) {
		return (int) (id / PER_MOVE);
	}

	static JobEvent progress(String jobId, long id, Instant at, int attempt, Progress progress) {
		return new JobEvent(EventType.PROGRESS, jobId, id, at, attempt, null, null, null, progress, null, null, null,
				null);
	}

	static JobEvent stopping(String jobId, long id, Instant at, int attempt) {
		return new JobEvent(EventType.STATE, jobId, id, at, attempt, JobState.RUNNING, null, true, null, null, null,
				null, null);
	}

	static JobEvent round(String jobId, long id, Instant at, int attempt, FitRound round) {
		return new JobEvent(EventType.ROUND, jobId, id, at, attempt, null, null, null, null, round, null, null, null);
	}

	static JobEvent fold(String jobId, long id, Instant at, int attempt, FinishedFold fold) {
		return new JobEvent(EventType.FOLD_FINISHED, jobId, id, at, attempt, null, null, null, null, null, fold, null,
				null);
	}

	/** The same with another place, for a stream about more than one job. */
	public JobEvent at(long place) {
		return new JobEvent(this.type, this.jobId, place, this.at, this.attempt, this.status, this.workerId,
				this.cancelRequested, this.progress, this.round, this.fold, this.results, this.error);
	}

	/** Whether nothing more happens without somebody asking for it. */
	@JsonIgnore
	public boolean isLast() {
		return this.type == EventType.DELETED || (this.status != null && this.status.isFinal());
	}

}
