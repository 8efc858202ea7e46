package io.exoscout.predictor;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.predictor.rows.SentRowList;
import org.jspecify.annotations.Nullable;

/**
 * Rows to score, as JSON.
 *
 * @param jobId the job that trained the model, or
 * @param model its id, an alias of it, or its label, of several the newest
 * @param rows objects of column and value, or
 * @param search the job that searched a light curve, whose signals are the rows: in the
 * names and units of its mission's table, as its result has them as CSV
 * @param signals the numbers of those that are meant; without it all but false alarms
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RowsRequest(@Nullable String jobId, @Nullable String model, @Nullable SentRowList rows, @Nullable String search,
		@Nullable List<Integer> signals) {
}
