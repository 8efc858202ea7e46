package io.exoscout.jobs.live;

import java.util.ArrayList;
import java.util.List;

import io.exoscout.telemetry.FitRound;

/**
 * The rounds of one fold that were looked at, as columns.
 *
 * @param fold which, from 1
 * @param rounds how many rounds there are in all
 * @param round how many rounds were done each time
 * @param trainingLoss mean log loss then, on the rows it learns from or 512 of them
 * @param testLoss the same on (at most 512 of) the rows it has not seen
 */
record FitCurve(int fold, int rounds, List<Integer> round, List<Double> trainingLoss, List<Double> testLoss) {

	static FitCurve of(FitRound first) {
		return new FitCurve(first.fold(), first.rounds(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
	}

	void add(FitRound next) {
		this.round.add(next.round());
		this.trainingLoss.add(next.trainingLoss());
		this.testLoss.add(next.testLoss());
	}

}
