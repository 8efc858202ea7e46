package io.exoscout.forest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Compared with walking down, row by row, bit for bit. */
class BlockScorerTests {

	private static final int FEATURES = 6;

	/** Never looked at by a split. */
	private static final int UNUSED = 5;

	private static final float[] ODD = { Float.NaN, 0f, -0f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY,
			Float.MIN_VALUE, -Float.MIN_VALUE, Float.MAX_VALUE };

	private final Random random = new Random(5);

	/** A tree of so many leaves, as lopsided as chance has it. */
	private void grow(Tree tree, int leaves, int leafSize) {
		if (leaves == 1) {
			tree.leaf(1, this.random.doubles(leafSize, -2, 2).toArray());
			return;
		}
		int left = 1 + this.random.nextInt(leaves - 1);
		int split = tree.split(this.random.nextInt(UNUSED), threshold(), this.random.nextBoolean(), leaves);
		grow(tree, left, leafSize);
		tree.right(split);
		grow(tree, leaves - left, leafSize);
	}

	private float threshold() {
		float odd = ODD[this.random.nextInt(ODD.length)];
		return (Float.isNaN(odd) || this.random.nextInt(8) > 0) ? this.random.nextInt(100) / 8f - 6 : odd;
	}

	private Forest forest(Link link, int... leaves) {
		int classes = (link == Link.LOGISTIC) ? 2 : 3;
		List<Tree> trees = new ArrayList<>();
		for (int i = 0; i < leaves.length; i++) {
			Tree tree = (link == Link.MEAN) ? Tree.distribution(classes)
					: Tree.score((link == Link.SOFTMAX) ? i % classes : 0);
			grow(tree, leaves[i], (link == Link.MEAN) ? classes : 1);
			trees.add(tree);
		}
		double[] base = switch (link) {
			case MEAN -> new double[0];
			case LOGISTIC -> new double[] { 0.3 };
			case SOFTMAX -> new double[] { 0.1, -0.2, 0.3 };
		};
		return Forest.of(link, FEATURES, classes, base, trees);
	}

	/** Values at thresholds, odd ones, and any others. */
	private float[][] vectors(int rows) {
		float[][] vectors = new float[rows][FEATURES];
		for (float[] vector : vectors) {
			for (int f = 0; f < FEATURES; f++) {
				vector[f] = switch (this.random.nextInt(4)) {
					case 0 -> ODD[this.random.nextInt(ODD.length)];
					case 1 -> this.random.nextFloat() * 16 - 8;
					default -> this.random.nextInt(100) / 8f - 6;
				};
			}
		}
		return vectors;
	}

	private static void assertSame(Forest forest, float[][] vectors) {
		double[][] blocks = new double[vectors.length][forest.classes()];
		forest.predict(vectors, blocks);
		double[] walked = new double[forest.classes()];
		for (int i = 0; i < vectors.length; i++) {
			forest.predict(vectors[i], walked);
			for (int c = 0; c < walked.length; c++) {
				if (Double.doubleToRawLongBits(walked[c]) != Double.doubleToRawLongBits(blocks[i][c])) {
					assertThat(blocks[i]).as("row %d", i).containsExactly(walked);
				}
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 31, 32, 33, 63, 64, 65, 128, 1000 })
	void treesOfAnySizeSayWhatTheySay(int leaves) {
		for (Link link : Link.values()) {
			assertSame(forest(link, leaves), vectors(1100));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 7, 8, 9, 511, 512, 513, 1024, 1025 })
	void anyNumberOfRowsIsScored(int rows) {
		assertSame(forest(Link.LOGISTIC, 5, 70, 40), vectors(rows));
	}

	@ParameterizedTest
	@EnumSource(Link.class)
	void aMillionRowsAreScoredAsOneByOne(Link link) {
		int rounds = 35;
		for (int round = 0; round < rounds; round++) {
			int[] leaves = IntStream.range(0, 12).map((i) -> 1 + this.random.nextInt(90)).toArray();
			assertSame(forest(link, leaves), vectors(10_000));
		}
	}

	@Test
	void aColumnOfNothingButMissingValuesIsScored() {
		float[][] vectors = vectors(600);
		for (float[] vector : vectors) {
			vector[0] = Float.NaN;
		}
		assertSame(forest(Link.MEAN, 64, 65, 3), vectors);
	}

	@Test
	void rowsOfABlockBeforeAreForgotten() {
		Forest forest = forest(Link.SOFTMAX, 20, 80, 33);
		assertSame(forest, vectors(700));
		assertSame(forest, vectors(20));
	}

}
