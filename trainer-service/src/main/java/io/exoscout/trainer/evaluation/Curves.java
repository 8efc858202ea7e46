package io.exoscout.trainer.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

import io.exoscout.fitting.OutOfFold;
import io.exoscout.result.CurvePoints;
import io.exoscout.result.CurvePoints.PrecisionRecallPoint;
import io.exoscout.result.CurvePoints.RocPoint;
import io.exoscout.result.CurvePoints.ThresholdCounts;
import io.exoscout.result.ReliabilityBin;
import org.jspecify.annotations.Nullable;
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

	/** Between the thresholds that confusions are counted at. */
	private static final int STEPS = 200;

	/** What is a threshold up to this reaches it. */
	private static final double ROUNDING = 1e-9;

	public CurvePoints points() {
		return new CurvePoints(byClass(this::roc), byClass(this::precisionRecall), byClass(this::reliability),
				byClass(this::confusion));
	}

	private <P> Map<String, P> byClass(IntFunction<P> curve) {
		Map<String, P> byClass = new LinkedHashMap<>();
		this.predictions.judged().forEach((label) -> byClass.put(this.classNames.get(label), curve.apply(label)));
		return byClass;
	}

	private List<RocPoint> roc(int label) {
		ROC roc = LabelEvaluationUtil.generateROCCurve(this.predictions.are(label),
				this.predictions.probabilityOf(label));
		// equal steps along the curve, so that its bend is drawn as well as its ends
		int[] kept = thinned(roc.fpr.length, (i) -> roc.fpr[i] + roc.tpr[i]);
		return Arrays.stream(kept)
			.mapToObj((i) -> new RocPoint(roc.fpr[i], roc.tpr[i], threshold(roc.thresholds, i)))
			.toList();
	}

	private List<PrecisionRecallPoint> precisionRecall(int label) {
		PRCurve curve = LabelEvaluationUtil.generatePRCurve(this.predictions.are(label),
				this.predictions.probabilityOf(label));
		int[] kept = thinned(curve.recall.length, (i) -> -curve.recall[i]);
		return Arrays.stream(kept)
			.mapToObj((i) -> new PrecisionRecallPoint(curve.recall[i], curve.precision[i],
					threshold(curve.thresholds, i)))
			.toList();
	}

	private List<ReliabilityBin> reliability(int label) {
		return this.predictions.ranking(label).reliability();
	}

	private ThresholdCounts confusion(int label) {
		boolean[] are = this.predictions.are(label);
		double[] probabilities = this.predictions.probabilityOf(label);
		int[] of = new int[STEPS + 1];
		int[] others = new int[STEPS + 1];
		for (int row = 0; row < are.length; row++) {
			// called so up to this threshold
			int last = Math.min(STEPS, (int) Math.floor(probabilities[row] * STEPS + ROUNDING));
			(are[row] ? of : others)[last]++;
		}
		ThresholdCounts counts = new ThresholdCounts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
				new ArrayList<>(), new ArrayList<>());
		int called = Arrays.stream(of).sum();
		int wronglyCalled = Arrays.stream(others).sum();
		int all = called;
		int rest = wronglyCalled;
		for (int step = 0; step <= STEPS; step++) {
			counts.threshold().add((double) step / STEPS);
			counts.truePositives().add(called);
			counts.falsePositives().add(wronglyCalled);
			counts.trueNegatives().add(rest - wronglyCalled);
			counts.falseNegatives().add(all - called);
			called -= of[step];
			wronglyCalled -= others[step];
		}
		return counts;
	}

	/** The threshold of a point; none where it takes nothing in. */
	private static @Nullable Double threshold(double[] thresholds, int point) {
		return (point < thresholds.length && thresholds[point] <= 1) ? thresholds[point] : null;
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
