package io.exoscout.fitting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

import io.exoscout.learning.Fit;
import io.exoscout.learning.FitMonitor;
import io.exoscout.learning.Learner;
import io.exoscout.learning.Samples;
import io.exoscout.learning.Seed;
import io.exoscout.learning.TrainingSet;
import io.exoscout.model.Calibration;
import io.exoscout.model.TrainedModel;
import io.exoscout.model.TrainingOptions;

/**
 * Fits a model again to its training rows without the features that are not known: by the
 * learner, the seeds and the folds that a training on a table without them would take, so
 * that it gives what such a model would give. Whoever fitted the model, the learner is
 * our own of its algorithm.
 */
public final class ReducedFit {

	private final TrainedModel model;

	private final int[] features;

	/**
	 * A fit.
	 * @param model a model that has kept its rows
	 * @param unknown places of the features that are not known; not all of them
	 */
	public ReducedFit(TrainedModel model, BitSet unknown) {
		this.model = model;
		this.features = KeptRows.known(model, unknown);
	}

	/** Fits one model per fold, for calibration and figures, and one to all rows. */
	public ReducedModel run(FitThreads threads, FitMonitor monitor) {
		Samples samples = KeptRows.samples(this.model, this.features);
		// ours, whoever fitted the model: somebody waits for an answer
		TrainingOptions options = this.model.manifest().options();
		Learner learner = Learner.of(options.algorithm(), options.hyperparameters());
		Seed seed = new Seed(options.seed());
		Folds folds = Folds.of(samples, seed);
		double[][] scores = new double[samples.size()][];
		Fit[] shipped = new Fit[1];
		List<Runnable> fits = new ArrayList<>();
		fits.add(() -> shipped[0] = learner.fit(TrainingSet.all(samples), seed.at(folds.count()), monitor));
		IntStream.range(0, folds.count()).forEach((fold) -> fits.add(() -> {
			Fit fit = learner.fit(TrainingSet.of(samples, folds.trained(fold)), seed.at(fold), monitor);
			fit.score(samples, folds.tested(fold), scores, monitor);
		}));
		threads.run(fits);
		OutOfFold uncalibrated = new OutOfFold(samples.labels(), scores);
		Calibration calibration = CalibrationFit.of(uncalibrated);
		Skill skill = Skill.of(uncalibrated.calibrated(calibration));
		return new ReducedModel(this.features, shipped[0].forests(), calibration, skill,
				skill.information(wholeLogLoss(this.model)));
	}

	/** The whole model's own figure, out of fold. */
	static double wholeLogLoss(TrainedModel model) {
		return model.manifest().metrics().getOrDefault("log_loss", 0.0);
	}

}
