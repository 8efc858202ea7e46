package io.exoscout.neighbour;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EqualRunsTests {

	private final Random random = new Random(3);

	@Test
	void findsTheRunOfEachNumber() {
		long[] sorted = this.random.longs(2000, 0, 300).map((number) -> number << 32 | number % 7).sorted().toArray();
		EqualRuns runs = EqualRuns.of(sorted);
		for (int i = 0; i < sorted.length; i++) {
			long number = sorted[i];
			int run = runs.find(number);
			assertThat(runs.from(run)).isEqualTo((int) Arrays.stream(sorted).filter((other) -> other < number).count());
			assertThat(runs.to(run)).isEqualTo((int) Arrays.stream(sorted).filter((other) -> other <= number).count());
		}
	}

	@Test
	void tellsWhatIsNotThere() {
		EqualRuns runs = EqualRuns.of(new long[] { -1, 5, 5, Long.MAX_VALUE });
		assertThat(runs.find(0)).isNegative();
		assertThat(runs.find(Long.MIN_VALUE)).isNegative();
		assertThat(runs.find(-1)).isNotNegative();
		assertThat(runs.to(runs.find(Long.MAX_VALUE))).isEqualTo(4);
	}

	@Test
	void nothingIsInAnEmptyList() {
		assertThat(EqualRuns.of(new long[0]).find(7)).isNegative();
	}

}
