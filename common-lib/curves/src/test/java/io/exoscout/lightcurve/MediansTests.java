package io.exoscout.lightcurve;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MediansTests {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 6, 7, 100, 101, 1000 })
	void whereverItWasExpectedItIsTheSame(int size) {
		Random random = new Random(size);
		double[] values = random.doubles(size).map((value) -> Math.rint(value * 50)).toArray();
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		double median = (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
		double[][] bounds = { { median, median }, { median - 1, median + 1 }, { 0, 50 }, { -9, -8 }, { 60, 70 },
				{ median, 60 }, { -1, median } };
		for (double[] bound : bounds) {
			double[] before = values.clone();
			assertThat(Medians.near(values, size, bound[0], bound[1], new double[size])).isEqualTo(median);
			assertThat(values).containsExactly(before);
		}
	}

}
