package io.exoscout.model;

/**
 * A model ready to score.
 *
 * @param manifest what it says about itself
 * @param forest how it scores
 */
public record TrainedModel(ModelManifest manifest, Forest forest) {
}
