package io.exoscout.trainer.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.exoscout.worker.WorkStopped;
import io.exoscout.worker.WorkWatch;

/**
 * How far the figures could have come out otherwise, had the archive looked at other
 * stars of the same kind. The models stay the same in all resamples.
 *
 * @param figures the figures
 * @param bootstrap draws the stars
 */
record Intervals(Figures figures, StarBootstrap bootstrap) {

	private static final String METHOD = "percentile bootstrap of the out-of-fold predictions by star; the interval of calibration_error is moved onto the figure, because resampling adds noise to it";

	private record Resample(Map<String, Double> single, Map<Double, Double> recalls) {
	}

	/**
	 * Resamples.
	 * @param watch asked before each resample
	 * @return an interval for each figure that is defined
	 * @throws WorkStopped if the watch said so
	 */
	Map<String, Object> asMap(WorkWatch watch) {
		List<Resample> drawn = this.bootstrap.draw((weights) -> {
			watch.checkStopped();
			Figures resampled = this.figures.weighted(weights);
			return new Resample(resampled.all(), resampled.recalls());
		});
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("method", METHOD);
		map.put("level", Interval.LEVEL);
		map.put("resamples", drawn.size());
		this.figures.all().forEach((name, figure) -> {
			double[] values = values(drawn, (resample) -> resample.single().getOrDefault(name, Double.NaN));
			map.put(name,
					bounds(name.equals("calibration_error") ? Interval.around(figure, values) : Interval.of(values)));
		});
		map.put("recall_at_precision", this.figures.recalls().keySet().stream().map((precision) -> {
			Map<String, Object> recall = new LinkedHashMap<>();
			recall.put("precision", precision);
			double[] values = values(drawn, (resample) -> resample.recalls().getOrDefault(precision, Double.NaN));
			recall.putAll(bounds(Interval.of(values)));
			return recall;
		}).toList());
		return map;
	}

	/** A figure in those resamples that have it. */
	private static double[] values(List<Resample> drawn, ToDoubleFunction<Resample> figure) {
		return drawn.stream().mapToDouble(figure).filter((value) -> !Double.isNaN(value)).toArray();
	}

	private static Map<String, Object> bounds(Interval interval) {
		Map<String, Object> bounds = new LinkedHashMap<>();
		bounds.put("lower", interval.lower());
		bounds.put("upper", interval.upper());
		return bounds;
	}

}
