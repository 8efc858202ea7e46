package io.exoscout.study;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The figures that are shown, as they stand in the results of a job. */
public enum Figure {

	ROC_AUC("ROC-AUC", 4), ACCURACY("Accuracy", 4), AVERAGE_PRECISION("Average precision", 4), BRIER("Brier", 4),
	CALIBRATION_ERROR("Calibration error", 4), F1_SCORE("Weighted F1", 4),
	RECALL_AT_99("Recall at 99 % precision", 3, 0.99), RECALL_AT_97("Recall at 97 % precision", 3, 0.97);

	private final String title;

	private final int digits;

	/** For recalls, at which precision; 0 for others. */
	private final double precision;

	Figure(String title, int digits) {
		this(title, digits, 0);
	}

	Figure(String title, int digits, double precision) {
		this.title = title;
		this.digits = digits;
		this.precision = precision;
	}

	/** For the head of a table. */
	public String title() {
		return this.title;
	}

	/**
	 * The figure in the results of a job, or in a part of them; empty where it is not
	 * there.
	 */
	public OptionalDouble in(Map<?, ?> results) {
		if (this.precision == 0) {
			return (results.get(name().toLowerCase(Locale.ROOT)) instanceof Double value) ? OptionalDouble.of(value)
					: OptionalDouble.empty();
		}
		return (results.get("recall_at_precision") instanceof List<?> recalls) ? recall(recalls)
				: OptionalDouble.empty();
	}

	private OptionalDouble recall(List<?> recalls) {
		return recalls.stream()
			.map((recall) -> (Map<?, ?>) recall)
			.filter((recall) -> recall.get("precision") instanceof Double at && at == this.precision)
			.mapToDouble((recall) -> (recall.get("recall") instanceof Double value) ? value : Double.NaN)
			.findFirst();
	}

	/** With as many digits as mean something. */
	public String text(double value) {
		return Study.text("%." + this.digits + "f", value);
	}

}
