package io.exoscout.prediction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for all predictions of one request or job.
 *
 * @param jobId the job that trained the model
 * @param model the model's label
 * @param modelCreatedAt when the model was stored, since several may have that label;
 * {@code null} in jobs of earlier times
 * @param classNames its classes
 * @param ignoredColumns columns of the table the model does not look at
 * @param missingColumns columns it looks at that the table does not have, or that are
 * blank in all of its rows
 * @param information how much of the model's knowledge of the classes is left with these
 * columns, from 0 to 1: by how much the log loss is lower than that of the base rates,
 * compared with the whole model, out of fold; {@code null} in jobs of earlier times, as
 * are the two that follow
 * @param expectedAccuracy share of the training rows whose class is told with these
 * columns, out of fold; {@code null} where the model has kept no rows to find out
 * @param absentColumns missing columns that matter most, first the one that matters most
 * @param uninformativeRows how many rows hold so little that their probabilities say
 * little more than how common the classes are; {@code null} if there are none
 * @param notes what to know besides, in words; {@code null} if there is nothing
 * @param context among which objects these were seen, {@code null} where the model does
 * not look at other objects
 * @param drift how far the rows lie from those the model was trained on; {@code null} in
 * jobs of earlier times
 * @param selection from which probability on rows are selected, when that was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PredictionHeader(String jobId, String model, @Nullable Instant modelCreatedAt, List<String> classNames,
		List<String> ignoredColumns, List<String> missingColumns, @Nullable Double information,
		@Nullable Double expectedAccuracy, @Nullable List<AbsentColumn> absentColumns, @Nullable Long uninformativeRows,
		@Nullable List<String> notes, @Nullable TableContext context, @Nullable Drift drift,
		@Nullable Selection selection) {

	/**
	 * A column that a model looks at and a table lacks, wholly or in all of its rows.
	 *
	 * @param column its name
	 * @param importance share of the model's importance that lies in features which need
	 * it
	 */
	public record AbsentColumn(String column, double importance) {
	}

	/** The same header with which rows are selected, and what to know of that. */
	public PredictionHeader with(Selection selection) {
		PredictionHeader selecting = new PredictionHeader(this.jobId, this.model, this.modelCreatedAt, this.classNames,
				this.ignoredColumns, this.missingColumns, this.information, this.expectedAccuracy, this.absentColumns,
				this.uninformativeRows, this.notes, this.context, this.drift, selection);
		boolean whole = Objects.equals(this.information, 1.0);
		return selecting.noting(whole ? List.of()
				: List.of("The threshold, its precision and recall are those of the whole model, with all columns."));
	}

	/** The same header with more to know. */
	public PredictionHeader noting(List<String> more) {
		if (more.isEmpty()) {
			return this;
		}
		List<String> all = new ArrayList<>(Objects.requireNonNullElse(this.notes, List.of()));
		all.addAll(more);
		return new PredictionHeader(this.jobId, this.model, this.modelCreatedAt, this.classNames, this.ignoredColumns,
				this.missingColumns, this.information, this.expectedAccuracy, this.absentColumns,
				this.uninformativeRows, List.copyOf(all), this.context, this.drift, this.selection);
	}

}
