package io.exoscout.predictor.inputs;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Asks what would be.
 *
 * @param row values by column, as for predictions
 */
record ProfileRequest(@Nullable Map<String, Object> row) {
}
