package io.exoscout.forecast.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.exoscout.series.RegularSeries;
import io.exoscout.series.Whitening;
import org.jspecify.annotations.Nullable;

/**
 * A light curve without what can be told from the values before.
 *
 * @param residuals one for each value sent, in its unit; null where there is none
 * @param order how many values before count
 * @param weights of these, the newest first
 * @param mean about which the curve swings
 * @param whitened how many residuals there are
 * @param scatter the standard deviation of the values that have a residual
 * @param scatterLeft that of the residuals
 * @param autocorrelation of the values with those one step before
 * @param autocorrelationLeft the same of the residuals, near 0 where they are white
 * @param step from one value to the next, in the unit of the times
 * @param gaps how often values are missing between two
 * @param missing how many are
 * @param duplicates how many values had the time of another one; of such the mean counts
 * @param offGrid how many values lay between two steps
 */
record WhitenedCurve(List<@Nullable Double> residuals, int order, List<Double> weights, double mean, int whitened,
		double scatter, double scatterLeft, double autocorrelation, double autocorrelationLeft, double step, int gaps,
		long missing, int duplicates, int offGrid) {

	static WhitenedCurve of(RegularSeries series, Whitening whitening) {
		List<@Nullable Double> residuals = new ArrayList<>(whitening.residuals().length);
		for (double residual : whitening.residuals()) {
			residuals.add(Double.isNaN(residual) ? null : residual);
		}
		return new WhitenedCurve(residuals, whitening.order(), Arrays.stream(whitening.weights()).boxed().toList(),
				whitening.mean(), whitening.whitened(), whitening.scatter(), whitening.left(), whitening.correlation(),
				whitening.correlationLeft(), series.step(), series.gaps(), series.missing(), series.duplicates(),
				series.offGrid());
	}

}
