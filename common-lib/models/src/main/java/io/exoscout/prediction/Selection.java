package io.exoscout.prediction;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * From which probability on rows are selected, by the precision-recall curve of the job
 * that trained the model, out of fold: the lowest threshold where those selected are of a
 * class as often as was asked for, or the highest where as much of it is found.
 *
 * @param className the class that is selected
 * @param wanted the precision that was asked for, 0 to 1
 * @param wantedRecall the recall that was asked for in its place, 0 to 1
 * @param threshold rows whose probability of the class is at least this are selected
 * @param precision the share of rows so selected that were of the class, 0 to 1
 * @param recall the share of the class that was so selected, 0 to 1; as much is to be
 * expected of rows like those of the training table
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Selection(String className, @Nullable Double wanted, @Nullable Double wantedRecall, double threshold,
		double precision, double recall) {
}
