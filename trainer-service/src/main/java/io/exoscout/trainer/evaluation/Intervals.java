package io.exoscout.trainer.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.exoscout.result.ByFigure;
import io.exoscout.result.FigureIntervals;
import io.exoscout.result.FigureIntervals.Bounds;
import io.exoscout.result.FigureIntervals.RecallBounds;
import io.exoscout.worker.WorkStopped;
import io.exoscout.worker.WorkWatch;

/**
 * How far the figures could have come out otherwise, had the archive looked at other
 * stars of the same kind. The models stay the same in all resamples.
 *
 * @param figures the figures
 * @param bootstrap draws the stars
 */
record Intervals(PredictionFigures figures, StarBootstrap bootstrap) {

	private static final String METHOD = "percentile bootstrap of the out-of-fold predictions by star; the interval of calibration_error is moved onto the figure, because resampling adds noise to it";

	private record Resample(Map<String, Double> single, Map<Double, Double> recalls) {
	}

	/**
	 * Resamples.
	 * @param watch asked before each resample
	 * @return an interval for each figure that is defined
	 * @throws WorkStopped if the watch said so
	 */
	FigureIntervals measure(WorkWatch watch) {
		List<Resample> drawn = this.bootstrap.draw((weights) -> {
			watch.checkStopped();
			PredictionFigures resampled = this.figures.weighted(weights);
			return new Resample(resampled.all(), resampled.recalls());
		});
		Map<String, Bounds> bounds = new LinkedHashMap<>();
		this.figures.all().forEach((name, figure) -> {
			double[] values = values(drawn, (resample) -> resample.single().getOrDefault(name, Double.NaN));
			Interval interval = name.equals("calibration_error") ? Interval.around(figure, values)
					: Interval.of(values);
			bounds.put(name, new Bounds(interval.lower(), interval.upper()));
		});
		return new FigureIntervals(METHOD, Interval.LEVEL, drawn.size(), ByFigure.of(bounds),
				this.figures.recalls().keySet().stream().map((precision) -> recall(precision, drawn)).toList());
	}

	private static RecallBounds recall(double precision, List<Resample> drawn) {
		Interval interval = Interval
			.of(values(drawn, (resample) -> resample.recalls().getOrDefault(precision, Double.NaN)));
		return new RecallBounds(precision, interval.lower(), interval.upper());
	}

	/** A figure in those resamples that have it. */
	private static double[] values(List<Resample> drawn, ToDoubleFunction<Resample> figure) {
		return drawn.stream().mapToDouble(figure).filter((value) -> !Double.isNaN(value)).toArray();
	}

}
