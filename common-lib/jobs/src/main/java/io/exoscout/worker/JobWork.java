package io.exoscout.worker;

import java.util.Map;
import java.util.Optional;

import io.exoscout.job.Job;
import io.exoscout.job.JobFailure;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import org.jspecify.annotations.Nullable;

/**
 * What jobs of one type are about, apart from the protocol that protects them.
 *
 * @param <O> what comes out before it is stored
 */
public interface JobWork<O> {

	/** The jobs this can do. */
	JobType type();

	/**
	 * What of a job this does not know, because it was accepted by a newer version.
	 * @param job the job
	 * @return for example "algorithm 'quantum_forest'"; empty if all is known
	 */
	Optional<String> tooNew(Job job);

	/**
	 * Does the work; stores nothing that somebody else could see.
	 * @param job the job
	 * @param watch hears of progress and says when to stop
	 * @return the outcome
	 * @throws WorkStopped if the watch said so
	 * @throws io.exoscout.problem.ProblemException if the job can not be done, or (of
	 * kind {@code UNAVAILABLE}) if what it needs can not be had right now
	 */
	O perform(Job job, WorkWatch watch);

	/**
	 * Stores the outcome; once more does no harm.
	 * @param job the job
	 * @param outcome what {@link #perform} gave
	 * @return the results for the job document
	 */
	Map<String, Object> store(Job job, O outcome);

	/**
	 * Called once the job document speaks for the outcome: makes sure that nobody who
	 * removed the same bytes for another job took them away just before.
	 * @param job the job
	 * @param outcome what {@link #perform} gave
	 */
	default void confirm(Job job, O outcome) {
	}

	/**
	 * Removes what {@link #store} left, if anything.
	 * @param job the job, which is gone or ended without success
	 * @param outcome what {@link #perform} gave
	 */
	void discard(Job job, O outcome);

	/**
	 * Called last, however it ended: frees what the outcome held on this machine.
	 * @param outcome what {@link #perform} gave
	 */
	default void release(O outcome) {
	}

	/**
	 * Told once a job has ended, here and for good; of one that was cancelled in the
	 * queue when its message comes.
	 * @param job as it was when the work on it began, or when it had ended if no work did
	 * @param state how it ended
	 * @param failure why it ended in error, if it did
	 */
	default void ended(Job job, JobState state, @Nullable JobFailure failure) {
	}

	/** What the owner of a job can do that needs more memory than the worker has. */
	String lessMemory();

}
