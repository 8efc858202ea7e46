package io.exoscout.csv;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

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

	/** Digits, points and exponents of every length, and what looks like them. */
	@Test
	void agreesWithTheLibraryOnWhateverLooksLikeANumber() {
		Random random = new Random(11);
		Pattern number = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
		String[] pieces = { "", "", "0", "00", "1", "9", "12", "345", "90071992", "54740993", "999999999999", "." };
		for (int i = 0; i < 300_000; i++) {
			StringBuilder text = new StringBuilder((i % 3 == 0) ? "-" : "");
			for (int k = random.nextInt(6); k > 0; k--) {
				text.append(pieces[random.nextInt(pieces.length)]);
			}
			text.append((random.nextInt(3) == 0) ? "e" + (random.nextInt(90) - 45) : "");
			String cell = text.toString();
			double expected = number.matcher(cell).matches() ? Double.parseDouble(cell) : Double.NaN;
			float single = (Math.abs(expected) <= Float.MAX_VALUE) ? (float) expected : Float.NaN;
			assertThat(Float.floatToIntBits(Numbers.parse(cell))).as(cell).isEqualTo(Float.floatToIntBits(single));
			CsvCells cells = CsvCells.of(List.of("7", cell, "7"));
			assertThat(Float.floatToIntBits(cells.number(1))).as(cell)
				.isEqualTo(Float.floatToIntBits(cells.number(1)))
				.isEqualTo(Float.floatToIntBits(single));
		}
	}

}
