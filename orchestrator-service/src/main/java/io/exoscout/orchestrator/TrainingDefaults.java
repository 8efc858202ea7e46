package io.exoscout.orchestrator;

import java.util.List;

import io.exoscout.archive.Target;
import io.exoscout.feature.Exclusions;
import io.exoscout.model.Algorithm;
import io.exoscout.model.Engine;

/**
 * What applies where nothing is asked for. Hyper-parameters have defaults of their own.
 *
 * @param algorithm the learner
 * @param engine whose it is
 * @param target what is told apart
 * @param excludeFeatures what is left out
 * @param seed where all randomness starts
 */
record TrainingDefaults(Algorithm algorithm, Engine engine, Target target, List<String> excludeFeatures, long seed) {

	static final TrainingDefaults ALL = new TrainingDefaults(Algorithm.GRADIENT_BOOSTING, Engine.EXOSCOUT,
			Target.PLANET, Exclusions.DEFAULT, 42);

}
