package io.exoscout.forest;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.exoscout.model.MadeModels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class ForestsTests {

	private static final float[] VECTOR = { 1, Float.NaN, 3, 0.5f };

	private static double[] predict(Forest forest) {
		double[] probabilities = new double[forest.classes()];
		forest.predict(VECTOR, probabilities);
		return probabilities;
	}

	private static double[] predict(Forests forests) {
		double[] probabilities = new double[forests.classes()];
		forests.predict(VECTOR, probabilities);
		return probabilities;
	}

	@ParameterizedTest
	@EnumSource(Link.class)
	void oneForestIsGivenBitForBit(Link link) {
		Forest forest = MadeModels.forest(link, 4, 2, 5);
		assertThat(predict(Forests.of(forest))).containsExactly(predict(forest));
		assertThat(Forests.of(forest).contributions(VECTOR, 1))
			.containsExactly(TreeShap.contributions(forest, new float[][] { VECTOR }, new boolean[4], 1, () -> {
			})[0]);
	}

	@Test
	void probabilitiesAreTheWeightedMean() {
		Forest boosted = MadeModels.forest(Link.SOFTMAX, 4, 3, 5);
		Forest averaged = MadeModels.forest(Link.MEAN, 4, 3, 6);
		double[] mean = predict(new Forests(List.of(boosted, averaged), List.of(0.7, 0.3)));
		for (int c = 0; c < 3; c++) {
			assertThat(mean[c]).isEqualTo(0.7 * predict(boosted)[c] + 0.3 * predict(averaged)[c], within(1e-15));
		}
	}

	@Test
	void whatPredictionLeftBehindDoesNotMatter() {
		Forests forests = MadeModels.forests(4, 2);
		double[] used = { 5, -7 };
		forests.predict(VECTOR, used);
		assertThat(used).containsExactly(predict(forests));
	}

	@Test
	void contributionsAreTheWeightedMeanInProbability() {
		Forest boosted = MadeModels.forest(Link.LOGISTIC, 4, 2, 5);
		Forest averaged = MadeModels.forest(Link.MEAN, 4, 2, 6);
		double[] mean = new Forests(List.of(boosted, averaged), List.of(0.7, 0.3)).contributions(VECTOR, 1);
		double[] ofBoosted = ProbabilityShap.contributions(boosted, new float[][] { VECTOR }, new boolean[4], 1, () -> {
		})[0];
		for (int f = 0; f < 4; f++) {
			assertThat(mean[f]).isEqualTo(0.7 * ofBoosted[f] + 0.3 * Forests.of(averaged).contributions(VECTOR, 1)[f],
					within(1e-15));
		}
	}

	@Test
	void refusesForestsThatDifferInShape() {
		Forest forest = MadeModels.forest(Link.MEAN, 4, 2, 5);
		for (Forest other : List.of(MadeModels.forest(Link.MEAN, 5, 2, 5), MadeModels.forest(Link.MEAN, 4, 3, 5))) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> new Forests(List.of(forest, other), List.of(0.5, 0.5)))
				.withMessageContaining("differ");
		}
	}

	@Test
	void refusesWeightsThatAreNone() {
		Forest forest = MadeModels.forest(Link.MEAN, 4, 2, 5);
		for (List<Double> weights : List.of(List.<Double>of(), List.of(1.0), List.of(0.5, 0.6), List.of(0.0, 1.0),
				List.of(Double.NaN, 0.5))) {
			assertThatIllegalArgumentException().isThrownBy(() -> new Forests(List.of(forest, forest), weights));
		}
	}

	@Test
	void countsTheMemoryOfAll() {
		Forest forest = MadeModels.forest(Link.MEAN, 4, 2, 5);
		assertThat(new Forests(List.of(forest, forest), List.of(0.5, 0.5)).bytes())
			.isEqualTo(2 * ForestBytes.length(forest));
	}

}
