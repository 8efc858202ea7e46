package io.exoscout.monitor;

/**
 * Predictions of about one probability.
 *
 * @param from the lowest probability
 * @param to the highest
 * @param labels how many labels came for such, or their weight where weights fade
 * @param predicted the mean of what was predicted
 * @param observed the share of positive labels
 */
public record CalibrationBin(double from, double to, double labels, double predicted, double observed) {
}
