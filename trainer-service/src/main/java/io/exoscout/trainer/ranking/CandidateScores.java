package io.exoscout.trainer.ranking;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.exoscout.result.Rounded;
import io.exoscout.trainer.evaluation.PlanetClasses;
import org.jspecify.annotations.Nullable;

/**
 * What the models say of undecided objects.
 *
 * @param probabilities {@code probabilities[object][class]}, calibrated
 * @param lower lowest probability of a planet that the model or one of a fold gives,
 * {@code NaN} where all but one of them know the object
 * @param upper the highest one
 * @param folds what the model of each fold gives, object by object
 */
record CandidateScores(double[][] probabilities, double[] lower, double[] upper, float[] folds) {

	CandidateScores(int objects, int folds) {
		this(new double[objects][], new double[objects], new double[objects],
				new float[Math.multiplyExact(objects, folds)]);
	}

	/**
	 * How likely an object is a planet by the model of each fold; {@code null} where all
	 * but one of them know it.
	 */
	@Nullable List<Double> folds(int object) {
		int count = this.folds.length / this.lower.length;
		return Double.isNaN(this.lower[object]) ? null
				: IntStream.range(count * object, count * (object + 1))
					.mapToObj((at) -> Rounded.sixDigits(this.folds[at]))
					.toList();
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
