package io.exoscout.predictor;

import io.exoscout.body.BlobDraft;
import io.exoscout.prediction.PredictionHeader;

/**
 * Predictions that are written, but not yet kept.
 *
 * @param header what is the same for all of them
 * @param file the predictions
 * @param rows how many
 */
record PredictionOutcome(PredictionHeader header, BlobDraft file, long rows) {
}
