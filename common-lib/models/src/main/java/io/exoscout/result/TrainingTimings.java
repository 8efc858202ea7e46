package io.exoscout.result;

/**
 * How long a training took.
 *
 * @param crossValidationSeconds until the last fold was done, calibration and all, in
 * seconds
 * @param finalFitSeconds the fit on all rows, which overlaps with those of the folds, in
 * seconds
 */
public record TrainingTimings(double crossValidationSeconds, double finalFitSeconds) {
}
