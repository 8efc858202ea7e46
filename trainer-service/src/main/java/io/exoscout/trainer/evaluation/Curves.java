package io.exoscout.trainer.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

import io.exoscout.fitting.OutOfFold;
import io.exoscout.fitting.ReliabilityBin;
import org.tribuo.classification.evaluation.LabelEvaluationUtil;
import org.tribuo.classification.evaluation.LabelEvaluationUtil.PRCurve;
import org.tribuo.classification.evaluation.LabelEvaluationUtil.ROC;

/**
 * Curves for drawing, by class name, thinned out to a bounded number of points: for two
 * classes those of the last one, for more those of each against the rest.
 */
public record Curves(OutOfFold predictions, List<String> classNames) {

	/** More points than this can not be told apart on a screen. */
	static final int MAX_POINTS = 200;

	public Map<String, Object> asMap() {
		Map<String, Object> curves = new LinkedHashMap<>();
		curves.put("roc", byClass(this::roc));
		curves.put("precision_recall", byClass(this::precisionRecall));
		curves.put("reliability", byClass(this::reliability));
		return curves;
	}

	private Map<String, Object> byClass(IntFunction<List<Map<String, Object>>> curve) {
		Map<String, Object> byClass = new LinkedHashMap<>();
		this.predictions.judged().forEach((label) -> byClass.put(this.classNames.get(label), curve.apply(label)));
		return byClass;
	}

	private List<Map<String, Object>> roc(int label) {
		ROC roc = LabelEvaluationUtil.generateROCCurve(this.predictions.are(label),
				this.predictions.probabilityOf(label));
		// equal steps along the curve, so that its bend is drawn as well as its ends
		int[] kept = thinned(roc.fpr.length, (i) -> roc.fpr[i] + roc.tpr[i]);
		List<Map<String, Object>> points = new ArrayList<>();
		for (int i : kept) {
			points.add(point("false_positive_rate", roc.fpr[i], "true_positive_rate", roc.tpr[i], roc.thresholds[i]));
		}
		return points;
	}

	private List<Map<String, Object>> precisionRecall(int label) {
		PRCurve curve = LabelEvaluationUtil.generatePRCurve(this.predictions.are(label),
				this.predictions.probabilityOf(label));
		int[] kept = thinned(curve.recall.length, (i) -> -curve.recall[i]);
		List<Map<String, Object>> points = new ArrayList<>();
		for (int i : kept) {
			double threshold = (i < curve.thresholds.length) ? curve.thresholds[i] : Double.POSITIVE_INFINITY;
			points.add(point("recall", curve.recall[i], "precision", curve.precision[i], threshold));
		}
		return points;
	}

	private List<Map<String, Object>> reliability(int label) {
		List<Map<String, Object>> points = new ArrayList<>();
		for (ReliabilityBin bin : this.predictions.ranking(label).reliability()) {
			Map<String, Object> point = new LinkedHashMap<>();
			point.put("lower", bin.lower());
			point.put("upper", bin.upper());
			point.put("rows", bin.rows());
			point.put("mean_probability", bin.meanProbability());
			point.put("fraction_of_class", bin.fractionOfClass());
			points.add(point);
		}
		return points;
	}

	/** A point; no threshold where it takes nothing in. */
	private static Map<String, Object> point(String x, double xValue, String y, double yValue, double threshold) {
		Map<String, Object> point = new LinkedHashMap<>();
		point.put(x, xValue);
		point.put(y, yValue);
		if (threshold <= 1) {
			point.put("threshold", threshold);
		}
		return point;
	}

	/**
	 * First, last, and of the points between those that come first after each equal step.
	 */
	private static int[] thinned(int points, IntToDoubleFunction along) {
		List<Integer> kept = new ArrayList<>();
		double begin = along.applyAsDouble(0);
		double step = (along.applyAsDouble(points - 1) - begin) / (MAX_POINTS - 2);
		double next = begin;
		for (int i = 0; i < points; i++) {
			if (i == points - 1 || (along.applyAsDouble(i) >= next && kept.size() < MAX_POINTS - 1)) {
				kept.add(i);
				next = Math.max(next + step, along.applyAsDouble(i));
			}
		}
		return kept.stream().mapToInt(Integer::intValue).toArray();
	}

}
