package io.exoscout.job;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.prediction.StoredPredictions;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a job ended.
 *
 * @param results what came out, once completed
 * @param error why it failed, once it did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobOutcome(@Schema(oneOf = {
		StoredTrainingResults.class, StoredPredictions.class }, types = "object") @Nullable Map<String, Object> results,
		@Nullable JobFailure error){

	/** Nothing yet. */
	static final JobOutcome NONE = new JobOutcome(null, null);

}
