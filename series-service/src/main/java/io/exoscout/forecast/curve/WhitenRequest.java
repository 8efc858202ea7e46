package io.exoscout.forecast.curve;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.forecast.collection.Members;
import io.exoscout.forecast.collection.SeriesLimits;
import io.exoscout.series.RegularSeries;
import io.exoscout.series.SeriesOptions;
import io.exoscout.series.TimeGrid;
import io.exoscout.series.Whitening;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A light curve to whiten.
 *
 * @param time when values were measured, in days or any unit
 * @param flux the values, as many; null where there is none
 * @param order how many values before one count; by an information criterion, up to 20,
 * if it is not told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WhitenRequest(@Nullable List<@Nullable Double> time, @Nullable List<@Nullable Double> flux,
		@Schema(implementation = Integer.class, minimum = "1", maximum = "150") @Nullable Double order) {

	WhitenedCurve whiten(SeriesLimits limits) {
		double[] times = NumberList.finite("time", Members.required("time", this.time));
		List<@Nullable Double> sent = Members.required("flux", this.flux);
		if (sent.size() != times.length) {
			throw Members.refused("flux", "Field 'flux' has %d values, and 'time' %d; they go together one by one."
				.formatted(sent.size(), times.length));
		}
		double[] values = new double[times.length];
		for (int i = 0; i < values.length; i++) {
			Double value = sent.get(i);
			values[i] = (value != null) ? Members.finite("flux[%d]".formatted(i), value) : Double.NaN;
		}
		int asked = Members.between("order", this.order, 0, 1, SeriesOptions.MOST_WINDOW);
		long looked = (asked > 0) ? asked : Whitening.TRIED;
		limits.requireWork(times.length * looked * looked);
		RegularSeries series = TimeGrid.of(times, values);
		return WhitenedCurve.of(series, Whitening.of(series, times.length, asked));
	}

}
