package io.exoscout.predictor;

import java.util.List;

/**
 * What is the same for all predictions of one request.
 *
 * @param jobId the job that trained the model
 * @param model the model's label
 * @param classNames its classes
 * @param ignoredColumns columns of the table the model does not look at
 * @param missingColumns columns it looks at that the table does not have; it takes them
 * as unknown
 */
record PredictionHeader(String jobId, String model, List<String> classNames, List<String> ignoredColumns,
		List<String> missingColumns) {
}
