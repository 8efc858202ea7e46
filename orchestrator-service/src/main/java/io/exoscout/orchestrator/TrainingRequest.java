package io.exoscout.orchestrator;

import io.exoscout.archive.LabelMap;
import java.util.List;

import io.exoscout.model.TrainingOptions;
import org.jspecify.annotations.Nullable;

/**
 * What an uploader asks for besides the table.
 *
 * @param options all that decides the outcome
 * @param modelName the label for the model, or {@code null} for one made from the job id
 * @param labels what the values of the label column stand for
 */
record TrainingRequest(TrainingOptions options, @Nullable String modelName, LabelMap labels) {

	/** The same with something else left out: columns, features and tags. */
	TrainingRequest excluding(List<String> features) {
		return new TrainingRequest(this.options.excluding(features), this.modelName, this.labels);
	}

	String modelNameFor(String jobId) {
		return (this.modelName != null) ? this.modelName
				: "model_" + this.options.algorithm().id() + "_" + jobId.substring(0, 8);
	}

}
