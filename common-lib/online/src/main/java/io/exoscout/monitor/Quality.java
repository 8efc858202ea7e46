package io.exoscout.monitor;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How good predictions were, by the labels that came. Everything is null as long as there
 * are none.
 *
 * @param labels how many, or their weight where weights fade
 * @param positives the share of positive ones
 * @param accuracy the share of labels that were on the predicted side of 0.5
 * @param logLoss mean logarithmic loss, in nats
 * @param rocAuc the area under the ROC curve; null also if there is only one label
 * @param brier mean squared error of the probability
 * @param calibrationError by how much predicted and observed shares differ, on average
 * over ten bins
 * @param calibration those bins, without empty ones
 * @param majorityAccuracy accuracy of always saying the label that was more frequent so
 * far
 * @param majorityLogLoss logarithmic loss of always saying how frequent the positive
 * label was so far
 * @param majorityBrier squared error of that
 * @param noChangeAccuracy accuracy of saying the last label that was known, of the same
 * key
 */
public record Quality(double labels, @Nullable Double positives, @Nullable Double accuracy, @Nullable Double logLoss,
		@Nullable Double rocAuc, @Nullable Double brier, @Nullable Double calibrationError,
		List<CalibrationBin> calibration, @Nullable Double majorityAccuracy, @Nullable Double majorityLogLoss,
		@Nullable Double majorityBrier, @Nullable Double noChangeAccuracy) {

	static final Quality NONE = new Quality(0, null, null, null, null, null, null, List.of(), null, null, null, null);

}
