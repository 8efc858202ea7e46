package io.exoscout.learning;

/**
 * How good a fit is after some rounds, as mean log loss.
 *
 * @param training on rows it learns from
 * @param test on rows it has not seen
 */
public record RoundLoss(double training, double test) {
}
