package io.exoscout.trainer.ranking;

import java.util.Comparator;
import java.util.stream.IntStream;

import io.exoscout.trainer.evaluation.PlanetClasses;

/**
 * What the models say of undecided objects.
 *
 * @param probabilities {@code probabilities[object][class]}, calibrated
 * @param lower lowest probability of a planet that the model or one of a fold gives,
 * {@code NaN} where all but one of them know the object
 * @param upper the highest one
 */
record CandidateScores(double[][] probabilities, double[] lower, double[] upper) {

	CandidateScores(int objects) {
		this(new double[objects][], new double[objects], new double[objects]);
	}

	/** The objects, likeliest planets first; equals by name, then by row. */
	int[] ranked(Undecided undecided, PlanetClasses planets) {
		double[] probability = IntStream.range(0, undecided.size())
			.mapToDouble((object) -> planets.sum(this.probabilities[object]))
			.toArray();
		return IntStream.range(0, probability.length)
			.boxed()
			.sorted(Comparator.comparingDouble((Integer object) -> -probability[object])
				.thenComparing(undecided::name)
				.thenComparing(undecided::row))
			.mapToInt(Integer::intValue)
			.toArray();
	}

}
