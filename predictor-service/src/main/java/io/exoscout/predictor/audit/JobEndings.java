package io.exoscout.predictor.audit;

import io.exoscout.job.Job;
import io.exoscout.job.JobFailure;
import io.exoscout.job.JobState;
import org.jspecify.annotations.Nullable;

/** Hears of prediction jobs that ended. */
@FunctionalInterface
public interface JobEndings {

	/**
	 * A job has ended; never waits and never fails.
	 * @param job what was asked
	 * @param state how it ended
	 * @param failure why it ended in error, if it did
	 */
	void ended(Job job, JobState state, @Nullable JobFailure failure);

}
