package io.exoscout.model;

import java.util.List;
import java.util.Map;

import io.exoscout.archive.Target;

/**
 * Everything besides the table that decides what a training yields; part of the job's
 * identity.
 *
 * @param algorithm the learner
 * @param target what to tell apart
 * @param hyperparameters every hyper-parameter of the algorithm, defaults filled in,
 * checked and sorted by name
 * @param excludeFeatures columns, features and tags to leave out, sorted
 * @param seed where all randomness starts
 */
public record TrainingOptions(Algorithm algorithm, Target target, Map<String, Number> hyperparameters,
		List<String> excludeFeatures, long seed) {
}
