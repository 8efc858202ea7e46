package io.exoscout.forest;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.exoscout.model.MadeModels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class ForestTests {

	/**
	 * One split at 2, missing values as told, and the probabilities of its two leaves.
	 */
	private static Forest stump(boolean missingLeft) {
		Tree tree = Tree.distribution(2);
		int split = tree.split(0, 2, missingLeft, 10);
		tree.leaf(4, 0.75, 0.25);
		tree.right(split);
		tree.leaf(6, 0, 1);
		return Forest.of(Link.MEAN, 1, 2, new double[0], List.of(tree));
	}

	private static double[] predict(Forest forest, float... vector) {
		double[] probabilities = new double[forest.classes()];
		forest.predict(vector, probabilities);
		return probabilities;
	}

	@Test
	void valuesBelowTheThresholdGoLeft() {
		assertThat(predict(stump(false), 1.99f)).containsExactly(0.75, 0.25);
		assertThat(predict(stump(false), Float.NEGATIVE_INFINITY)).containsExactly(0.75, 0.25);
	}

	@Test
	void theThresholdItselfGoesRight() {
		assertThat(predict(stump(true), 2)).containsExactly(0, 1);
	}

	@Test
	void missingValuesGoWhereTheSplitSays() {
		assertThat(predict(stump(true), Float.NaN)).containsExactly(0.75, 0.25);
		assertThat(predict(stump(false), Float.NaN)).containsExactly(0, 1);
	}

	@Test
	void logisticForestSumsLogOdds() {
		Tree tree = Tree.score(0);
		tree.leaf(1, 0.5);
		Forest forest = Forest.of(Link.LOGISTIC, 1, 2, new double[] { -1 }, List.of(tree, tree));
		assertThat(predict(forest, 0)).containsExactly(0.5, 0.5);
	}

	@Test
	void softmaxForestAddsEachTreeToItsClass() {
		Tree second = Tree.score(1);
		second.leaf(1, Math.log(2));
		Forest forest = Forest.of(Link.SOFTMAX, 1, 3, new double[3], List.of(second));
		assertThat(predict(forest, 0)).containsExactly(new double[] { 0.25, 0.5, 0.25 }, within(1e-15));
	}

	@Test
	void extremeScoresStayProbabilities() {
		Tree tree = Tree.score(0);
		tree.leaf(1, 1e6);
		Forest sure = Forest.of(Link.LOGISTIC, 1, 2, new double[1], List.of(tree));
		assertThat(predict(sure, 0)).containsExactly(0, 1);
		Forest surer = Forest.of(Link.SOFTMAX, 1, 3, new double[3], List.of(tree));
		assertThat(predict(surer, 0)).containsExactly(1, 0, 0);
	}

	@ParameterizedTest
	@EnumSource(Link.class)
	void agreesWithWalkingTheTreesRecursively(Link link) {
		int classes = (link == Link.LOGISTIC) ? 2 : 3;
		Random random = new Random(7);
		for (int seed = 0; seed < 20; seed++) {
			Forest forest = MadeModels.forest(link, 4, classes, seed);
			for (int i = 0; i < 50; i++) {
				float[] vector = new float[4];
				for (int f = 0; f < 4; f++) {
					vector[f] = random.nextInt(4) == 0 ? Float.NaN : random.nextInt(50) / 10f;
				}
				double[] probabilities = predict(forest, vector);
				assertThat(probabilities).containsExactly(new RecursiveForest(forest).predict(vector), within(1e-12));
				assertThat(DoubleStream.of(probabilities).sum()).isCloseTo(1, within(1e-12));
			}
		}
	}

	@Test
	void refusesVectorsOfAnotherLength() {
		assertThatIllegalArgumentException().isThrownBy(() -> predict(stump(false), 1, 2))
			.withMessageContaining("takes 1 features");
	}

	@Test
	void refusesTreesWithoutRightSubtree() {
		Tree tree = Tree.distribution(2);
		tree.split(0, 1, false, 1);
		tree.leaf(1, 0.5, 0.5);
		assertThatIllegalArgumentException().isThrownBy(() -> Forest.of(Link.MEAN, 1, 2, new double[0], List.of(tree)));
	}

	@Test
	void refusesLeavesThatAreNotFinite() {
		Tree tree = Tree.score(0);
		tree.leaf(1, Double.NaN);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Forest.of(Link.LOGISTIC, 1, 2, new double[1], List.of(tree)));
	}

	@Test
	void refusesLogOddsOfThreeClasses() {
		Tree tree = Tree.score(0);
		tree.leaf(1, 1);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Forest.of(Link.LOGISTIC, 1, 3, new double[1], List.of(tree)));
	}

	/** The same thing as plainly as it can be written. */
	private record RecursiveForest(Forest forest) {

		double[] predict(float[] vector) {
			boolean mean = this.forest.link() == Link.MEAN;
			double[] sums = mean ? new double[this.forest.classes()] : this.forest.base().clone();
			for (int i = 0; i < this.forest.trees(); i++) {
				int leaf = leaf(this.forest.roots()[i], vector);
				for (int k = 0; k < (mean ? sums.length : 1); k++) {
					sums[mean ? k : this.forest.outputs()[i]] += this.forest.nodes().values()[leaf + k];
				}
			}
			return switch (this.forest.link()) {
				case MEAN -> DoubleStream.of(sums).map((sum) -> sum / this.forest.trees()).toArray();
				case LOGISTIC -> new double[] { 1 - 1 / (1 + Math.exp(-sums[0])), 1 / (1 + Math.exp(-sums[0])) };
				case SOFTMAX -> {
					double all = DoubleStream.of(sums).map(Math::exp).sum();
					yield DoubleStream.of(sums).map((sum) -> Math.exp(sum) / all).toArray();
				}
			};
		}

		private int leaf(int node, float[] vector) {
			NodeArrays nodes = this.forest.nodes();
			int feature = nodes.feature()[node];
			if (feature < 0) {
				return nodes.right()[node];
			}
			boolean left = Float.isNaN(vector[feature]) ? nodes.missingLeft()[node]
					: vector[feature] < nodes.threshold()[node];
			return leaf(left ? node + 1 : nodes.right()[node], vector);
		}

	}

	/**
	 * Expects a refusal of four nodes.
	 * @param features what each looks at, -1 for a leaf
	 * @param right the right child of each of the first ones
	 */
	private static void assertNoForest(String fault, int[] features, int... right) {
		NodeArrays nodes = new NodeArrays(4, 1);
		System.arraycopy(features, 0, nodes.feature(), 0, 4);
		System.arraycopy(right, 0, nodes.right(), 0, right.length);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Forest(Link.LOGISTIC, 1, 2, new double[1], new int[1], new int[1], nodes))
			.withMessageContaining(fault);
	}

	@Test
	void nodesThatNothingLeadsToAreNoPartOfATree() {
		assertNoForest("nodes that nothing leads to", new int[] { 0, -1, -1, -1 }, 2);
	}

	@Test
	void rightSidesBeginWhereLeftSidesEnd() {
		assertNoForest("not in preorder", new int[] { 0, -1, -1, -1 }, 3);
	}

	@Test
	void twoSplitsDoNotShareAChild() {
		assertNoForest("not in preorder", new int[] { 0, 0, -1, -1 }, 3, 3);
	}

	@Test
	void treesMayBeAsDeepAsAnyAlgorithmGrowsThem() {
		assertThat(boosted(chain(64)).nodeCount()).isEqualTo(129);
	}

	@ParameterizedTest
	@ValueSource(ints = { 65, 3_000, 100_000 })
	void deeperTreesAreRefusedForWhoExplainsThemWouldNotComeBack(int splits) {
		Tree tree = chain(splits);
		assertThatIllegalArgumentException().isThrownBy(() -> boosted(tree)).withMessageContaining("64 splits deep");
	}

	private static Forest boosted(Tree tree) {
		return Forest.of(Link.LOGISTIC, 1, 2, new double[1], List.of(tree));
	}

	private static Tree chain(int depth) {
		Tree tree = Tree.score(0);
		for (int i = 0; i < depth; i++) {
			int split = tree.split(0, i, true, 10);
			tree.leaf(1, 0.5);
			tree.right(split);
		}
		tree.leaf(1, 0.5);
		return tree;
	}

}
