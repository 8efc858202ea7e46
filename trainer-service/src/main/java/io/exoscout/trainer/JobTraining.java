package io.exoscout.trainer;

import java.util.Map;

import io.exoscout.work.Job;

/** What a training job is about, apart from the protocol that protects it. */
interface JobTraining {

	/**
	 * Loads the table and trains.
	 * @param job the job
	 * @param watch hears of progress and says when to stop
	 * @return the outcome
	 * @throws TrainingStopped if the watch said so
	 * @throws io.exoscout.problem.ProblemException if the table can not be trained on, or
	 * (of kind {@code UNAVAILABLE}) if it can not be had right now
	 */
	TrainingOutcome train(Job job, TrainingWatch watch);

	/**
	 * Stores the model; once more does no harm.
	 * @param job the job
	 * @param outcome what {@link #train} gave
	 * @return the results for the job document
	 */
	Map<String, Object> store(Job job, TrainingOutcome outcome);

	/** Removes what {@link #store} left, if anything. */
	void discard(String jobId);

}
