package io.exoscout.prediction;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for all predictions of one request or job.
 *
 * @param jobId the job that trained the model
 * @param model the model's label
 * @param classNames its classes
 * @param ignoredColumns columns of the table the model does not look at
 * @param missingColumns columns it looks at that the table does not have; it takes them
 * as unknown
 * @param context among which objects these were seen, {@code null} where the model does
 * not look at other objects
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PredictionHeader(String jobId, String model, List<String> classNames, List<String> ignoredColumns,
		List<String> missingColumns, @Nullable TableContext context) {
}
