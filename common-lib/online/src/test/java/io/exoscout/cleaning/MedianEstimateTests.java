package io.exoscout.cleaning;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MedianEstimateTests {

	private final MedianEstimate median = new MedianEstimate();

	@Test
	void ofNothingIsNone() {
		assertThat(this.median.value()).isNaN();
	}

	@Test
	void ofFewIsExact() {
		double[] exact = { 3, 2, 3, 4, 5 };
		double[] values = { 3, 1, 8, 5, 9 };
		for (int i = 0; i < values.length; i++) {
			this.median.add(values[i]);
			assertThat(this.median.value()).isEqualTo(exact[i]);
		}
	}

	/**
	 * The twenty values worked through in the paper, whose median it estimates as 4.44.
	 */
	@Test
	void isThatOfThePaper() {
		double[] values = { 0.02, 0.15, 0.74, 3.39, 0.83, 22.37, 10.15, 15.43, 38.62, 15.92, 34.60, 10.28, 1.47, 0.40,
				0.05, 11.39, 0.27, 0.42, 0.09, 11.37 };
		for (double value : values) {
			this.median.add(value);
		}
		assertThat(this.median.value()).isCloseTo(4.44, within(0.005));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void ofManyIsNear(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < 20_000; i++) {
			this.median.add(Math.exp(random.nextGaussian()));
		}
		assertThat(this.median.value()).isCloseTo(1, within(0.03));
	}

	@Test
	void ofOneValueOverAndOverIsThatValue() {
		for (int i = 0; i < 1000; i++) {
			this.median.add(7);
		}
		assertThat(this.median.value()).isEqualTo(7);
	}

}
