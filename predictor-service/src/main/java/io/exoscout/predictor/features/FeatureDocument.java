package io.exoscout.predictor.features;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A feature matrix as one JSON document.
 *
 * @param header what is the same for all rows
 * @param rows the objects
 */
public record FeatureDocument(@JsonUnwrapped FeatureHeader header, List<FeatureRow> rows) {
}
