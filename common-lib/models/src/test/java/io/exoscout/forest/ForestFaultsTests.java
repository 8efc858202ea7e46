package io.exoscout.forest;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ForestFaultsTests {

	private static String fault(Link link, Tree tree) {
		return ForestFaults
			.of(Forests.of(Forest.of(link, 1, 2, new double[(link == Link.MEAN) ? 0 : 1], List.of(tree))));
	}

	@Test
	void findsNothingInWhatIsGrownHere() {
		Tree tree = Tree.distribution(2);
		int split = tree.split(0, 10f, false, 100);
		tree.leaf(50, 0.9, 0.1);
		tree.right(split);
		tree.leaf(50, 0.2, 0.8);
		assertThat(fault(Link.MEAN, tree)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(floats = { -1, Float.NaN, Float.POSITIVE_INFINITY })
	void findsImpossibleNumbersOfRows(float cover) {
		Tree tree = Tree.score(0);
		tree.leaf(cover, 0.5);
		assertThat(fault(Link.LOGISTIC, tree)).contains("training rows");
	}

	@Test
	void findsLeavesThatHoldNoProbabilities() {
		for (double[] leaf : new double[][] { { 0.5, 0.6 }, { -0.5, 1.5 }, { 0, 0 } }) {
			Tree tree = Tree.distribution(2);
			tree.leaf(1, leaf);
			assertThat(fault(Link.MEAN, tree)).contains("no probabilities");
		}
	}

}
