package io.exoscout.trainer.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import io.exoscout.archive.Target;
import io.exoscout.forest.Forest;
import io.exoscout.forest.Forests;
import io.exoscout.forest.Link;
import io.exoscout.forest.Tree;
import io.exoscout.learning.Fit;
import io.exoscout.learning.FitMonitor;
import io.exoscout.learning.Learner;
import io.exoscout.learning.Seed;
import io.exoscout.learning.TrainingSet;
import io.exoscout.model.Algorithm;
import io.exoscout.model.Engine;
import io.exoscout.model.TrainingOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tribuo.Model;
import org.tribuo.classification.Label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

class TribuoLearnersTests {

	private static final int ROWS = 400;

	private static final double SUMS = 1e-12;

	private static final double SINGLE_PRECISION = 2e-6;

	private static Learner learner(Algorithm algorithm, Map<String, ?> hyperparameters) {
		return Learners.of(new TrainingOptions(algorithm, Target.PLANET, algorithm.check(hyperparameters), List.of(),
				42, Engine.TRIBUO));
	}

	private static Fit fit(Algorithm algorithm, Map<String, ?> hyperparameters, TrainingSet set) {
		return learner(algorithm, hyperparameters).keeping().fit(set, new Seed(5), new FitMonitor());
	}

	/** Compares what Tribuo says of rows after reading its own file. */
	private static void assertFileSaysTheSame(Algorithm algorithm, Fit fit, TrainingSet of) throws IOException {
		Model<?> theirs;
		try (GZIPInputStream file = new GZIPInputStream(new ByteArrayInputStream(fit.original()))) {
			theirs = Model.deserializeFromStream(file);
		}
		TribuoRows rows = (algorithm == Algorithm.XGBOOST) ? TribuoRows.withMissingLeftOut(of)
				: TribuoRows.withMissingLowest(of);
		double tolerance = (algorithm == Algorithm.XGBOOST) ? SINGLE_PRECISION : SUMS;
		assertThatCode(() -> TribuoCheck.check(rows, theirs.castModel(Label.class), fit.forests(), tolerance, 5000,
				new FitMonitor()))
			.doesNotThrowAnyException();
	}

	@ParameterizedTest
	@EnumSource(names = { "RANDOM_FOREST", "XGBOOST" })
	void forestSaysOfTheKeplerTableWhatTribuosFileSays(Algorithm algorithm) throws IOException {
		TrainingSet all = KeplerRows.all();
		Fit fit = fit(algorithm, Map.of("n_estimators", 10), KeplerRows.some(all, 5));
		assertFileSaysTheSame(algorithm, fit, all);
		assertThat(fit.forests().nodeCount()).isGreaterThan(100);
	}

	@ParameterizedTest
	@EnumSource(names = { "RANDOM_FOREST", "XGBOOST" })
	void severalClassesExtremeAndMissingValuesGoWhereTheyGoThere(Algorithm algorithm) throws IOException {
		TrainingSet odd = odd(3);
		Fit fit = fit(algorithm, Map.of("n_estimators", 20, "max_depth", 12), odd);
		assertFileSaysTheSame(algorithm, fit, odd);
		assertThat(fit.forests().classes()).isEqualTo(3);
	}

	/** Few different values, among them zeros, the extremes and neighbours. */
	private static TrainingSet odd(int classes) {
		float[] some = { Float.NaN, 0, -0.0f, 1, Math.nextUp(1f), Math.nextDown(1f), Float.MAX_VALUE,
				-Float.MAX_VALUE / 2, Float.MIN_VALUE, -Float.MIN_VALUE, 1e-30f };
		Random random = new Random(3);
		float[][] values = new float[4][ROWS];
		int[] labels = new int[ROWS];
		for (int row = 0; row < ROWS; row++) {
			for (float[] feature : values) {
				feature[row] = some[random.nextInt(some.length)];
			}
			labels[row] = (Float.isNaN(values[0][row]) || values[1][row] > 0) ? 0 : random.nextInt(classes);
		}
		return new TrainingSet(values, labels, classes, IntStream.range(0, ROWS).toArray());
	}

	private static float[] noise(long seed) {
		Random random = new Random(seed);
		float[] noise = new float[ROWS];
		for (int row = 0; row < ROWS; row++) {
			noise[row] = (float) random.nextGaussian();
		}
		return noise;
	}

	private static TrainingSet set(int[] labels, float[]... values) {
		return new TrainingSet(values, labels, 2, IntStream.range(0, labels.length).toArray());
	}

	private static double score(Fit fit, float... vector) {
		double[] probabilities = new double[2];
		fit.forests().predict(vector, probabilities);
		return probabilities[1];
	}

	@Test
	void treesOfOneLeafHoldTheSharesOfTheirSamples() throws IOException {
		float[] constant = new float[ROWS];
		TrainingSet set = set(IntStream.range(0, ROWS).map((row) -> (row % 4 == 0) ? 1 : 0).toArray(), constant);
		Fit fit = fit(Algorithm.RANDOM_FOREST, Map.of("n_estimators", 30), set);
		assertThat(fit.forests().nodeCount()).isEqualTo(30);
		assertThat(score(fit, 0)).isCloseTo(0.25, within(0.05));
		assertThat(fit.importance()).containsOnly(0);
		assertFileSaysTheSame(Algorithm.RANDOM_FOREST, fit, set);
	}

	@ParameterizedTest
	@EnumSource(names = { "RANDOM_FOREST", "XGBOOST" })
	void treesOfTwoLeavesSplitOnce(Algorithm algorithm) throws IOException {
		float[] signal = noise(1);
		TrainingSet set = set(IntStream.range(0, ROWS).map((row) -> (signal[row] > 0.3f) ? 1 : 0).toArray(), signal);
		Fit fit = fit(algorithm, Map.of("n_estimators", 15, "max_depth", 1), set);
		int trees = (algorithm == Algorithm.XGBOOST) ? 30 : 15;
		assertThat(fit.forests().nodeCount()).isEqualTo(3 * trees);
		assertThat(score(fit, 1)).isGreaterThan(score(fit, 0));
		assertFileSaysTheSame(algorithm, fit, set);
	}

	@ParameterizedTest
	@EnumSource(names = { "RANDOM_FOREST", "XGBOOST" })
	void learnsWhatAGapSays(Algorithm algorithm) {
		float[] gap = noise(1);
		for (int row = 0; row < ROWS; row += 3) {
			gap[row] = Float.NaN;
		}
		TrainingSet set = set(IntStream.range(0, ROWS).map((row) -> (row % 3 == 0) ? 1 : 0).toArray(), gap, noise(2));
		Fit fit = fit(algorithm, Map.of("n_estimators", 60, boosted(algorithm) ? "learning_rate" : "max_features", 0.5),
				set);
		assertThat(score(fit, Float.NaN, 0)).isGreaterThan(0.8);
		assertThat(score(fit, 0, 0)).isLessThan(0.2);
		assertThat(fit.importance()[0]).isGreaterThan(0.5);
	}

	private static boolean boosted(Algorithm algorithm) {
		return algorithm == Algorithm.XGBOOST;
	}

	@Test
	void rowsWithoutAnyValueAreLeftToXgboostsDefaults() {
		float[] signal = noise(1);
		signal[7] = Float.NaN;
		int[] labels = IntStream.range(0, ROWS).map((row) -> (signal[row] > 0) ? 1 : 0).toArray();
		assertThat(score(fit(Algorithm.XGBOOST, Map.of("n_estimators", 5), set(labels, signal)), Float.NaN))
			.isBetween(0.0, 1.0);
	}

	@Test
	void twoClassesAreJudgedByLogOdds() {
		TrainingSet set = set(IntStream.range(0, ROWS).map((row) -> row % 2).toArray(), noise(1), noise(2));
		Fit fit = fit(Algorithm.XGBOOST, Map.of("n_estimators", 5), set);
		assertThat(fit.forests().contributionUnit()).isEqualTo("log-odds");
		double sum = 0;
		for (double contribution : fit.forests().contributions(new float[] { 1, -1 }, 1)) {
			sum += contribution;
		}
		assertThat(sum).isNotZero();
	}

	@Test
	void everyFeatureMayBeChosenFrom() {
		TrainingSet set = set(IntStream.range(0, ROWS).map((row) -> row % 2).toArray(), noise(1), noise(2));
		assertThat(fit(Algorithm.RANDOM_FOREST, Map.of("n_estimators", 2, "max_features", 1), set).importance())
			.doesNotContain(0.0);
		assertThat(fit(Algorithm.RANDOM_FOREST, Map.of("n_estimators", 2, "max_features", 0.001), set).forests()
			.nodeCount()).isGreaterThan(10);
	}

	@ParameterizedTest
	@EnumSource(names = { "RANDOM_FOREST", "XGBOOST" })
	void sameSeedGivesTheSameForest(Algorithm algorithm) {
		TrainingSet set = odd(2);
		Fit one = fit(algorithm, Map.of("n_estimators", 5), set);
		Fit other = fit(algorithm, Map.of("n_estimators", 5), set);
		Fit another = learner(algorithm, Map.of("n_estimators", 5)).fit(set, new Seed(6), new FitMonitor());
		double[] scores = scores(one, set);
		assertThat(scores(other, set)).isEqualTo(scores);
		assertThat(scores(another, set)).isNotEqualTo(scores);
	}

	private static double[] scores(Fit fit, TrainingSet set) {
		float[] vector = new float[set.features()];
		return IntStream.range(0, set.size()).mapToDouble((row) -> {
			set.copyRow(row, vector);
			return score(fit, vector);
		}).toArray();
	}

	@Test
	void keepsTribuosFormOnlyIfToldTo() {
		TrainingSet set = odd(2);
		Learner learner = learner(Algorithm.RANDOM_FOREST, Map.of("n_estimators", 2));
		assertThat(learner.fit(set, new Seed(1), new FitMonitor()).original()).isNull();
		assertThat(learner.keeping().fit(set, new Seed(1), new FitMonitor()).original()).isNotNull();
	}

	@Test
	void forestStopsInTheMiddleOfATree() {
		TrainingSet set = set(IntStream.range(0, ROWS).map((row) -> row % 2).toArray(), noise(1), noise(2));
		FitMonitor monitor = new FitMonitor();
		StoppableEntropy entropy = new StoppableEntropy(monitor);
		assertThat(entropy.impurityNormed(new double[] { 0.5, 0.5 })).isPositive();
		monitor.stop();
		assertThatExceptionOfType(CancellationException.class)
			.isThrownBy(() -> entropy.impurityNormed(new double[] { 0.5, 0.5 }));
		assertThatExceptionOfType(CancellationException.class)
			.isThrownBy(() -> learner(Algorithm.RANDOM_FOREST, Map.of()).fit(set, new Seed(1), monitor));
	}

	@ParameterizedTest
	@EnumSource(names = { "RANDOM_FOREST", "XGBOOST" })
	void tellsOfEveryRound(Algorithm algorithm) {
		FitMonitor monitor = new FitMonitor();
		learner(algorithm, Map.of("n_estimators", 7)).fit(odd(2), new Seed(1), monitor);
		assertThat(monitor.rounds()).isEqualTo(7);
	}

	@ParameterizedTest
	@CsvSource({ "0.5", "0.1", "-0.1", "0", "1e300", "-3.4028234663852886E38", "1.00000001", "1e-320" })
	void whatIsNotAboveASplitIsBelowItsThreshold(double split) {
		float threshold = TribuoTrees.threshold(split);
		assertThat((double) threshold).isGreaterThan(split);
		assertThat((double) Math.nextDown(threshold)).isLessThanOrEqualTo(split);
	}

	@Test
	void refusesAForestThatSaysSomethingElse() throws IOException {
		TrainingSet set = odd(2);
		Fit fit = fit(Algorithm.RANDOM_FOREST, Map.of("n_estimators", 3), set);
		Tree leaf = Tree.distribution(2);
		leaf.leaf(1, 0.5, 0.5);
		Fit other = new Fit(Forests.of(Forest.of(Link.MEAN, 4, 2, new double[0], List.of(leaf))), fit.gain(),
				fit.original());
		Model<?> theirs;
		try (GZIPInputStream file = new GZIPInputStream(new ByteArrayInputStream(fit.original()))) {
			theirs = Model.deserializeFromStream(file);
		}
		assertThatIllegalStateException()
			.isThrownBy(() -> TribuoCheck.check(TribuoRows.withMissingLowest(set), theirs.castModel(Label.class),
					other.forests(), SUMS, 100, new FitMonitor()))
			.withMessageContaining("0.5")
			.withMessageContaining("Tribuo");
	}

	@ParameterizedTest
	@EnumSource(names = { "GRADIENT_BOOSTING", "ENSEMBLE" })
	void hasNoOtherAlgorithms(Algorithm algorithm) {
		assertThatIllegalArgumentException().isThrownBy(() -> learner(algorithm, Map.of()))
			.withMessageContaining(algorithm.id());
	}

}
