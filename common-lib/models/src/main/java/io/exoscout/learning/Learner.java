package io.exoscout.learning;

import java.util.Map;
import java.util.concurrent.CancellationException;

import io.exoscout.model.Algorithm;

/**
 * Fits a forest, or several to be averaged, to rows. The same rows, settings and seed
 * give the same forests. A fit uses one thread; several fits run side by side.
 */
public interface Learner {

	/**
	 * Fits one model.
	 * @param set the rows
	 * @param seed where its randomness starts
	 * @param monitor hears of every round, and may end the fit
	 * @return the model
	 * @throws CancellationException when the monitor said so
	 */
	Fit fit(TrainingSet set, Seed seed, FitMonitor monitor);

	/** How many rounds a fit takes. */
	int rounds();

	/**
	 * A learner of the same models that also keeps what the library has of them, if there
	 * is a library, and a form to keep it in.
	 */
	default Learner keeping() {
		return this;
	}

	/** One of our own. */
	static Learner of(Algorithm algorithm, Map<String, Number> hyperparameters) {
		FitSettings settings = new FitSettings(hyperparameters);
		return switch (algorithm) {
			case RANDOM_FOREST -> new RandomForestLearner(settings);
			case GRADIENT_BOOSTING -> new GradientBoostingLearner(settings);
			case XGBOOST -> new XgboostLearner(settings);
			case ENSEMBLE -> EnsembleLearner.of(settings);
		};
	}

}
