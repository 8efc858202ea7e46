package io.exoscout.study.peers;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import io.exoscout.fitting.Folds;
import io.exoscout.fitting.OutOfFold;
import io.exoscout.learning.Fit;
import io.exoscout.learning.FitMonitor;
import io.exoscout.learning.Learner;
import io.exoscout.learning.Samples;
import io.exoscout.learning.Seed;
import io.exoscout.learning.TrainingSet;
import io.exoscout.study.EndlessWatch;
import io.exoscout.trainer.evaluation.SideBySide;

/**
 * One of our learners. Counted is the whole fit as it is in a training job: binning, or
 * handing over to XGBoost; trees; conversion and its check.
 *
 * @param name of the algorithm
 * @param learner with its settings
 * @param samples the rows
 * @param folds how they are dealt out
 */
record OurLearner(String name, Learner learner, Samples samples, Folds folds) implements Contender {

	@Override
	public double fitOne(int fold, int seed) {
		long began = System.nanoTime();
		fit(fold, seed, new FitMonitor());
		return secondsSince(began);
	}

	/** Side by side, each fit on one thread, as in a training job. */
	@Override
	public AllFolds fitAll(int threads, int seed) {
		FitMonitor monitor = new FitMonitor();
		List<Callable<Fit>> fits = IntStream.range(0, this.folds.count())
			.mapToObj((fold) -> (Callable<Fit>) () -> fit(fold, seed, monitor))
			.toList();
		long began = System.nanoTime();
		List<Fit> fitted = new SideBySide(threads, monitor, EndlessWatch.WATCH).run(fits, () -> {
		});
		return new AllFolds(secondsSince(began), predictions(fitted));
	}

	private Fit fit(int fold, int seed, FitMonitor monitor) {
		return this.learner.fit(TrainingSet.of(this.samples, this.folds.trained(fold)), new Seed(seed).at(fold),
				monitor);
	}

	private OutOfFold predictions(List<Fit> fitted) {
		double[][] probabilities = new double[this.samples.size()][this.samples.classNames().size()];
		float[] vector = new float[this.samples.features().size()];
		for (int row = 0; row < probabilities.length; row++) {
			this.samples.copyRow(row, vector);
			fitted.get(this.folds.of()[row]).forests().predict(vector, probabilities[row]);
		}
		return new OutOfFold(this.samples.labels(), probabilities);
	}

	private static double secondsSince(long began) {
		return (System.nanoTime() - began) / 1e9;
	}

}
