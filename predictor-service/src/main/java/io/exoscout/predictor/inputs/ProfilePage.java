package io.exoscout.predictor.inputs;

import java.util.List;
import java.util.Map;

/**
 * What a model would say of one row if one of its columns were another.
 *
 * @param jobId the job that trained the model
 * @param model its label
 * @param column the column
 * @param unit of its values, blank where there is none
 * @param values 41 of them, from the lowest to the highest of the training rows, by
 * quantiles
 * @param probabilities of each class, in the order of the values
 */
record ProfilePage(String jobId, String model, String column, String unit, List<Float> values,
		Map<String, List<Double>> probabilities) {
}
