package io.exoscout.telemetry;

import io.exoscout.result.ByFigure;

/**
 * What the model of one fold said of the rows it had not seen, before calibration.
 *
 * @param fold which, from 1
 * @param folds of how many
 * @param rows how many rows it scored
 * @param seconds since the folds were begun
 * @param figures how good it was
 */
public record FinishedFold(int fold, int folds, int rows, double seconds, ByFigure<Double> figures) {
}
