package io.exoscout.csv;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NumbersTests {

	@ParameterizedTest
	@ValueSource(strings = { "0", "-0", "12", "+12", "-0.5", ".5", "5.", "2.7750000e-05", "1E3", "1e+3", "1541400",
			"129995.7784", "2455143.250", "185.532850000", "3.4028234e38", "1.4e-45", "1e-400", "00012",
			"123456789012345678901234567890", "0.000000000000000000000000000000000000001", "9007199254740993" })
	void readsPlainAndScientificNotation(String cell) {
		assertThat(Numbers.parse(cell)).isEqualTo((float) Double.parseDouble(cell));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "NaN", "inf", "-Infinity", "1e999", "-1e999", "1e39", "1f", "1d", "1D", "0x1p3",
			"0x10", "1e", "e5", ".", "-", "+-1", "1.2.3", "1,5", "1 2", "--", "١", "1_000", "1e5.5" })
	void anythingElseIsNoNumber(String cell) {
		assertThat(Numbers.parse(cell)).isNaN();
	}

	@ParameterizedTest
	@ValueSource(strings = { "NaN", "nan", "-NaN", "inf", "+Inf", "-Infinity", "1e999", "-1e39", "NA", "n/a", "NULL" })
	void someWordsMeanThatAValueIsMissing(String cell) {
		assertThat(Numbers.meansMissing(cell)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1f", "0x10", "K00752.01", "-1-", "unknown", "CONFIRMED", "1e" })
	void otherTextIsText(String cell) {
		assertThat(Numbers.meansMissing(cell)).isFalse();
	}

	@Test
	void agreesWithTheLibraryOnRandomNumbers() {
		Random random = new Random(7);
		for (int i = 0; i < 100_000; i++) {
			double value = random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
			String cell = (i % 2 == 0) ? Double.toString(value) : String.format("%.6f", value);
			assertThat(Numbers.parse(cell)).as(cell).isEqualTo((float) Double.parseDouble(cell));
		}
	}

}
