package io.exoscout.predictor;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;

/** Describes the parameters that several addresses take, each once. */
final class PredictionParameters {

	private PredictionParameters() {
	}

	@Target(ElementType.PARAMETER)
	@Retention(RetentionPolicy.RUNTIME)
	@Parameter(description = "the job that trained the model, or")
	@interface TrainingJob {

	}

	@Target(ElementType.PARAMETER)
	@Retention(RetentionPolicy.RUNTIME)
	@Parameter(description = "id, alias or label of the model; of several with one label the newest")
	@interface NamedModel {

	}

	@Target(ElementType.PARAMETER)
	@Retention(RetentionPolicy.RUNTIME)
	@Parameter(description = "how many features to name in each explanation, 0 for none")
	@interface Explain {

	}

	@Target(ElementType.PARAMETER)
	@Retention(RetentionPolicy.RUNTIME)
	@Parameter(description = "the class whose probability is explained; if none is named, that which is predicted")
	@interface ExplainClass {

	}

	@Target(ElementType.PARAMETER)
	@Retention(RetentionPolicy.RUNTIME)
	@Parameter(description = "explain only rows whose probability of that class is at least this",
			schema = @Schema(minimum = "0", maximum = "1"))
	@interface ExplainMin {

	}

	@Target(ElementType.PARAMETER)
	@Retention(RetentionPolicy.RUNTIME)
	@Parameter(
			description = "explain the probability that is shown, or its log-odds; if nothing is said, the model's own score before calibration",
			schema = @Schema(allowableValues = { "log-odds", "probability" }))
	@interface Unit {

	}

	@Target(ElementType.PARAMETER)
	@Retention(RetentionPolicy.RUNTIME)
	@Parameter(
			description = "select the rows from that probability on from which on this share of those selected were of the class, out of fold; the answer says which, and what share of the class is so found",
			schema = @Schema(exclusiveMinimumValue = 0, maximum = "1"), example = "0.97")
	@interface Precision {

	}

	@Target(ElementType.PARAMETER)
	@Retention(RetentionPolicy.RUNTIME)
	@Parameter(
			description = "in place of precision: select the rows from the highest probability on from which on this share of the class was selected, out of fold; the answer says which, and what share of those selected is of the class",
			schema = @Schema(exclusiveMinimumValue = 0, maximum = "1"), example = "0.9")
	@interface Recall {

	}

	@Target(ElementType.PARAMETER)
	@Retention(RetentionPolicy.RUNTIME)
	@Parameter(description = "the class to select, if not planets")
	@interface SelectedClass {

	}

	@Target(ElementType.PARAMETER)
	@Retention(RetentionPolicy.RUNTIME)
	@Parameter(description = "direct answers at once, job makes a job of it",
			schema = @Schema(allowableValues = { "direct", "job" }, defaultValue = "direct"))
	@interface Mode {

	}

	@Target(ElementType.PARAMETER)
	@Retention(RetentionPolicy.RUNTIME)
	@Parameter(description = "json, ndjson or csv; wins over Accept, and all but json come as a file",
			schema = @Schema(allowableValues = { "json", "ndjson", "csv" }))
	@interface PlainFormat {

	}

	@Target(ElementType.PARAMETER)
	@Retention(RetentionPolicy.RUNTIME)
	@Parameter(description = "the language of sentences in explanations: en or es")
	@interface Language {

	}

}
