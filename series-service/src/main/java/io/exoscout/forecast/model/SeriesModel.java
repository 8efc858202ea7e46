package io.exoscout.forecast.model;

import java.util.List;
import java.util.Map;

import io.exoscout.series.FittedSeries;
import io.exoscout.series.SeriesOptions;
import org.jspecify.annotations.Nullable;

/**
 * A model: a fit for each series of a collection. The same points and options always make
 * the same model.
 *
 * @param collectionName whose points it was trained on
 * @param valueField where these have their values
 * @param timestampField where they have their times
 * @param groupBy where they say of which series they are, if there is more than one
 * @param calendar whether times are in seconds since 1970; else they are as they were
 * sent
 * @param options what the series were modelled with
 * @param groups the fits, by the keys of the series; the empty key where there is one
 * only
 * @param refusals series that could not be modelled
 */
public record SeriesModel(String collectionName, String valueField, String timestampField, @Nullable String groupBy,
		boolean calendar, SeriesOptions options, Map<String, FittedGroup> groups, List<RefusedGroup> refusals) {

	/**
	 * A series of a collection.
	 *
	 * @param fit its model
	 * @param points how many values it had
	 * @param gaps how often values were missing between two
	 * @param missing how many were
	 * @param duplicates how many points had the time of another one
	 * @param offGrid how many lay between two steps
	 * @param last the time of the last value
	 */
	public record FittedGroup(FittedSeries fit, int points, int gaps, long missing, int duplicates, int offGrid,
			double last) {
	}

	/**
	 * A series that could not be modelled.
	 *
	 * @param key which one
	 * @param code why, in a word
	 * @param reason why, for people
	 */
	public record RefusedGroup(String key, String code, String reason) {
	}

}
