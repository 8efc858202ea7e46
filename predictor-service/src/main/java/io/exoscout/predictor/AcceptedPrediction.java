package io.exoscout.predictor;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.job.Job;
import io.exoscout.job.JobParams;
import io.exoscout.predictor.shelf.FoundModel;
import io.exoscout.work.JobAnswer;

/**
 * The answer to an accepted prediction job.
 *
 * @param status always {@code processing}, as for a training
 * @param jobId where to look for the outcome
 * @param modelName the label of the model
 * @param params mission, model and explanations
 * @param dataset the stored table
 * @param modelCreatedAt when the model was stored, since several may have that label
 * @param notes what the caller should know besides
 */
record AcceptedPrediction(String status, String jobId, String modelName, JobParams params, DatasetRef dataset,
		Instant modelCreatedAt, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notes) {

	static AcceptedPrediction of(Job job, FoundModel model) {
		return new AcceptedPrediction(JobAnswer.PROCESSING, job.jobId(), job.modelName(), job.params(), job.dataset(),
				model.card().createdAt(), model.notes());
	}

}
