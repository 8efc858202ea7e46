package io.exoscout.result;

/**
 * How much a feature contributed.
 *
 * @param feature its name
 * @param importance its share, 0 to 1; those of all features sum to 1
 */
public record FeatureImportance(String feature, double importance) {
}
