package io.exoscout.study.streams;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExactAreaTests {

	@Test
	void isTheShareOfPairsInTheRightOrder() {
		assertThat(ExactArea.of(new double[] { 0.9, 0.6, 0.2, 0.4 }, new boolean[] { true, false, false, true }))
			.isEqualTo(0.75);
	}

	@Test
	void countsTiesHalf() {
		assertThat(ExactArea.of(new double[] { 0.5, 0.5, 0.5 }, new boolean[] { true, false, true })).isEqualTo(0.5);
	}

	@Test
	void ofOneLabelIsNone() {
		assertThat(ExactArea.of(new double[] { 0.1, 0.2 }, new boolean[] { true, true })).isNaN();
	}

}
