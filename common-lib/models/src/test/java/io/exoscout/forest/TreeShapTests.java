package io.exoscout.forest;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TreeShapTests {

	private static final int FEATURES = 4;

	private final Random random = new Random(7);

	@Test
	void contributionsAreTheShapleyValuesOfLogOdds() {
		Forest forest = Forest.of(Link.LOGISTIC, FEATURES, 2, new double[] { 0.3 },
				IntStream.range(0, 5).mapToObj((i) -> scoreTree(0, 4)).toList());
		float[] vector = vector();
		assertThat(Forests.of(forest).contributions(vector, 1)).containsExactly(bruteForce(forest, vector, 1),
				within(1e-9));
	}

	@Test
	void contributionsAreTheShapleyValuesOfAnAveragedClass() {
		Forest forest = Forest.of(Link.MEAN, FEATURES, 3, new double[0],
				IntStream.range(0, 4).mapToObj((i) -> distributionTree(3)).toList());
		float[] vector = vector();
		assertThat(Forests.of(forest).contributions(vector, 2)).containsExactly(bruteForce(forest, vector, 2),
				within(1e-9));
	}

	@Test
	void onlyTheTreesOfAClassSpeakForItUnderSoftmax() {
		Forest forest = Forest.of(Link.SOFTMAX, FEATURES, 3, new double[] { 0.1, 0.2, 0.3 },
				List.of(scoreTree(0, 3), scoreTree(1, 3), scoreTree(2, 3), scoreTree(1, 3)));
		float[] vector = vector();
		assertThat(Forests.of(forest).contributions(vector, 1)).containsExactly(bruteForce(forest, vector, 1),
				within(1e-9));
	}

	@Test
	void contributionsAndExpectedScoreAddUpToTheScore() {
		Forest forest = Forest.of(Link.LOGISTIC, FEATURES, 2, new double[] { -0.4 },
				IntStream.range(0, 20).mapToObj((i) -> scoreTree(0, 8)).toList());
		float[] vector = vector();
		double sum = IntStream.range(0, FEATURES)
			.mapToDouble((f) -> Forests.of(forest).contributions(vector, 1)[f])
			.sum();
		// nothing known, so every split goes both ways
		double expected = -0.4 + known(forest, vector, 1, 0);
		double[] probabilities = new double[2];
		forest.predict(vector, probabilities);
		assertThat(sum + expected).isEqualTo(Math.log(probabilities[1] / probabilities[0]), within(1e-9));
	}

	@Test
	void theClassesOfLogOddsPullInOppositeDirections() {
		Forest forest = Forest.of(Link.LOGISTIC, FEATURES, 2, new double[] { 0.3 }, List.of(scoreTree(0, 5)));
		float[] vector = vector();
		double[] first = Forests.of(forest).contributions(vector, 0);
		double[] second = Forests.of(forest).contributions(vector, 1);
		assertThat(first[0]).isEqualTo(-second[0], within(1e-12));
	}

	@Test
	void missingValuesFollowTheDefaultDirection() {
		Forest forest = Forest.of(Link.LOGISTIC, FEATURES, 2, new double[] { 0 },
				IntStream.range(0, 5).mapToObj((i) -> scoreTree(0, 4)).toList());
		float[] vector = { Float.NaN, 0.2f, Float.NaN, 0.9f };
		assertThat(Forests.of(forest).contributions(vector, 1)).containsExactly(bruteForce(forest, vector, 1),
				within(1e-9));
	}

	@Test
	void deepTreesAreExactToo() {
		int features = 10;
		Forest forest = Forest.of(Link.LOGISTIC, features, 2, new double[] { 0.3 },
				IntStream.range(0, 3).mapToObj((i) -> scoreTree(0, 14, features)).toList());
		float[] vector = vector(features);
		assertThat(Forests.of(forest).contributions(vector, 1)).containsExactly(bruteForce(forest, vector, 1),
				within(1e-12));
	}

	@Test
	void whatIsNotKnownContributesNothingAndTheOthersShareTheExpectedScore() {
		for (int round = 0; round < 20; round++) {
			Forest forest = Forest.of(Link.LOGISTIC, FEATURES, 2, new double[] { 0.3 },
					IntStream.range(0, 5).mapToObj((i) -> scoreTree(0, 6)).toList());
			float[] vector = vector();
			boolean[] unknown = { false, true, false, false };
			double[] found = TreeShap.contributions(forest, new float[][] { vector }, unknown, 1, () -> {
			})[0];
			assertThat(found).containsExactly(bruteForce(forest, vector, 1, ~(1 << 1)), within(1e-12));
			assertThat(found[1]).isZero();
		}
	}

	@Test
	void theAverageIsTheScoreWithNothingKnown() {
		Forest forest = Forest.of(Link.LOGISTIC, FEATURES, 2, new double[] { -0.4 },
				IntStream.range(0, 5).mapToObj((i) -> scoreTree(0, 6)).toList());
		double expected = known(forest, vector(), 1, 0) - 0.4;
		assertThat(forest.average(1)).isEqualTo(expected, within(1e-12));
		assertThat(forest.average(0)).isEqualTo(-expected, within(1e-12));
	}

	@Test
	void turnsThatNoTrainingRowTookCountNothing() {
		Tree tree = Tree.score(0);
		int split = tree.split(0, 0.5f, true, 7);
		tree.leaf(0, 1);
		tree.right(split);
		int again = tree.split(0, 0.7f, true, 7);
		tree.leaf(7, 2);
		tree.right(again);
		tree.leaf(0, 3);
		Forest forest = Forest.of(Link.LOGISTIC, 2, 2, new double[] { 0 }, List.of(tree));
		assertThat(Forests.of(forest).contributions(new float[] { 0.1f, 0 }, 1)).containsExactly(1 - 2, 0);
		assertThat(Forests.of(forest).contributions(new float[] { 0.6f, 0 }, 1)).containsExactly(0, 0);
		assertThat(Forests.of(forest).contributions(new float[] { 0.9f, 0 }, 1)).containsExactly(3 - 2, 0);
	}

	@Test
	void aTreeOfOneLeafExplainsNothing() {
		Tree tree = Tree.score(0);
		tree.leaf(7, 0.25);
		Forest forest = Forest.of(Link.LOGISTIC, 2, 2, new double[] { 0 }, List.of(tree));
		assertThat(Forests.of(forest).contributions(new float[2], 1)).containsExactly(0, 0);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 32, 33, 64, 65 })
	void treesOfAnyNumberOfLeavesAddUpAndAFeatureNeverSplitOnSaysNothing(int leaves) {
		Tree tree = Tree.score(0);
		grow(tree, leaves, FEATURES - 1);
		Forest forest = Forest.of(Link.LOGISTIC, FEATURES, 2, new double[] { 0.1 }, List.of(tree));
		float[] nothing = new float[FEATURES];
		Arrays.fill(nothing, Float.NaN);
		for (float[] vector : List.of(vector(), vector(), nothing)) {
			double[] contributions = Forests.of(forest).contributions(vector, 1);
			assertThat(contributions).containsExactly(bruteForce(forest, vector, 1), within(1e-9));
			assertThat(contributions[FEATURES - 1]).isZero();
		}
	}

	/** A tree of so many leaves. */
	private void grow(Tree tree, int leaves, int features) {
		if (leaves == 1) {
			tree.leaf(1, this.random.nextGaussian());
			return;
		}
		int left = 1 + this.random.nextInt(leaves - 1);
		int split = tree.split(this.random.nextInt(features), this.random.nextFloat(), this.random.nextBoolean(),
				leaves);
		grow(tree, left, features);
		tree.right(split);
		grow(tree, leaves - left, features);
	}

	@Test
	void rowsExplainedTogetherGetTheSameBitsAsAlone() {
		Forest forest = Forest.of(Link.MEAN, FEATURES, 3, new double[0],
				IntStream.range(0, 10).mapToObj((i) -> distributionTree(3)).toList());
		float[][] vectors = IntStream.range(0, 77).mapToObj((i) -> vector()).toArray(float[][]::new);
		AtomicInteger trees = new AtomicInteger();
		double[][] together = TreeShap.contributions(forest, vectors, new boolean[FEATURES], 2, trees::incrementAndGet);
		for (int row = 0; row < vectors.length; row++) {
			assertThat(together[row]).isEqualTo(Forests.of(forest).contributions(vectors[row], 2));
		}
		// so that whoever waits can end it
		assertThat(trees.get()).isBetween(forest.trees(), 2 * forest.trees());
	}

	private float[] vector() {
		return vector(FEATURES);
	}

	private float[] vector(int features) {
		float[] vector = new float[features];
		for (int i = 0; i < features; i++) {
			vector[i] = this.random.nextFloat();
		}
		return vector;
	}

	private Tree scoreTree(int output, int depth) {
		return scoreTree(output, depth, FEATURES);
	}

	private Tree scoreTree(int output, int depth, int features) {
		Tree tree = Tree.score(output);
		grow(tree, depth, 100, 1, features);
		return tree;
	}

	private Tree distributionTree(int classes) {
		Tree tree = Tree.distribution(classes);
		grow(tree, 4, 100, classes, FEATURES);
		return tree;
	}

	private void grow(Tree tree, int depth, double cover, int leafSize, int features) {
		if (depth == 0 || this.random.nextInt(6) == 0) {
			tree.leaf(cover, this.random.doubles(leafSize).toArray());
			return;
		}
		double left = cover * (0.1 + 0.8 * this.random.nextDouble());
		int split = tree.split(this.random.nextInt(features), this.random.nextFloat(), this.random.nextBoolean(),
				cover);
		grow(tree, depth - 1, left, leafSize, features);
		tree.right(split);
		grow(tree, depth - 1, cover - left, leafSize, features);
	}

	/** Shapley's definition, over all subsets of features. */
	private static double[] bruteForce(Forest forest, float[] vector, int output) {
		return bruteForce(forest, vector, output, -1);
	}

	private static double[] bruteForce(Forest forest, float[] vector, int output, int ever) {
		int features = vector.length;
		double[] scores = IntStream.range(0, 1 << features)
			.mapToDouble((set) -> known(forest, vector, output, set & ever))
			.toArray();
		double[] values = new double[features];
		for (int f = 0; f < features; f++) {
			for (int set = 0; set < 1 << features; set++) {
				if ((set & 1 << f) == 0) {
					int size = Integer.bitCount(set);
					double weight = factorial(size) * factorial(features - size - 1) / factorial(features);
					values[f] += weight * (scores[set | 1 << f] - scores[set]);
				}
			}
		}
		return values;
	}

	private static double known(Forest forest, float[] vector, int output, int set) {
		double score = 0;
		for (int tree = 0; tree < forest.trees(); tree++) {
			if (forest.speaksFor(tree, output)) {
				score += known(forest, forest.roots()[tree], vector, output, set) * forest.scale(output);
			}
		}
		return score;
	}

	private static double known(Forest forest, int node, float[] vector, int output, int set) {
		NodeArrays nodes = forest.nodes();
		int tested = nodes.feature()[node];
		if (tested == NodeArrays.LEAF) {
			return nodes.values()[nodes.right()[node] + forest.leafOffset(output)];
		}
		int left = node + 1;
		int right = nodes.right()[node];
		if ((set & 1 << tested) != 0) {
			return known(forest, nodes.goesLeft(node, vector[tested]) ? left : right, vector, output, set);
		}
		double total = (double) nodes.cover()[left] + nodes.cover()[right];
		return nodes.cover()[left] / total * known(forest, left, vector, output, set)
				+ nodes.cover()[right] / total * known(forest, right, vector, output, set);
	}

	private static double factorial(int n) {
		return (n <= 1) ? 1 : n * factorial(n - 1);
	}

}
