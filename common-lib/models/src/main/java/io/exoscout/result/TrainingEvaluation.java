package io.exoscout.result;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * How the figures came about and what they are worth.
 *
 * @param protocol how they were measured, for a person
 * @param folds how many parts the rows were dealt out to
 * @param groups how many stars there are; all rows of one are in one fold
 * @param rows how many objects were trained on
 * @param classCounts how many of them are of each class, by its name
 * @param perFold the figures of each fold for itself
 * @param spread mean and standard deviation over the folds
 * @param intervals how far the figures could have come out otherwise
 * @param baselines what can be had without a model
 * @param notes what else to bear in mind, for a person; left out where there is nothing
 * @param leakAudit what the features give away by themselves
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingEvaluation(String protocol, int folds, int groups, int rows, Map<String, Integer> classCounts,
		List<FoldFigures> perFold, ByFigure<FigureSpread> spread, FigureIntervals intervals, FigureBaselines baselines,
		@Nullable List<String> notes, FeatureLeaks leakAudit) {

	/**
	 * The figures of one fold.
	 *
	 * @param fold its number, from 1
	 * @param rows how many objects it has
	 * @param stars how many stars they belong to
	 * @param figures of its rows, by the model that was fitted to the others
	 */
	public record FoldFigures(int fold, int rows, long stars, @JsonUnwrapped ByFigure<Double> figures) {
	}

	/**
	 * How a figure differs from fold to fold.
	 *
	 * @param mean over the folds that have it
	 * @param standardDeviation of the sample
	 */
	public record FigureSpread(double mean, double standardDeviation) {
	}

}
