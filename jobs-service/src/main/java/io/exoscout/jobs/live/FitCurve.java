package io.exoscout.jobs.live;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.telemetry.FitRound;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of one fold that were looked at, as columns; those of an ensemble by member.
 *
 * @param fold which, from 1
 * @param member which learner of an ensemble; {@code null} where there is one alone
 * @param rounds how many rounds there are in all
 * @param round how many rounds were done each time
 * @param trainingLoss mean log loss then, on the rows it learns from or 512 of them
 * @param testLoss the same on (at most 512 of) the rows it has not seen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FitCurve(int fold, @Nullable String member, int rounds, List<Integer> round, List<Double> trainingLoss,
		List<Double> testLoss) {

	static FitCurve of(FitRound first) {
		return new FitCurve(first.fold(), first.member(), first.rounds(), new ArrayList<>(), new ArrayList<>(),
				new ArrayList<>());
	}

	void add(FitRound next) {
		this.round.add(next.round());
		this.trainingLoss.add(next.trainingLoss());
		this.testLoss.add(next.testLoss());
	}

}
