package io.exoscout.prediction;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * All predictions of one request in one document, as {@link PredictionFormat#JSON} writes
 * it piece by piece.
 *
 * @param header what is the same for all of them
 * @param predictions one for each object, in the order of the table
 */
public record PredictionDocument(@JsonUnwrapped PredictionHeader header, List<Prediction> predictions) {
}
