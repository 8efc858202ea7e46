package io.exoscout.jobs.judged;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DiscriminationTests {

	private static double[] scores(int count, double from) {
		return IntStream.range(0, count).mapToDouble((i) -> from + i).toArray();
	}

	@Test
	void fewSayNothing() {
		assertThat(Discrimination.of(scores(9, 0), scores(100, 0))).isNull();
		assertThat(Discrimination.of(scores(100, 0), scores(9, 0))).isNull();
	}

	@Test
	void tiesAreCountedHalf() {
		double[] same = new double[10];
		assertThat(Discrimination.of(same, same).value()).isEqualTo(0.5);
	}

	@Test
	void aPerfectOrderHasNoInterval() {
		assertThat(Discrimination.of(scores(10, 100), scores(10, 0))).isEqualTo(new Discrimination(1, null, null));
	}

	/** By hand: shares of pairs, and the variances of what each score is above. */
	@Test
	void intervalIsDeLongsOnLogOdds() {
		double[] planets = scores(10, 5);
		double[] others = scores(10, 0);
		// planet 5 + i is above min(10, 5 + i) others and level with one while i < 5
		double[] above = IntStream.range(0, 10).mapToDouble((i) -> (i < 5) ? (5.5 + i) / 10 : 1).toArray();
		double value = Arrays.stream(above).average().orElseThrow();
		double variance = Arrays.stream(above).map((x) -> (x - value) * (x - value)).sum() / 9;
		// by symmetry the same for the others
		double reach = 1.959964 * Math.sqrt(2 * variance / 10) / (value * (1 - value));
		double logOdds = Math.log(value / (1 - value));
		Discrimination found = Discrimination.of(planets, others);
		assertThat(found.value()).isCloseTo(value, within(1e-6));
		assertThat(found.lower()).isCloseTo(1 / (1 + Math.exp(reach - logOdds)), within(1e-6));
		assertThat(found.upper()).isCloseTo(1 / (1 + Math.exp(-reach - logOdds)), within(1e-6));
	}

}
