package io.exoscout.predictor.shelf;

import io.exoscout.explanation.WantedExplanation;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants of a model.
 *
 * @param jobId the job that trained the model, or
 * @param model its id, an alias of it, or its label
 * @param explain how to explain what it says
 */
public record ModelRequest(@Nullable String jobId, @Nullable String model, WantedExplanation explain) {

	/** Wants nothing explained. */
	public ModelRequest(@Nullable String jobId, @Nullable String model) {
		this(jobId, model, WantedExplanation.NONE);
	}

}
