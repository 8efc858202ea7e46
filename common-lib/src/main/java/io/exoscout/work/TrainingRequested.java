package io.exoscout.work;

/**
 * Asks for one model; everything else stands in the job document.
 *
 * @param version of this message, currently 1
 * @param jobId the job
 * @param attempt the job's attempt count when this was sent
 */
public record TrainingRequested(int version, String jobId, int attempt) {

	/** The version written today. */
	public static final int VERSION = 1;

	public static TrainingRequested of(Job job) {
		return new TrainingRequested(VERSION, job.jobId(), job.attempts());
	}

}
