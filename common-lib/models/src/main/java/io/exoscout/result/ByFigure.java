package io.exoscout.result;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Something about each single figure. Where a figure is about one class against the rest,
 * it is about the last of two classes, and the plain mean over several.
 *
 * @param <T> what is said of a figure
 * @param accuracy share of the rows that are called what they are, 0 to 1
 * @param averagePrecision area under the precision-recall curve as a sum of steps, 0 to
 * 1; left out where a class has no rows
 * @param brier mean squared error of the probabilities, 0 to 1, less is better
 * @param calibrationError expected calibration error over 15 bins of equal width, 0 to 1,
 * less is better
 * @param f1Score harmonic mean of precision and recall, weighted by the rows of the
 * classes, 0 to 1
 * @param logLoss mean negative natural logarithm of the probability given to the true
 * class, 0 or more, less is better
 * @param rocAuc area under the ROC curve, 0 to 1, 0.5 being chance; left out where a
 * class has no rows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ByFigure<T>(T accuracy, @Nullable T averagePrecision, T brier, T calibrationError, T f1Score, T logLoss,
		@Nullable T rocAuc) {

	/** From a map by the figures' names in JSON. */
	public static <T> ByFigure<T> of(Map<String, T> byName) {
		return new ByFigure<>(of(byName, "accuracy"), byName.get("average_precision"), of(byName, "brier"),
				of(byName, "calibration_error"), of(byName, "f1_score"), of(byName, "log_loss"), byName.get("roc_auc"));
	}

	private static <T> T of(Map<String, T> byName, String name) {
		return Objects.requireNonNull(byName.get(name), name);
	}

}
