package io.exoscout.telemetry;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A round of the fit of one fold.
 *
 * @param fold which, from 1
 * @param folds of how many
 * @param member which learner of an ensemble that is, each of which begins anew;
 * {@code null} where there is one alone
 * @param round how many rounds are done, those of members before among them
 * @param rounds of how many
 * @param trainingLoss mean log loss on the rows it learns from or 512 of them
 * @param testLoss the same on (at most 512 of) the rows it has not seen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FitRound(int fold, int folds, @Nullable String member, int round, int rounds, double trainingLoss,
		double testLoss) {
}
