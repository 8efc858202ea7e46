package io.exoscout.fitting;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import io.exoscout.learning.Fit;
import io.exoscout.learning.FitMonitor;
import io.exoscout.learning.Learner;
import io.exoscout.learning.Samples;
import io.exoscout.learning.Seed;
import io.exoscout.learning.TrainingSet;
import io.exoscout.model.Algorithm;
import io.exoscout.model.Calibration;
import io.exoscout.model.TrainedModel;

/**
 * Fits one model for rows whose blanks are each row's own, so many that a model for each
 * combination would be too much: to the training rows several times over, cells blanked
 * at random. A blank then says nothing of the class but what the row's other cells say.
 * It comes to within some 0.02 in accuracy of models for the very combinations.
 */
public final class MaskedFit {

	/** How often each row is shown; the first time as it is. */
	private static final int COPIES = 6;

	/** The fewest cells that are left, as a share. */
	private static final double LEAST_KEPT = 0.1;

	/** More and deeper trees than for a whole table: they have more to tell apart. */
	private static final Map<String, Number> SETTINGS = Algorithm.GRADIENT_BOOSTING
		.check(Map.of("n_estimators", 400, "max_depth", 7, "min_samples_leaf", 30, "max_features", 0.4));

	private final TrainedModel model;

	private final int columns;

	private final UnaryOperator<BitSet> unknown;

	private final Seed seed;

	/**
	 * A fit.
	 * @param model a model that has kept its rows
	 * @param columns how many columns may be blank
	 * @param unknown tells of blank columns which features they leave unknown
	 */
	public MaskedFit(TrainedModel model, int columns, UnaryOperator<BitSet> unknown) {
		this.model = model;
		this.columns = columns;
		this.unknown = unknown;
		this.seed = new Seed(model.manifest().options().seed());
	}

	/**
	 * Fits to four of five folds of stars, and calibrates and judges on the fifth.
	 * @param threads runs the fit
	 * @param monitor may stop it
	 * @return the model, which looks at all features
	 */
	public ReducedModel run(FitThreads threads, FitMonitor monitor) {
		int[] features = KeptRows.known(this.model, new BitSet());
		Samples samples = KeptRows.samples(this.model, features);
		Folds folds = Folds.of(samples, this.seed);
		Samples masked = masked(samples, folds.trained(0), COPIES, this.seed.at(0).random());
		Samples judged = masked(samples, folds.tested(0), COPIES, this.seed.at(1).random());
		double[][] scores = new double[judged.size()][];
		Fit[] fitted = new Fit[1];
		threads.run(List.of(() -> {
			fitted[0] = Learner.of(Algorithm.GRADIENT_BOOSTING, SETTINGS)
				.fit(TrainingSet.all(masked), this.seed, monitor);
			fitted[0].score(judged, IntStream.range(0, judged.size()).toArray(), scores, monitor);
		}));
		OutOfFold uncalibrated = new OutOfFold(judged.labels(), scores);
		Calibration calibration = CalibrationFit.of(uncalibrated);
		Skill skill = Skill.of(uncalibrated.calibrated(calibration));
		return new ReducedModel(features, fitted[0].forests(), calibration, skill,
				skill.information(ReducedFit.wholeLogLoss(this.model)));
	}

	private Samples masked(Samples samples, int[] rows, int copies, SplittableRandom random) {
		int size = rows.length * copies;
		float[][] values = new float[samples.features().size()][size];
		int[] labels = new int[size];
		String[] stars = new String[size];
		for (int at = 0; at < size; at++) {
			int row = rows[at % rows.length];
			BitSet hidden = (at < rows.length) ? new BitSet() : this.unknown.apply(blank(random));
			for (int f = 0; f < values.length; f++) {
				values[f][at] = hidden.get(f) ? Float.NaN : samples.values()[f][row];
			}
			labels[at] = samples.labels()[row];
			stars[at] = samples.stars()[row];
		}
		return new Samples(samples.features(), samples.classNames(), values, labels, stars, new float[size]);
	}

	private BitSet blank(SplittableRandom random) {
		double kept = LEAST_KEPT + (1 - LEAST_KEPT) * random.nextDouble();
		BitSet blank = new BitSet();
		for (int column = 0; column < this.columns; column++) {
			blank.set(column, random.nextDouble() >= kept);
		}
		return blank;
	}

}
