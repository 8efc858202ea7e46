package io.exoscout.trainer.engine;

import io.exoscout.learning.FitSettings;
import io.exoscout.learning.Learner;
import io.exoscout.model.Engine;
import io.exoscout.model.TrainingOptions;

/** The learner that a training asks for. */
public final class Learners {

	private Learners() {
	}

	/**
	 * The learner of some options.
	 * @throws IllegalArgumentException if the engine has no such algorithm
	 */
	public static Learner of(TrainingOptions options) {
		if (options.engine() == Engine.EXOSCOUT) {
			return Learner.of(options.algorithm(), options.hyperparameters());
		}
		FitSettings settings = new FitSettings(options.hyperparameters());
		return switch (options.algorithm()) {
			case RANDOM_FOREST -> new TribuoForestLearner(settings, false);
			case XGBOOST -> new TribuoXgboostLearner(settings, false);
			default -> throw new IllegalArgumentException(
					"The engine " + options.engine().id() + " has no " + options.algorithm().id());
		};
	}

}
