package io.exoscout.trainer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import io.exoscout.model.Calibration;
import io.exoscout.model.Forests;

/**
 * Fits one model per fold, which scores the rows it has not seen, and one on all rows,
 * which is shipped. All are fitted side by side.
 */
final class CrossValidation {

	private final Samples samples;

	private final Folds folds;

	private final Learner learner;

	private final Seed seed;

	private final double[][] probabilities;

	private final FitMonitor monitor = new FitMonitor();

	private final AtomicInteger foldsDone = new AtomicInteger();

	private final long begun = System.nanoTime();

	private volatile double foldSeconds;

	private volatile double finalSeconds;

	CrossValidation(Samples samples, Folds folds, Learner learner, Seed seed) {
		this.samples = samples;
		this.folds = folds;
		this.learner = learner;
		this.seed = seed;
		this.probabilities = new double[samples.size()][];
	}

	/**
	 * What came out.
	 *
	 * @param model fitted on all rows
	 * @param calibration for that model
	 * @param foldModels one for each fold
	 * @param predictions out of fold, one for every row
	 * @param foldSeconds until the last fold was done
	 * @param finalSeconds time of the final fit, which overlaps with that of the folds
	 */
	record Result(Fit model, Calibration calibration, List<FoldModel> foldModels, OutOfFold predictions,
			double foldSeconds, double finalSeconds) {
	}

	Result run(int threads, TrainingWatch watch) {
		List<Callable<Fit>> fits = new ArrayList<>();
		for (int fold = 0; fold < this.folds.count(); fold++) {
			int number = fold;
			fits.add(() -> fold(number));
		}
		fits.add(this::shipped);
		List<Fit> fitted = new SideBySide(threads, this.monitor, watch).run(fits, () -> report(watch));
		List<FoldModel> foldModels = fitted.stream()
			.limit(this.folds.count())
			.map((fit) -> new FoldModel(Forests.of(fit.forest()), Calibration.NONE))
			.toList();
		return new Result(fitted.get(fitted.size() - 1), Calibration.NONE, foldModels,
				new OutOfFold(this.samples.labels(), this.probabilities), this.foldSeconds, this.finalSeconds);
	}

	private Fit fold(int fold) {
		Fit fit = this.learner.fit(TrainingSet.of(this.samples, this.folds.trained(fold)), this.seed.at(fold),
				this.monitor);
		float[] vector = new float[this.samples.features().size()];
		for (int row : this.folds.tested(fold)) {
			this.monitor.checkStopped();
			this.samples.copyRow(row, vector);
			double[] scored = new double[this.samples.classNames().size()];
			fit.forest().predict(vector, scored);
			this.probabilities[row] = scored;
		}
		if (this.foldsDone.incrementAndGet() == this.folds.count()) {
			this.foldSeconds = secondsSince(this.begun);
		}
		return fit;
	}

	private Fit shipped() {
		long start = System.nanoTime();
		Fit fit = this.learner.fit(TrainingSet.all(this.samples), this.seed.at(this.folds.count()), this.monitor);
		this.finalSeconds = secondsSince(start);
		return fit;
	}

	private void report(TrainingWatch watch) {
		int fits = this.folds.count() + 1;
		double fraction = (double) this.monitor.rounds() / ((long) fits * this.learner.rounds());
		int done = this.foldsDone.get();
		if (done < this.folds.count()) {
			watch.progress("cross_validation", 0.99 * fraction, "%d of %d folds done, %d of %d rounds in all"
				.formatted(done, this.folds.count(), this.monitor.rounds(), (long) fits * this.learner.rounds()));
		}
		else {
			watch.progress("final_fit", 0.99 * fraction,
					"Fitting the model on all %d rows".formatted(this.samples.size()));
		}
	}

	private static double secondsSince(long start) {
		return (System.nanoTime() - start) / 1e9;
	}

}
