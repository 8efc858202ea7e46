package io.exoscout.telemetry;

/**
 * A round of the fit of one fold.
 *
 * @param fold which, from 1
 * @param folds of how many
 * @param round how many rounds are done
 * @param rounds of how many
 * @param trainingLoss mean log loss on the rows it learns from or 512 of them
 * @param testLoss the same on (at most 512 of) the rows it has not seen
 */
public record FitRound(int fold, int folds, int round, int rounds, double trainingLoss, double testLoss) {
}
