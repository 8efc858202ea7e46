package io.exoscout.predictor.features;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.prediction.TableContext;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for all rows of a feature matrix.
 *
 * @param jobId the job that trained the model
 * @param model the model's label
 * @param features what the numbers of each row are, in their order
 * @param ignoredColumns columns of the table the model does not look at
 * @param missingColumns columns it looks at that the table does not have, or that are
 * blank in all of its rows
 * @param notes what to know besides, in words; {@code null} if there is nothing
 * @param context among which objects these were seen, {@code null} where the model does
 * not look at other objects
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeatureHeader(String jobId, String model, List<String> features, List<String> ignoredColumns,
		List<String> missingColumns, @Nullable List<String> notes, @Nullable TableContext context) {
}
