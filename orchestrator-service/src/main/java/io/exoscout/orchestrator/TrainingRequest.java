package io.exoscout.orchestrator;

import java.util.List;

import io.exoscout.archive.LabelMap;
import io.exoscout.archive.Mission;
import io.exoscout.feature.FeatureSet;
import io.exoscout.model.TrainingOptions;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What an uploader asks for besides the table.
 *
 * @param options all that decides the outcome
 * @param modelName the label for the model, or {@code null} for one made from the job id
 * @param labels what the values of the label column stand for
 * @param features version of the feature set, or {@code null} for the mission's current
 * one
 */
record TrainingRequest(TrainingOptions options, @Nullable String modelName, LabelMap labels,
		@Nullable String features) {

	/** The same with something else left out: columns, features and tags. */
	TrainingRequest excluding(List<String> features) {
		return new TrainingRequest(this.options.excluding(features), this.modelName, this.labels, this.features);
	}

	/**
	 * The feature set for a mission's table.
	 * @throws ProblemException {@code INVALID} (code {@code invalid_params}) if the one
	 * that is asked for is another mission's
	 */
	FeatureSet set(Mission mission) {
		if (this.features == null) {
			return FeatureSet.current(mission);
		}
		if (!FeatureSet.offered(mission).contains(this.features)) {
			String detail = "features is '%s', but this is a %s table; accepted are %s".formatted(this.features,
					mission.id(), String.join(", ", FeatureSet.offered(mission)));
			throw new ProblemException(ErrorCode.INVALID_PARAMS, detail, InputError.field("features", detail));
		}
		return FeatureSet.of(mission, this.features);
	}

	String modelNameFor(String jobId) {
		return (this.modelName != null) ? this.modelName
				: "model_" + this.options.algorithm().id() + "_" + jobId.substring(0, 8);
	}

}
