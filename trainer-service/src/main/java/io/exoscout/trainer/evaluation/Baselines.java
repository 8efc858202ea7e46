package io.exoscout.trainer.evaluation;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.exoscout.fitting.Folds;
import io.exoscout.fitting.OutOfFold;
import io.exoscout.learning.Samples;
import io.exoscout.learning.TrainingSet;
import io.exoscout.result.ByFigure;
import io.exoscout.result.FigureBaselines;
import io.exoscout.result.FigureBaselines.ArchiveScore;
import io.exoscout.result.RankedFigures;

/**
 * What can be had without a model, judged on the same rows: a figure is worth what it is
 * above these.
 *
 * @param samples the rows
 * @param folds how they were dealt out
 */
public record Baselines(Samples samples, Folds folds) {

	private static final String ARCHIVE_REMARK = "the archive's own score is no independent opinion: the verdicts were made with it; rows without a score rank lowest";

	/**
	 * The most frequent class, and the archive's score where the table has one and there
	 * are two classes.
	 */
	public FigureBaselines measure() {
		return new FigureBaselines(majorityClass(), hasArchiveScore() ? archiveScore() : null);
	}

	/** Whether the archive has a score to compare with. */
	boolean hasArchiveScore() {
		return this.samples.classNames().size() == 2
				&& IntStream.range(0, this.samples.size()).anyMatch((row) -> !Double.isNaN(scoreOf(row)));
	}

	/** Always says how common each class is among the rows trained on. */
	private RankedFigures majorityClass() {
		double[][] said = IntStream.range(0, this.folds.count())
			.mapToObj((fold) -> TrainingSet.of(this.samples, this.folds.trained(fold)).classCounts())
			.map(Baselines::shares)
			.toArray(double[][]::new);
		ByFigure<Double> each = figures((row) -> said[this.folds.of()[row]]).ranked().single();
		// that the shares differ a little between folds does not put rows in order
		RankedFigures order = figures((row) -> said[0]).ranked();
		ByFigure<Double> single = new ByFigure<>(each.accuracy(), order.single().averagePrecision(), each.brier(),
				each.calibrationError(), each.f1Score(), each.logLoss(), order.single().rocAuc());
		return new RankedFigures(single, order.recallAtPrecision(), order.precisionAt());
	}

	/**
	 * Ranks by the archive's score. That is no probability, which leaves log loss and
	 * calibration out.
	 */
	private ArchiveScore archiveScore() {
		double[] scores = IntStream.range(0, this.samples.size()).mapToDouble(this::scoreOf).toArray();
		RankedFigures figures = figures((row) -> {
			double score = Double.isNaN(scores[row]) ? 0 : scores[row];
			return new double[] { 1 - score, score };
		}).ranked();
		ByFigure<Double> single = figures.single();
		return new ArchiveScore(single.accuracy(), single.averagePrecision(), single.brier(), single.f1Score(),
				single.rocAuc(), figures.recallAtPrecision(), figures.precisionAt(),
				Arrays.stream(scores).filter(Double::isNaN).count(), ARCHIVE_REMARK);
	}

	/** The archive's score; {@code NaN} where there is none, or one that can not be. */
	private double scoreOf(int row) {
		float score = this.samples.archiveScores()[row];
		return (score >= 0 && score <= 1) ? score : Double.NaN;
	}

	private PredictionFigures figures(IntFunction<double[]> probabilities) {
		return new PredictionFigures(new OutOfFold(this.samples.labels(),
				IntStream.range(0, this.samples.size()).mapToObj(probabilities).toArray(double[][]::new)));
	}

	private static double[] shares(int[] counts) {
		int rows = IntStream.of(counts).sum();
		return IntStream.of(counts).mapToDouble((count) -> (double) count / rows).toArray();
	}

}
