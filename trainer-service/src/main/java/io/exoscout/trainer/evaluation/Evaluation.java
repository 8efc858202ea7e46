package io.exoscout.trainer.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import io.exoscout.fitting.Folds;
import io.exoscout.fitting.OutOfFold;
import io.exoscout.learning.Samples;
import io.exoscout.learning.Seed;
import io.exoscout.result.ByFigure;
import io.exoscout.result.FeatureLeaks;
import io.exoscout.result.FigureIntervals;
import io.exoscout.result.TrainingEvaluation;
import io.exoscout.result.TrainingEvaluation.FigureSpread;
import io.exoscout.result.TrainingEvaluation.FoldFigures;
import io.exoscout.worker.WorkStopped;
import io.exoscout.worker.WorkWatch;

/**
 * How the figures came about and what they are worth: the protocol, each fold for itself,
 * how much chance is in them, and what can be had without a model.
 *
 * @param samples the rows
 * @param folds how they were dealt out
 * @param predictions out of fold
 * @param figures of all predictions
 */
public record Evaluation(Samples samples, Folds folds, OutOfFold predictions, PredictionFigures figures) {

	private static final String PROTOCOL = "stratified %d-fold cross-validation grouped by star; calibrated within the training rows of each fold; figures from out-of-fold predictions, model refitted on all rows";

	/** Which of the job's seeds the resamples are drawn from; folds take the low ones. */
	private static final int RESAMPLES = 1_000;

	/**
	 * Computes all of it.
	 * @param seed the job's
	 * @param leaks what the features give away by themselves
	 * @param watch may stop it
	 * @throws WorkStopped if the watch said so
	 */
	public TrainingEvaluation measure(Seed seed, FeatureLeaks leaks, WorkWatch watch) {
		List<Map<String, Double>> perFold = new ArrayList<>();
		for (int fold = 0; fold < this.folds.count(); fold++) {
			watch.checkStopped();
			perFold.add(new PredictionFigures(this.predictions.only(this.folds.tested(fold))).all());
		}
		StarBootstrap bootstrap = new StarBootstrap(this.samples.stars(), seed.at(RESAMPLES).value());
		FigureIntervals intervals = new Intervals(this.figures, bootstrap).measure(watch);
		watch.checkStopped();
		Baselines baselines = new Baselines(this.samples, this.folds);
		List<String> notes = notes(perFold, baselines);
		return new TrainingEvaluation(String.format(Locale.ROOT, PROTOCOL, this.folds.count()), this.folds.count(),
				this.folds.stars(), this.samples.size(), classCounts(), perFold(perFold), spread(perFold), intervals,
				baselines.measure(), notes.isEmpty() ? null : notes, leaks);
	}

	private Map<String, Integer> classCounts() {
		Map<String, Integer> counts = new LinkedHashMap<>();
		int[] numbers = this.samples.classCounts();
		for (int c = 0; c < numbers.length; c++) {
			counts.put(this.samples.classNames().get(c), numbers[c]);
		}
		return counts;
	}

	private List<FoldFigures> perFold(List<Map<String, Double>> figures) {
		List<FoldFigures> perFold = new ArrayList<>();
		for (int fold = 0; fold < figures.size(); fold++) {
			int[] rows = this.folds.tested(fold);
			long stars = Arrays.stream(rows).mapToObj((row) -> this.samples.stars()[row]).distinct().count();
			perFold.add(new FoldFigures(fold + 1, rows.length, stars, ByFigure.of(figures.get(fold))));
		}
		return perFold;
	}

	/** Mean and standard deviation of each figure over the folds that have it. */
	private static ByFigure<FigureSpread> spread(List<Map<String, Double>> perFold) {
		Map<String, FigureSpread> spread = new LinkedHashMap<>();
		TreeSet<String> names = new TreeSet<>();
		perFold.forEach((fold) -> names.addAll(fold.keySet()));
		for (String name : names) {
			double[] values = perFold.stream()
				.mapToDouble((fold) -> fold.getOrDefault(name, Double.NaN))
				.filter((value) -> !Double.isNaN(value))
				.toArray();
			if (values.length > 1) {
				spread.put(name, spread(values));
			}
		}
		return ByFigure.of(spread);
	}

	private static FigureSpread spread(double[] values) {
		double mean = Arrays.stream(values).average().orElseThrow();
		double squares = Arrays.stream(values).map((value) -> (value - mean) * (value - mean)).sum();
		return new FigureSpread(mean, Math.sqrt(squares / (values.length - 1)));
	}

	private List<String> notes(List<Map<String, Double>> perFold, Baselines baselines) {
		List<String> notes = new ArrayList<>();
		if (perFold.stream().anyMatch((fold) -> !fold.containsKey("roc_auc"))) {
			notes.add("roc_auc and average_precision are left out where a fold lacks a class");
		}
		if (!baselines.hasArchiveScore()) {
			notes.add((this.samples.classNames().size() > 2)
					? "archive_score is left out: the archive's score does not tell several classes apart"
					: "archive_score is left out: the table has no score of the archive's own, such as koi_score");
		}
		return notes;
	}

}
