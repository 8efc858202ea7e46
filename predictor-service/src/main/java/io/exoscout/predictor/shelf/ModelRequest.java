package io.exoscout.predictor.shelf;

import io.exoscout.explanation.WantedExplanation;
import io.exoscout.prediction.WantedSelection;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants of a model.
 *
 * @param jobId the job that trained the model, or
 * @param model its id, an alias of it, or its label
 * @param explain how to explain what it says
 * @param select which rows to select; {@code null} to select nothing
 */
public record ModelRequest(@Nullable String jobId, @Nullable String model, WantedExplanation explain,
		@Nullable WantedSelection select) {

	/** Nothing is explained or selected. */
	public ModelRequest(@Nullable String jobId, @Nullable String model) {
		this(jobId, model, WantedExplanation.NONE, null);
	}

}
