package io.exoscout.explanation;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.exoscout.forest.Forest;
import io.exoscout.forest.Forests;
import io.exoscout.forest.Link;
import io.exoscout.model.Calibration;
import io.exoscout.model.MadeModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ExplainerTests {

	private static final int FEATURES = 5;

	private static final boolean[] ALL_KNOWN = new boolean[FEATURES];

	private static final boolean[] TWO_UNKNOWN = { false, true, false, false, true };

	private final Random random = new Random(5);

	private float[][] vectors() {
		return IntStream.range(0, 70).mapToObj((i) -> vector()).toArray(float[][]::new);
	}

	private float[] vector() {
		float[] vector = new float[FEATURES];
		for (int f = 0; f < FEATURES; f++) {
			vector[f] = (this.random.nextInt(8) == 0) ? Float.NaN : this.random.nextInt(6) - 0.5f;
		}
		return vector;
	}

	private static Calibration calibration(int classes) {
		return new Calibration(1.3, IntStream.range(0, classes).mapToObj((c) -> 0.4 * c - 0.3).toList());
	}

	private void addUp(Forests forests, Calibration calibration, boolean[] unknown) {
		float[][] vectors = vectors();
		Explainer explainer = new Explainer(forests, calibration, unknown);
		for (int output = 0; output < forests.classes(); output++) {
			Parts probability = parts(explainer, vectors, output, ScoreUnit.PROBABILITY);
			Parts logOdds = parts(explainer, vectors, output, ScoreUnit.LOG_ODDS);
			for (int row = 0; row < vectors.length; row++) {
				double[] shown = new double[forests.classes()];
				forests.predict(vectors[row], unknown, shown);
				calibration.apply(shown);
				assertThat(probability.score(row)).isEqualTo(shown[output], within(1e-9));
				assertThat(logOdds.score(row)).isEqualTo(Parts.logOdds(shown[output]), within(1e-6));
				for (int f = 0; f < FEATURES; f++) {
					if (unknown[f]) {
						assertThat(probability.contributions()[row][f]).isZero();
					}
				}
			}
		}
	}

	private static Parts parts(Explainer explainer, float[][] vectors, int output, ScoreUnit unit) {
		return explainer.parts(vectors, output, unit, () -> {
		});
	}

	@ParameterizedTest
	@CsvSource({ "MEAN, 2", "MEAN, 3", "LOGISTIC, 2", "SOFTMAX, 2", "SOFTMAX, 3", "SOFTMAX, 5" })
	void partsAddUpToWhatIsShownForEveryKindOfForest(Link link, int classes) {
		for (int seed = 1; seed <= 10; seed++) {
			Forests forests = Forests.of(MadeModels.forest(link, FEATURES, classes, seed));
			addUp(forests, Calibration.NONE, ALL_KNOWN);
			addUp(forests, calibration(classes), ALL_KNOWN);
			addUp(forests, calibration(classes), TWO_UNKNOWN);
		}
	}

	@Test
	void partsAddUpForAveragesOfForests() {
		Forests two = MadeModels.forests(FEATURES, 2);
		addUp(two, Calibration.NONE, ALL_KNOWN);
		addUp(two, calibration(2), TWO_UNKNOWN);
		Forests three = new Forests(
				List.of(MadeModels.forest(Link.SOFTMAX, FEATURES, 3, 1), MadeModels.forest(Link.MEAN, FEATURES, 3, 2)),
				List.of(0.75, 0.25));
		addUp(three, calibration(3), ALL_KNOWN);
	}

	@ParameterizedTest
	@CsvSource({ "MEAN, 2", "MEAN, 3", "LOGISTIC, 2", "SOFTMAX, 3" })
	void ofTwoClassesAllPartsAreTheShapleyValuesTimesOneNumber(Link link, int classes) {
		Forest forest = MadeModels.forest(link, FEATURES, classes, 3);
		Explainer explainer = new Explainer(Forests.of(forest), calibration(classes));
		float[][] vectors = vectors();
		Parts own = explainer.parts(vectors, 1, null, () -> {
		});
		Parts probability = parts(explainer, vectors, 1, ScoreUnit.PROBABILITY);
		Parts logOdds = parts(explainer, vectors, 1, ScoreUnit.LOG_ODDS);
		for (int row = 0; row < vectors.length; row++) {
			assertThat(own.contributions()[row]).isEqualTo(Forests.of(forest).contributions(vectors[row], 1));
			for (int f = 0; f < FEATURES; f++) {
				double[] all = { own.contributions()[row][f], probability.contributions()[row][f],
						logOdds.contributions()[row][f] };
				double[] first = { own.contributions()[row][0], probability.contributions()[row][0],
						logOdds.contributions()[row][0] };
				assertThat(all[1] * first[2]).isEqualTo(all[2] * first[1], within(1e-9));
				if (classes == 2) {
					assertThat(all[0] * first[1]).isEqualTo(all[1] * first[0], within(1e-9));
				}
			}
		}
	}

	@Test
	void withoutAUnitPartsAddUpToTheScoreBeforeCalibration() {
		Forests forests = Forests.of(MadeModels.forest(Link.LOGISTIC, FEATURES, 2, 4));
		float[][] vectors = vectors();
		Parts parts = new Explainer(forests, calibration(2)).parts(vectors, 1, null, () -> {
		});
		assertThat(parts.unit()).isEqualTo(ScoreUnit.LOG_ODDS);
		for (int row = 0; row < vectors.length; row++) {
			double[] raw = new double[2];
			forests.predict(vectors[row], raw);
			assertThat(parts.score(row)).isEqualTo(Math.log(raw[1] / raw[0]), within(1e-9));
		}
	}

	@Test
	void aFeatureThatChangesNothingAtTheAverageStillHasItsPart() {
		// two features that cancel out: the row has the score of the average one
		Parts parts = new Parts(ScoreUnit.PROBABILITY, new double[] { 0.5 }, new double[][] { { 0.1, -0.1 } });
		assertThat(parts.logOdds().contributions()[0]).containsExactly(new double[] { 0.4, -0.4 }, within(1e-9));
	}

}
