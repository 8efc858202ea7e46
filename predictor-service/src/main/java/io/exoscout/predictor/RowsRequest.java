package io.exoscout.predictor;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.predictor.rows.SentRowList;
import org.jspecify.annotations.Nullable;

/**
 * Rows to score, as JSON.
 *
 * @param jobId the job that trained the model, or
 * @param model its id, an alias of it, or its label, of several the newest
 * @param rows objects of column and value
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RowsRequest(@Nullable String jobId, @Nullable String model, @Nullable SentRowList rows) {
}
