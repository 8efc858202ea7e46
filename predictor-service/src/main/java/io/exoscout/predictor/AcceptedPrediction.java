package io.exoscout.predictor;

import io.exoscout.dataset.DatasetRef;
import io.exoscout.work.Job;
import io.exoscout.work.JobParams;

/**
 * The answer to an accepted prediction job.
 *
 * @param status always {@code processing}, as for a training
 * @param jobId where to look for the outcome
 * @param modelName the label of the model
 * @param params mission, model and explanations
 * @param dataset the stored table
 */
record AcceptedPrediction(String status, String jobId, String modelName, JobParams params, DatasetRef dataset) {

	static AcceptedPrediction of(Job job) {
		return new AcceptedPrediction("processing", job.jobId(), job.modelName(), job.params(), job.dataset());
	}

}
