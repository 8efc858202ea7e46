package io.exoscout.logistic;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

class StreamLearnerTests {

	/** Probabilities that River 0.22 gives before each of these is learned. */
	@Test
	void descendsLikeRiver() {
		StreamLearner learner = StreamLearners.of(new StreamModel("logistic_sgd", 0.1, 0.01, 1, 0, 0.01), 2, null);
		double[][] values = { { 1, 5 }, { 2, 5 }, { 4, 6 }, { 0, 2 }, { 3, Double.NaN }, { 5, 1 } };
		boolean[] labels = { true, false, true, false, true, true };
		double[] river = { 0.5, 0.5012499973958399, 0.43766659518793594, 0.3665394368369969, 0.515758117572681,
				0.4710189866236699 };
		for (int i = 0; i < values.length; i++) {
			assertThat(learner.probability(values[i])).isCloseTo(river[i], within(1e-15));
			learner.learn(values[i], labels[i]);
		}
	}

	/** One step of algorithm 1 of the paper by hand, with alpha 0.5, beta 1. */
	@Test
	void followsTheRegularisedLeader() {
		StreamLearner learner = StreamLearners.of(new StreamModel("logistic_ftrl", 0.5, 0, 1, 0, 0), 1, null);
		learner.learn(new double[] { 3 }, true);
		// the only value so far has no spread: the intercept alone has moved, by g = -0.5
		assertThat(learner.weights().get(0)).isZero();
		assertThat(learner.weights().get(1)).isCloseTo(0.5 / ((1 + 0.5) / 0.5), within(1e-15));
	}

	@Test
	void absoluteValuesInThePenaltyLeaveSmallWeightsAtZero() {
		StreamLearner free = trained(new StreamModel("logistic_ftrl", 0.05, 0, 1, 0, 0));
		StreamLearner bound = trained(new StreamModel("logistic_ftrl", 0.05, 0, 1, 150, 0));
		assertThat(free.weights().get(1)).isNotZero();
		assertThat(bound.weights().get(1)).isZero();
		assertThat(bound.weights().get(0)).isPositive().isLessThan(free.weights().get(0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "logistic_sgd", "logistic_ftrl" })
	void findsWhatSeparatesTheLabels(String algorithm) {
		StreamLearner learner = trained(StreamModel.of(algorithm));
		assertThat(learner.probability(new double[] { 2, 0 })).isGreaterThan(0.9);
		assertThat(learner.probability(new double[] { -2, 0 })).isLessThan(0.1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "logistic_sgd", "logistic_ftrl" })
	void leavesWeightsOfMissingValuesAlone(String algorithm) {
		StreamLearner learner = trained(StreamModel.of(algorithm));
		double before = learner.weights().get(0);
		learner.learn(new double[] { Double.NaN, 1 }, true);
		assertThat(learner.weights().get(0)).isEqualTo(before);
	}

	@Test
	void storedModelHasToGiveProbabilities() {
		StreamLearner learner = StreamLearners.of(StreamModel.of("stored:a"), 1, (id, key, values) -> 1.5);
		assertThatIllegalStateException().isThrownBy(() -> learner.probability(new double[1]));
	}

	private static StreamLearner trained(StreamModel choice) {
		StreamLearner learner = StreamLearners.of(choice, 2, null);
		Random random = new Random(1);
		for (int i = 0; i < 5000; i++) {
			double[] values = { random.nextGaussian(), random.nextGaussian() };
			learner.learn(values, values[0] + 0.2 * random.nextGaussian() > 0);
		}
		return learner;
	}

}
