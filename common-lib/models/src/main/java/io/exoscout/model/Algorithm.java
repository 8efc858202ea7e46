package io.exoscout.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** The learners a job can ask for, each with its hyper-parameters. */
public enum Algorithm {

	/** Averaged, deep trees on bootstrap samples (Breiman 2001). */
	RANDOM_FOREST("the average of deep trees, each grown on another sample of the rows",
			Hyperparameter.whole("n_estimators", 1, 1000, 300, "number of trees"),
			Hyperparameter.whole("max_depth", 1, 64, 32, "how many splits may follow one another"),
			Hyperparameter.whole("min_samples_leaf", 1, 100_000, 2, "fewest training rows in a leaf"),
			Hyperparameter.real("max_features", 0.001, 1, 0.2,
					"share of the features that each split may choose from")),
	/**
	 * Shallow trees fitted one after the other to the gradient of the loss (Friedman
	 * 2001).
	 */
	GRADIENT_BOOSTING("shallow trees, each fitted to what those before it got wrong",
			Hyperparameter.whole("n_estimators", 1, 1000, 300, "number of rounds"),
			Hyperparameter.whole("max_depth", 1, 12, 6, "how many splits may follow one another"),
			Hyperparameter.real("learning_rate", 0.001, 1, 0.06, "how far each round goes"),
			Hyperparameter.real("subsample", 0.1, 1, 0.7, "share of the rows that each round looks at"),
			Hyperparameter.whole("min_samples_leaf", 1, 100_000, 10, "fewest training rows in a leaf"),
			Hyperparameter.real("max_features", 0.001, 1, 0.2, "share of the features that each tree may choose from")),
	/** Regularised boosting by the XGBoost library (Chen &amp; Guestrin 2016). */
	XGBOOST("boosting with penalties on large trees, by the XGBoost library",
			Hyperparameter.whole("n_estimators", 1, 1000, 300, "number of rounds"),
			Hyperparameter.whole("max_depth", 1, 12, 5, "how many splits may follow one another"),
			Hyperparameter.real("learning_rate", 0.001, 1, 0.06, "how far each round goes"),
			Hyperparameter.real("subsample", 0.1, 1, 0.7, "share of the rows that each round looks at"),
			Hyperparameter.real("colsample_bytree", 0.001, 1, 0.2,
					"share of the features that each tree may choose from"),
			Hyperparameter.real("min_child_weight", 0, 1_000_000, 3, "smallest sum of second derivatives in a leaf"),
			Hyperparameter.real("gamma", 0, 1_000_000, 0, "smallest gain that is worth a split"),
			Hyperparameter.real("reg_alpha", 0, 1_000_000, 0, "L1 penalty on leaf values"),
			Hyperparameter.real("reg_lambda", 0, 1_000_000, 1, "L2 penalty on leaf values")),
	/**
	 * The average of what other learners say, each with the settings it has by default:
	 * gradient boosting and XGBoost in equal parts, and a random forest if wanted.
	 */
	ENSEMBLE("the average of what gradient boosting, XGBoost and, if wanted, a random forest say",
			Hyperparameter.whole("n_estimators", 1, 1000, 300, "number of rounds, or trees, of each learner"),
			Hyperparameter.real("forest_weight", 0, 1, 0, "weight of a random forest in the average"));

	private final String meaning;

	private final List<Hyperparameter> hyperparameters;

	Algorithm(String meaning, Hyperparameter... hyperparameters) {
		this.meaning = meaning;
		this.hyperparameters = List.of(hyperparameters);
	}

	/** The name used in JSON, e.g. {@code random_forest}. */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** What it does, in a few words. */
	public String meaning() {
		return this.meaning;
	}

	public static Optional<Algorithm> of(String id) {
		return Arrays.stream(values()).filter((algorithm) -> algorithm.id().equals(id)).findFirst();
	}

	/** The accepted names, for error messages. */
	public static List<String> ids() {
		return Arrays.stream(values()).map(Algorithm::id).toList();
	}

	/** What can be set. */
	public List<Hyperparameter> hyperparameters() {
		return this.hyperparameters;
	}

	/** Whether a name is that of a hyper-parameter of some algorithm. */
	public static boolean anyHas(String hyperparameter) {
		return Arrays.stream(values())
			.flatMap((algorithm) -> algorithm.hyperparameters.stream())
			.anyMatch((known) -> known.name().equals(hyperparameter));
	}

	/**
	 * Checks what a user asked for and fills in the rest.
	 * @param given values by name, as parsed from JSON
	 * @return every hyper-parameter of this algorithm, sorted by name; whole numbers as
	 * {@link Integer}, others as {@link Double}, so that equal settings are equal maps
	 * @throws io.exoscout.problem.ProblemException {@code INVALID} (code
	 * {@code invalid_hyperparameter}) with one entry per unknown name, wrong type or
	 * value out of range
	 */
	public Map<String, Number> check(Map<String, ?> given) {
		return new HyperparameterCheck(id(), this.hyperparameters).complete(given);
	}

}
