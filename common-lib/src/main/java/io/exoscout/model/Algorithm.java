package io.exoscout.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** The learners a job can ask for. */
public enum Algorithm {

	/** Averaged, fully grown trees on bootstrap samples (Breiman 2001). */
	RANDOM_FOREST,
	/**
	 * Shallow trees fitted one after the other to the gradient of the loss (Friedman
	 * 2001).
	 */
	GRADIENT_BOOSTING,
	/** Regularised boosting by the XGBoost library (Chen &amp; Guestrin 2016). */
	XGBOOST;

	/** The name used in JSON, e.g. {@code random_forest}. */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static Optional<Algorithm> of(String id) {
		return Arrays.stream(values()).filter((algorithm) -> algorithm.id().equals(id)).findFirst();
	}

	/** The accepted names, for error messages. */
	public static List<String> ids() {
		return Arrays.stream(values()).map(Algorithm::id).toList();
	}

}
