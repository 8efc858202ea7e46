package io.exoscout.trainer.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.exoscout.fitting.OutOfFold;
import io.exoscout.fitting.RankingQuality;
import io.exoscout.result.ByFigure;
import io.exoscout.result.RankedFigures;
import io.exoscout.result.RankedFigures.PrecisionAtTop;
import io.exoscout.result.RankedFigures.RecallAtPrecision;

/**
 * Single figures about predictions. Where a figure is about one class against the rest,
 * it is about the last of two classes, and the plain mean over several.
 */
public final class PredictionFigures {

	/** Precisions that recall is reported at. */
	private static final List<Double> PRECISIONS = List.of(0.99, 0.97);

	/** Lengths of the ranking's head that precision is reported of. */
	private static final List<Integer> TOPS = List.of(50, 100, 200);

	/** Keeps the log loss finite where a model was sure and wrong. */
	private static final double SURE = 1e-15;

	private final OutOfFold predictions;

	private final int[] predicted;

	/** Negative logarithm of the probability given to each row's class. */
	private final double[] surprises;

	private final int[] weights;

	private final List<RankingQuality> rankings;

	public PredictionFigures(OutOfFold predictions) {
		this.predictions = predictions;
		this.predicted = predictions.predicted();
		this.surprises = IntStream.range(0, predictions.size()).mapToDouble(this::surprise).toArray();
		this.weights = new int[predictions.size()];
		Arrays.fill(this.weights, 1);
		this.rankings = predictions.judged().mapToObj(predictions::ranking).toList();
	}

	private PredictionFigures(PredictionFigures figures, int[] weights) {
		this.predictions = figures.predictions;
		this.predicted = figures.predicted;
		this.surprises = figures.surprises;
		this.weights = weights;
		this.rankings = figures.rankings.stream().map((ranking) -> ranking.weighted(weights)).toList();
	}

	/** The figures when each row counts as often as said. */
	PredictionFigures weighted(int[] times) {
		return new PredictionFigures(this, times);
	}

	/** All single figures that are defined, by name. */
	public Map<String, Double> all() {
		ConfusionCounts report = report();
		Map<String, Double> all = new TreeMap<>();
		all.put("f1_score", report.weighted().f1Score());
		all.put("accuracy", report.accuracy());
		all.put("log_loss", logLoss());
		all.put("brier", brier());
		all.put("calibration_error", calibrationError());
		rocAuc().ifPresent((value) -> all.put("roc_auc", value));
		averagePrecision().ifPresent((value) -> all.put("average_precision", value));
		return all;
	}

	/** All figures. */
	public RankedFigures ranked() {
		return new RankedFigures(ByFigure.of(all()), recallsAtPrecision(), precisionsAtTop());
	}

	private List<RecallAtPrecision> recallsAtPrecision() {
		List<RecallAtPrecision> recalls = new ArrayList<>();
		recalls().forEach((precision, recall) -> recalls.add(new RecallAtPrecision(precision, recall)));
		return recalls;
	}

	private List<PrecisionAtTop> precisionsAtTop() {
		List<PrecisionAtTop> precisions = new ArrayList<>();
		for (int top : TOPS) {
			precisionAt(top).ifPresent((precision) -> precisions.add(new PrecisionAtTop(top, precision)));
		}
		return precisions;
	}

	/** Recall by the precision that is asked for; empty where a class has no row. */
	Map<Double, Double> recalls() {
		Map<Double, Double> recalls = new LinkedHashMap<>();
		for (double precision : PRECISIONS) {
			recallAtPrecision(precision).ifPresent((recall) -> recalls.put(precision, recall));
		}
		return recalls;
	}

	public ConfusionCounts report() {
		return ConfusionCounts.of(this.predictions.classes(), this.predictions.labels(), this.predicted, this.weights);
	}

	/**
	 * See {@link RankingQuality#rocAuc()}; empty where it is so for one of the classes.
	 */
	public OptionalDouble rocAuc() {
		return mean(RankingQuality::rocAuc);
	}

	/**
	 * See {@link RankingQuality#averagePrecision()}; empty where it is so for one of the
	 * classes.
	 */
	OptionalDouble averagePrecision() {
		return mean(RankingQuality::averagePrecision);
	}

	/** See {@link RankingQuality#recallAtPrecision}. */
	OptionalDouble recallAtPrecision(double precision) {
		return mean((ranking) -> ranking.recallAtPrecision(precision));
	}

	/** See {@link RankingQuality#precisionAt}. */
	OptionalDouble precisionAt(int top) {
		return mean((ranking) -> ranking.precisionAt(top));
	}

	/** Mean negative logarithm of the probability given to the true class. */
	public double logLoss() {
		double sum = 0;
		long rows = 0;
		for (int row = 0; row < this.weights.length; row++) {
			sum += this.weights[row] * this.surprises[row];
			rows += this.weights[row];
		}
		return sum / rows;
	}

	/**
	 * Mean squared error of the probabilities (Brier 1950), halved: for two classes that
	 * of the positive one.
	 */
	double brier() {
		double sum = this.rankings.stream().mapToDouble(RankingQuality::brier).sum();
		return (this.rankings.size() == 1) ? sum : sum / 2;
	}

	/** Expected calibration error over 15 bins of equal width. */
	public double calibrationError() {
		return this.rankings.stream().mapToDouble(RankingQuality::calibrationError).average().orElseThrow();
	}

	private double surprise(int row) {
		double p = this.predictions.probabilities()[row][this.predictions.labels()[row]];
		return -Math.log(Math.min(Math.max(p, SURE), 1 - SURE));
	}

	private OptionalDouble mean(Function<RankingQuality, OptionalDouble> figure) {
		List<OptionalDouble> figures = this.rankings.stream().map(figure).toList();
		return figures.stream().allMatch(OptionalDouble::isPresent)
				? figures.stream().mapToDouble(OptionalDouble::orElseThrow).average() : OptionalDouble.empty();
	}

}
