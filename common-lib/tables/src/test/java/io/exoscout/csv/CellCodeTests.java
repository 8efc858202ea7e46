package io.exoscout.csv;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CellCodeTests {

	@Test
	void numbersAreThemselves() {
		assertThat(CellCode.of("-2.5e3")).isEqualTo(-2500);
		assertThat(CellCode.isText(CellCode.of("1e30"))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "NaN", "null", "1e999" })
	void whatMeansMissingIsBlank(String cell) {
		assertThat(CellCode.of(cell)).isNaN();
	}

	@ParameterizedTest
	@ValueSource(strings = { "CANDIDATE", "Kepler-22 b", "0x1", "?x" })
	void textIsKnownAsText(String cell) {
		assertThat(CellCode.isText(CellCode.of(cell))).isTrue();
		assertThat(CellCode.of(cell)).isFinite().isEqualTo(CellCode.of(cell)).isNotEqualTo(CellCode.of(cell + " "));
	}

}
