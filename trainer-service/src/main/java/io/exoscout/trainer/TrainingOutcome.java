package io.exoscout.trainer;

import java.util.Map;

import io.exoscout.model.Forests;
import io.exoscout.model.ModelManifest;

/**
 * What a training yields.
 *
 * @param manifest what the model says about itself; the same for the same job
 * @param forests the model, fitted on all decided rows
 * @param results what the job document shows: out-of-fold figures, curves, importance,
 * timings; plain maps, lists, numbers and text whose keys any database takes
 */
record TrainingOutcome(ModelManifest manifest, Forests forests, Map<String, Object> results) {
}
