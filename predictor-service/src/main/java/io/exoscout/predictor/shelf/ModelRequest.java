package io.exoscout.predictor.shelf;

import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants of a model.
 *
 * @param jobId the job that trained the model, or
 * @param model its id, an alias of it, or its label
 * @param explain how many features to name in each explanation, 0 for none
 */
public record ModelRequest(@Nullable String jobId, @Nullable String model, int explain) {

	private static final int MAX_EXPLAINED = 100;

	public ModelRequest {
		if (explain < 0 || explain > MAX_EXPLAINED) {
			throw ProblemException.invalidParameter("explain",
					"explain is %d; accepted is 0 to %d".formatted(explain, MAX_EXPLAINED));
		}
	}

}
