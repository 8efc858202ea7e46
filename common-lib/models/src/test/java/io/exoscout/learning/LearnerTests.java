package io.exoscout.learning;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import io.exoscout.model.Algorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class LearnerTests {

	private static final int ROWS = 600;

	private static Learner learner(Algorithm algorithm, Map<String, ?> hyperparameters) {
		return Learner.of(algorithm, algorithm.check(hyperparameters));
	}

	private static Learner quick(Algorithm algorithm) {
		return learner(algorithm, switch (algorithm) {
			case RANDOM_FOREST -> Map.of("n_estimators", 40);
			case GRADIENT_BOOSTING, XGBOOST -> Map.of("n_estimators", 40, "learning_rate", 0.3);
			case ENSEMBLE -> Map.of("n_estimators", 100, "forest_weight", 0.3);
		});
	}

	private static TrainingSet set(int[] labels, float[]... values) {
		int classes = Arrays.stream(labels).max().orElseThrow() + 1;
		return new TrainingSet(values, labels, classes, IntStream.range(0, labels.length).toArray());
	}

	private static float[] column(IntToDoubleFunction value) {
		float[] column = new float[ROWS];
		for (int row = 0; row < ROWS; row++) {
			column[row] = (float) value.applyAsDouble(row);
		}
		return column;
	}

	private static int[] labels(IntToDoubleFunction label) {
		return IntStream.range(0, ROWS).map((row) -> (int) label.applyAsDouble(row)).toArray();
	}

	private static float[] noise(long seed) {
		Random random = new Random(seed);
		return column((row) -> random.nextGaussian());
	}

	private static Fit fit(Learner learner, TrainingSet set) {
		return learner.fit(set, new Seed(5), new FitMonitor());
	}

	private static double[] score(Fit fit, float... vector) {
		double[] probabilities = new double[fit.forests().classes()];
		fit.forests().predict(vector, probabilities);
		return probabilities;
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void separatesWhatCanBeSeparated(Algorithm algorithm) {
		float[] signal = noise(1);
		Fit fit = fit(quick(algorithm), set(labels((row) -> (signal[row] > 0.3f) ? 1 : 0), signal, noise(2)));
		assertThat(score(fit, 0.5f, 0)[1]).isGreaterThan(0.8);
		assertThat(score(fit, 0.1f, 0)[1]).isLessThan(0.2);
		assertThat(fit.importance()[0]).isGreaterThan(0.8);
		assertThat(Arrays.stream(fit.importance()).sum()).isCloseTo(1, within(1e-9));
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void learnsFromMissingValues(Algorithm algorithm) {
		float[] noise = noise(1);
		float[] gap = column((row) -> (row % 3 == 0) ? Float.NaN : noise[row]);
		Fit fit = fit(quick(algorithm), set(labels((row) -> (row % 3 == 0) ? 1 : 0), gap));
		assertThat(score(fit, Float.NaN)[1]).isGreaterThan(0.8);
		assertThat(score(fit, 0)[1]).isLessThan(0.2);
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void sendsMissingValuesWithTheirKind(Algorithm algorithm) {
		// a third missing, all of them of the class of high values
		float[] noise = noise(1);
		float[] signal = column((row) -> (row % 3 == 0) ? Float.NaN : noise[row]);
		Fit fit = fit(quick(algorithm),
				set(labels((row) -> (Float.isNaN(signal[row]) || signal[row] > 0) ? 1 : 0), signal));
		assertThat(score(fit, Float.NaN)[1]).isGreaterThan(0.8);
		assertThat(score(fit, 1)[1]).isGreaterThan(0.8);
		assertThat(score(fit, -1)[1]).isLessThan(0.2);
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void constantAndEmptyFeaturesLeaveTheClassShares(Algorithm algorithm) {
		Fit fit = fit(quick(algorithm),
				set(labels((row) -> (row % 4 == 0) ? 1 : 0), column((row) -> 3), column((row) -> Float.NaN)));
		assertThat(score(fit, 3, Float.NaN)[1]).isCloseTo(0.25, within(0.02));
		assertThat(fit.importance()).containsOnly(0);
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void tellsSeveralClassesApart(Algorithm algorithm) {
		float[] signal = noise(1);
		Fit fit = fit(quick(algorithm),
				set(labels((row) -> (signal[row] < -0.5) ? 0 : (signal[row] < 0.5) ? 1 : 2), signal, noise(2)));
		assertThat(score(fit, -1, 0)[0]).isGreaterThan(0.7);
		assertThat(score(fit, 0, 0)[1]).isGreaterThan(0.7);
		assertThat(score(fit, 1, 0)[2]).isGreaterThan(0.7);
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void manyDistinctAndManyEqualValuesAreFine(Algorithm algorithm) {
		// half the rows share one value, the others are all different and as small as can
		// be
		float[] signal = column((row) -> (row % 2 == 0) ? 0 : row * 1e-30);
		Fit fit = fit(quick(algorithm), set(labels((row) -> row % 2), signal, column((row) -> row * 1e35)));
		assertThat(score(fit, 0, 0)[1]).isLessThan(0.2);
		assertThat(score(fit, 301e-30f, 0)[1]).isGreaterThan(0.8);
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void survivesARowOfEachClass(Algorithm algorithm) {
		Fit fit = fit(quick(algorithm), set(new int[] { 0, 1 }, new float[] { 1, 2 }));
		assertThat(score(fit, 1)[1]).isBetween(0.0, 1.0);
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void stopsWhenTold(Algorithm algorithm) {
		FitMonitor monitor = new FitMonitor();
		monitor.stop();
		TrainingSet set = set(labels((row) -> row % 2), noise(1));
		assertThatExceptionOfType(CancellationException.class)
			.isThrownBy(() -> quick(algorithm).fit(set, new Seed(1), monitor));
		assertThat(monitor.rounds()).isLessThanOrEqualTo(1);
	}

	@Test
	void forestKeepsToItsDepth() {
		Fit fit = fit(learner(Algorithm.RANDOM_FOREST, Map.of("n_estimators", 10, "max_depth", 2)),
				set(labels((row) -> row % 2), noise(1), noise(2)));
		assertThat(fit.forests().members().get(0).nodeCount()).isLessThanOrEqualTo(10 * 7);
	}

	@Test
	void convertedXgboostModelsMatchUnderExtremeSettings() {
		// the learner itself compares every training row and refuses a difference above
		// 1e-6
		float[] signal = noise(1);
		TrainingSet hard = set(labels((row) -> (signal[row] + noise(9)[0] * (row % 5) > 0) ? row % 2 : 1), signal,
				noise(2), noise(3));
		Map<String, Object> settings = Map.of("n_estimators", 1000, "learning_rate", 1, "max_depth", 12,
				"min_child_weight", 0, "reg_lambda", 0);
		assertThat(fit(learner(Algorithm.XGBOOST, settings), hard).forests().members().get(0).trees()).isEqualTo(1000);
	}

	@Test
	void anEnsembleAveragesTheModelsOfItsMembers() {
		float[] signal = noise(1);
		TrainingSet set = set(labels((row) -> (signal[row] + row % 3 > 1) ? 1 : 0), signal, noise(2));
		Map<String, Object> size = Map.of("n_estimators", 20);
		Fit ensemble = fit(learner(Algorithm.ENSEMBLE, Map.of("n_estimators", 20, "forest_weight", 0.2)), set);
		double expected = 0.4 * score(fit(learner(Algorithm.GRADIENT_BOOSTING, size), set), 0.1f, 0.3f)[1]
				+ 0.4 * score(fit(learner(Algorithm.XGBOOST, size), set), 0.1f, 0.3f)[1]
				+ 0.2 * score(fit(learner(Algorithm.RANDOM_FOREST, size), set), 0.1f, 0.3f)[1];
		assertThat(score(ensemble, 0.1f, 0.3f)[1]).isEqualTo(expected, within(1e-12));
	}

	@Test
	void membersWithoutWeightAreNotFitted() {
		TrainingSet set = set(labels((row) -> row % 2), noise(1));
		Fit boosted = fit(learner(Algorithm.ENSEMBLE, Map.of("n_estimators", 3)), set);
		assertThat(boosted.forests().weights()).containsExactly(0.5, 0.5);
		Fit forest = fit(learner(Algorithm.ENSEMBLE, Map.of("n_estimators", 3, "forest_weight", 1)), set);
		assertThat(forest.forests().weights()).containsExactly(1.0);
	}

}
