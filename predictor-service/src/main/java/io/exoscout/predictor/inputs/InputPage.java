package io.exoscout.predictor.inputs;

import java.util.List;
import java.util.Map;

import io.exoscout.archive.Mission;
import org.jspecify.annotations.Nullable;

/**
 * What can be put into a model, for those who want to try.
 *
 * @param jobId the job that trained it
 * @param model its label
 * @param mission whose tables it scores
 * @param classNames what it tells apart
 * @param columns the columns of a row, those first that matter most
 * @param examples rows that it was trained on: known planets, then what is known to be
 * none; of either one that it finds unlikely, one typical and one likely to be a planet
 */
record InputPage(String jobId, String model, Mission mission, List<String> classNames, List<InputColumn> columns,
		List<Example> examples) {

	/**
	 * A column of a row.
	 *
	 * @param name the archive's name for it
	 * @param unit of its values, blank where there is none
	 * @param meaning what it holds, in words
	 * @param core whether a prediction without it makes no sense
	 * @param importance of all features that need it, 0 to 1
	 * @param missing the share of the training rows that have no value
	 * @param quantiles 21 of the values of the training rows, from the lowest to the
	 * highest; none where these are not kept, or all are blank
	 */
	record InputColumn(String name, String unit, String meaning, boolean core, double importance,
			@Nullable Double missing, List<Float> quantiles) {
	}

	/**
	 * A row to begin with.
	 *
	 * @param label what the archive says of it
	 * @param probability how likely the model finds it to be a planet; it has seen it
	 * @param row its values by column, as the predictor takes them; {@code null} where
	 * there is none
	 */
	record Example(String label, double probability, Map<String, @Nullable Float> row) {
	}

}
