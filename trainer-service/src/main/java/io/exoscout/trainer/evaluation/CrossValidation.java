package io.exoscout.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.exoscout.fitting.CalibrationFit;
import io.exoscout.fitting.Folds;
import io.exoscout.fitting.OutOfFold;
import io.exoscout.learning.Fit;
import io.exoscout.learning.FitMonitor;
import io.exoscout.learning.Learner;
import io.exoscout.learning.Samples;
import io.exoscout.learning.Seed;
import io.exoscout.learning.TrainingSet;
import io.exoscout.model.Calibration;
import io.exoscout.worker.WorkWatch;

/**
 * Fits one model per fold, which scores the rows it has not seen, and one on all rows,
 * which is shipped. What a fold's model says is calibrated by what further models say
 * about parts of the fold's training rows that were held out from them. All are fitted
 * side by side.
 */
public final class CrossValidation {

	/**
	 * Into how many parts a fold's training rows are dealt, and how many of them are held
	 * out in turn. More make the calibration steadier, and cost a fit per fold each.
	 */
	private static final int PARTS = 4;

	private static final int HELD_OUT = 2;

	private final Samples samples;

	private final Folds folds;

	private final Learner learner;

	private final Seed seed;

	// of each fold
	private final List<Folds> parts;

	// scores[row][class], by the model of the row's fold
	private final double[][] scores;

	// heldOut[fold][row][class]; no row where it was not held out
	private final double[][][] heldOut;

	// one per fold, then the shipped one
	private final Fit[] fitted;

	private final FoldNews news;

	private final FitMonitor monitor = new FitMonitor();

	private final AtomicInteger fitsLeft = new AtomicInteger();

	private final long begun = System.nanoTime();

	private volatile double foldSeconds;

	private volatile double finalSeconds;

	public CrossValidation(Samples samples, Folds folds, Learner learner, Seed seed) {
		this.samples = samples;
		this.folds = folds;
		this.learner = learner;
		this.seed = seed;
		this.parts = IntStream.range(0, folds.count())
			.mapToObj((fold) -> Folds.within(samples, folds.trained(fold), PARTS, seedOfParts(fold)))
			.toList();
		this.scores = new double[samples.size()][];
		this.heldOut = new double[folds.count()][samples.size()][];
		this.fitted = new Fit[folds.count() + 1];
		this.news = new FoldNews(folds, learner.rounds());
	}

	/**
	 * What came out.
	 *
	 * @param model fitted on all rows
	 * @param calibration for that model, fitted on what the folds' models said of all
	 * rows
	 * @param foldModels one for each fold
	 * @param predictions out of fold and calibrated, one for every row
	 * @param uncalibrated the same before calibration
	 * @param foldSeconds until the last fold was done, calibration and all
	 * @param finalSeconds time of the final fit, which overlaps with that of the folds
	 */
	public record Result(Fit model, Calibration calibration, List<FoldModel> foldModels, OutOfFold predictions,
			OutOfFold uncalibrated, double foldSeconds, double finalSeconds) {
	}

	public Result run(int threads, WorkWatch watch) {
		List<Callable<Object>> fits = tasks().stream().map(Executors::callable).toList();
		new SideBySide(threads, this.monitor, watch).run(fits, () -> {
			report(watch, fits.size());
			this.news.tell(watch);
		});
		this.news.tell(watch);
		return result();
	}

	/** The longest ones first: no thread is left with a long one in the end. */
	private List<Runnable> tasks() {
		Stream<Runnable> ofFolds = IntStream.range(0, this.folds.count()).mapToObj((fold) -> () -> fold(fold));
		Stream<Runnable> ofParts = IntStream.range(0, this.folds.count()).boxed().flatMap(this::partsOf);
		List<Runnable> nested = Stream.concat(ofFolds, ofParts).toList();
		this.fitsLeft.set(nested.size());
		return Stream.concat(Stream.of(this::shipped), nested.stream()).toList();
	}

	private Stream<Runnable> partsOf(int fold) {
		return IntStream.range(0, Math.min(HELD_OUT, this.parts.get(fold).count()))
			.mapToObj((part) -> () -> part(fold, part));
	}

	private void shipped() {
		long start = System.nanoTime();
		this.fitted[this.folds.count()] = this.learner.keeping()
			.fit(TrainingSet.all(this.samples), this.seed.at(this.folds.count()), this.monitor);
		this.finalSeconds = secondsSince(start);
	}

	private void fold(int fold) {
		this.fitted[fold] = this.learner.fit(TrainingSet.of(this.samples, this.folds.trained(fold)), this.seed.at(fold),
				this.monitor.watchedBy(this.news.of(fold)));
		score(this.fitted[fold], this.folds.tested(fold), this.scores);
		this.news.finished(fold, new OutOfFold(this.samples.labels(), this.scores).only(this.folds.tested(fold)),
				secondsSince(this.begun));
	}

	private void part(int fold, int part) {
		Folds within = this.parts.get(fold);
		Fit fit = this.learner.fit(TrainingSet.of(this.samples, within.trained(part)), seedOfParts(fold).at(part),
				this.monitor);
		score(fit, within.tested(part), this.heldOut[fold]);
	}

	private Seed seedOfParts(int fold) {
		return this.seed.at(this.folds.count() + 1 + fold);
	}

	private void score(Fit fit, int[] rows, double[][] scores) {
		fit.score(this.samples, rows, scores, this.monitor);
		if (this.fitsLeft.decrementAndGet() == 0) {
			this.foldSeconds = secondsSince(this.begun);
		}
	}

	private Result result() {
		OutOfFold uncalibrated = new OutOfFold(this.samples.labels(), this.scores);
		double[][] calibrated = new double[this.scores.length][];
		List<FoldModel> models = new ArrayList<>();
		for (int fold = 0; fold < this.folds.count(); fold++) {
			Calibration calibration = CalibrationFit.of(heldOut(fold));
			models.add(new FoldModel(this.fitted[fold].forests(), calibration));
			for (int row : this.folds.tested(fold)) {
				calibrated[row] = this.scores[row].clone();
				calibration.apply(calibrated[row]);
			}
		}
		return new Result(this.fitted[this.folds.count()], CalibrationFit.of(uncalibrated), models,
				new OutOfFold(this.samples.labels(), calibrated), uncalibrated, this.foldSeconds, this.finalSeconds);
	}

	private OutOfFold heldOut(int fold) {
		double[][] held = this.heldOut[fold];
		int[] rows = IntStream.range(0, held.length).filter((row) -> held[row] != null).toArray();
		return new OutOfFold(this.samples.labels(), held).only(rows);
	}

	private void report(WorkWatch watch, int fits) {
		long rounds = (long) fits * this.learner.rounds();
		double fraction = 0.99 * this.monitor.rounds() / rounds;
		int left = this.fitsLeft.get();
		if (left > 0) {
			watch.progress("cross_validation", fraction, "%d of %d models to go, %d of %d rounds done in all"
				.formatted(left, fits - 1, this.monitor.rounds(), rounds));
		}
		else {
			watch.progress("final_fit", fraction, "Fitting the model on all %d rows".formatted(this.samples.size()));
		}
	}

	private static double secondsSince(long start) {
		return (System.nanoTime() - start) / 1e9;
	}

}
