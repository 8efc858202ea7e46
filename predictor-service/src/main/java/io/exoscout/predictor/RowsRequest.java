package io.exoscout.predictor;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Rows to score, as JSON.
 *
 * @param jobId the job that trained the model, or
 * @param model its id, an alias of it, or its label, of several the newest
 * @param rows objects of column and value
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RowsRequest(@Nullable String jobId, @Nullable String model, @Nullable List<Map<String, Object>> rows) {
}
