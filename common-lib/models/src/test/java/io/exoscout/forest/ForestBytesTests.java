package io.exoscout.forest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ForestBytesTests {

	private static final int FEATURES = 4;

	/** Never looked at by a split. */
	private static final int UNUSED = 3;

	private final Random random = new Random(4);

	private Forest forest(int leaves) {
		Tree tree = Tree.score(0);
		grow(tree, leaves);
		return Forest.of(Link.LOGISTIC, FEATURES, 2, new double[] { 0.5 }, List.of(tree));
	}

	private void grow(Tree tree, int leaves) {
		if (leaves == 1) {
			tree.leaf(1, this.random.nextGaussian());
			return;
		}
		int left = 1 + this.random.nextInt(leaves - 1);
		int split = tree.split(this.random.nextInt(UNUSED), this.random.nextInt(5), this.random.nextBoolean(), leaves);
		grow(tree, left);
		tree.right(split);
		grow(tree, leaves - left);
	}

	private static ByteBuffer buffer() {
		return ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
	}

	/** The bytes of a tree whose columns somebody changed. */
	private ByteBuffer forged(Consumer<SplitColumns> change) {
		Forest forest = forest(33);
		SplitColumns columns = SplitColumns.of(forest.nodes(), 1);
		change.accept(columns);
		ByteBuffer file = buffer();
		file.putInt(Link.LOGISTIC.ordinal()).putInt(FEATURES).putInt(2);
		file.putInt(1).putInt(1).putInt(forest.nodeCount()).putInt(columns.values().length);
		file.putDouble(0.5).putInt(0).putInt(0);
		columns.write(file);
		return file.flip();
	}

	private static void refused(ByteBuffer file) {
		assertThatIllegalArgumentException().isThrownBy(() -> ForestBytes.read(file))
			.withMessage("its forest is damaged");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 32, 33, 64, 65 })
	void treesOfAnyNumberOfLeavesComeBack(int leaves) {
		Forest forest = forest(leaves);
		ByteBuffer file = buffer();
		ForestBytes.write(forest, file);
		Forest again = ForestBytes.read(file.flip());
		assertThat(file.hasRemaining()).isFalse();
		double[] said = new double[2];
		double[] saidAgain = new double[2];
		for (int i = 0; i < 1000; i++) {
			float[] vector = new float[FEATURES];
			for (int f = 0; f < FEATURES; f++) {
				vector[f] = (this.random.nextInt(4) == 0) ? Float.NaN : this.random.nextInt(11) / 2f;
			}
			forest.predict(vector, said);
			again.predict(vector, saidAgain);
			assertThat(saidAgain).containsExactly(said);
		}
	}

	@Test
	void refusesThresholdsThatAreNone() {
		assertThat(ForestBytes.read(forged((columns) -> {
		})).nodeCount()).isEqualTo(65);
		refused(forged((columns) -> columns.threshold()[7] = Float.NaN));
	}

	@Test
	void refusesFeaturesAndLeavesThatAreNotThere() {
		refused(forged((columns) -> columns.feature()[0] = FEATURES));
		refused(forged((columns) -> columns.feature()[0] = -2));
		refused(forged((columns) -> columns.values()[3] = Double.POSITIVE_INFINITY));
	}

}
