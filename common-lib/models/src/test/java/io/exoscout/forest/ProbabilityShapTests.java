package io.exoscout.forest;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.exoscout.model.MadeModels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ProbabilityShapTests {

	private static final float[] VECTOR = { 1, Float.NaN, 3, 0.5f };

	private static double[] ofProbability(Forest forest, int output) {
		return ProbabilityShap.contributions(forest, new float[][] { VECTOR }, new boolean[4], output, () -> {
		})[0];
	}

	private static double[] probabilities(Forest forest) {
		double[] probabilities = new double[forest.classes()];
		forest.predict(VECTOR, probabilities);
		return probabilities;
	}

	/** What the forest says of the average training row. */
	private static double[] average(Forest forest) {
		double[] average = probabilities(forest);
		for (int k = 0; k < average.length; k++) {
			double way = Arrays.stream(Forests.of(forest).contributions(VECTOR, k)).sum();
			if (forest.link() == Link.MEAN) {
				average[k] -= way;
			}
			else {
				// the log-odds of two classes differ by one score, not by two
				average[k] = Math.log(average[k]) - ((forest.link() == Link.LOGISTIC) ? way / 2 : way);
			}
		}
		if (forest.link() != Link.MEAN) {
			Softmax.apply(average);
		}
		return average;
	}

	@ParameterizedTest
	@CsvSource({ "MEAN, 3", "LOGISTIC, 2", "SOFTMAX, 2", "SOFTMAX, 3", "SOFTMAX, 5" })
	void contributionsSumToTheDifferenceFromTheAverage(Link link, int classes) {
		for (long seed = 1; seed <= 20; seed++) {
			Forest forest = MadeModels.forest(link, 4, classes, seed);
			for (int k = 0; k < classes; k++) {
				double sum = Arrays.stream(ofProbability(forest, k)).sum();
				assertThat(sum).isEqualTo(probabilities(forest)[k] - average(forest)[k], within(1e-6));
			}
		}
	}

	@Test
	void logOddsAreAllScaledAlike() {
		Forest forest = MadeModels.forest(Link.LOGISTIC, 4, 2, 3);
		double[] logOdds = Forests.of(forest).contributions(VECTOR, 0);
		double[] probability = ofProbability(forest, 0);
		double scale = probability[0] / logOdds[0];
		assertThat(scale).isBetween(0.001, 0.25);
		for (int f = 0; f < 4; f++) {
			assertThat(probability[f]).isEqualTo(scale * logOdds[f], within(1e-12));
		}
	}

	@Test
	void theContributionsToAllClassesCancelOut() {
		Forest forest = MadeModels.forest(Link.SOFTMAX, 4, 3, 4);
		double[] sum = new double[4];
		for (int k = 0; k < 3; k++) {
			double[] one = ofProbability(forest, k);
			Arrays.setAll(sum, (f) -> sum[f] + one[f]);
		}
		assertThat(sum).containsExactly(new double[4], within(1e-12));
	}

}
