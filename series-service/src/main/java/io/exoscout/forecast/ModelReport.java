package io.exoscout.forecast;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.exoscout.forecast.model.SeriesModel;
import io.exoscout.forecast.model.SeriesModelCard;
import io.exoscout.series.ForecastErrors;
import io.exoscout.series.FittedSeries;
import io.exoscout.series.SeriesOptions;
import org.jspecify.annotations.Nullable;

/**
 * What a model of series is, and how good.
 *
 * @param modelId the digest of its file
 * @param createdAt when it was trained last
 * @param collectionName whose points it was trained on
 * @param valueField where these have their values
 * @param timestampField where they have their times
 * @param groupBy what tells several series apart
 * @param windowSize how many values a forecast looks at
 * @param season how many steps a season has; none if it was not told
 * @param horizon how many steps ahead forecasts go
 * @param neededValues how many consecutive values a forecast needs
 * @param timeUnit {@code seconds}, or {@code as_sent} where times were plain numbers
 * @param groups what became of each series
 * @param refused series that could not be modelled
 */
record ModelReport(String modelId, Instant createdAt, String collectionName, String valueField, String timestampField,
		@Nullable String groupBy, int windowSize, @Nullable Integer season, int horizon, int neededValues,
		String timeUnit, List<GroupReport> groups, List<RefusedGroup> refused) {

	static ModelReport of(SeriesModelCard card, SeriesModel model) {
		SeriesOptions options = model.options();
		return new ModelReport(card.modelId(), card.createdAt(), model.collectionName(), model.valueField(),
				model.timestampField(), model.groupBy(), options.window(),
				(options.season() > 0) ? options.season() : null, options.horizon(), options.context(),
				model.calendar() ? "seconds" : "as_sent",
				model.groups()
					.entrySet()
					.stream()
					.map((group) -> GroupReport.of(group.getKey(), group.getValue()))
					.toList(),
				model.refusals()
					.stream()
					.map((refusal) -> new RefusedGroup(refusal.key(), refusal.code(), refusal.reason()))
					.toList());
	}

	/**
	 * What became of a series.
	 *
	 * @param key which one; empty where there is one only
	 * @param points how many values it has
	 * @param trainingSamples how many of them have a whole window before them, and were
	 * fitted in the end
	 * @param testSamples how many of these the figures are of: the last 30 %, forecast by
	 * a fit on what comes before
	 * @param step from one value to the next
	 * @param gaps how often values are missing between two
	 * @param missing how many are
	 * @param duplicates how many points had the time of another one; of such the mean
	 * counts
	 * @param offGrid how many points lay between two steps
	 * @param chosen the way that forecast best in the blocks that decide
	 * @param finalLoss the mean square that the last fit leaves of values it has seen
	 * @param metrics how good forecasts were of values that the fit had not seen
	 * @param coverage how often the intervals of 90 % held what came, from 0 to 1
	 * @param baselines how good the ways that need no fit were on the same values
	 */
	record GroupReport(String key, int points, int trainingSamples, int testSamples, double step, int gaps,
			long missing, int duplicates, int offGrid, String chosen, double finalLoss, ForecastErrors metrics,
			double coverage, Map<String, ForecastErrors> baselines) {

		static GroupReport of(String key, SeriesModel.FittedGroup group) {
			FittedSeries fit = group.fit();
			return new GroupReport(key, group.points(), fit.training(), fit.tested(), fit.step(), group.gaps(),
					group.missing(), group.duplicates(), group.offGrid(), fit.method().id(), fit.finalLoss(),
					fit.accuracy(), fit.coverage(),
					fit.baselines()
						.entrySet()
						.stream()
						.collect(Collectors.toMap((baseline) -> baseline.getKey().id(), Map.Entry::getValue)));
		}

	}

	/**
	 * A series that could not be modelled.
	 *
	 * @param key which one
	 * @param code why, in a word
	 * @param reason why
	 */
	record RefusedGroup(String key, String code, String reason) {
	}

}
