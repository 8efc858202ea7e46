package io.exoscout.prediction;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * All predictions of one request in one document, as the format {@code json} has it.
 *
 * @param header what is the same for all of them
 * @param predictions one for each object, in the order of the table
 */
public record PredictionDocument(@JsonUnwrapped PredictionHeader header, List<Prediction> predictions) {
}
